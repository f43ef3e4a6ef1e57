# Sourced by mvnw and by the launcher that the build writes: points JAVA_HOME at a JDK of at least
# version 25, or ends with one sentence. Looks at JAVA_HOME, then at `java` on the PATH, then at the
# folders where Linux, macOS and SDKMAN put JDKs.

jdk_version() { # prints the feature version of the JDK in folder $1, 0 when there is none
  if [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    echo "${version:-0}"
  else
    echo 0
  fi
}

find_jdk() {
  set +f
  java_on_path=$(command -v java 2>/dev/null || true)
  if [ -n "$java_on_path" ]; then
    java_on_path=$(dirname "$(dirname "$(readlink -f "$java_on_path" 2>/dev/null || echo "$java_on_path")")")
  fi
  for candidate in \
    "${JAVA_HOME-}" "$java_on_path" \
    ${TONALYST_JDK_FOLDERS-/usr/lib/jvm/* /opt/java/* /opt/jdk* /usr/java/* "$HOME"/.jdks/* \
      "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home}; do
    if [ -n "$candidate" ] && [ "$(jdk_version "$candidate")" -ge 25 ]; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      set -f
      return 0
    fi
  done
  echo "Tonalyst needs a JDK 25 and found none: install one (for example Temurin 25), or set JAVA_HOME to the folder of one you have." >&2
  return 1
}
