// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files a command is asked to write, looked at before any work is done. */
final class OutputFiles {
    private final Map<String, Path> paths = new LinkedHashMap<>();

    /** Adds what an option names; null where it was not given. */
    void add(String option, @Nullable Path path) {
        if (path != null) {
            paths.put(option, path);
        }
    }

    /**
     * Makes sure that all files can be written and none is named twice.
     *
     * @param input file that is read, which may not be written over
     * @throws picocli.CommandLine.ParameterException on a file that is named twice
     * @throws IOException with one sentence on one that cannot be written
     */
    void require(Path input, CallLogs logs) throws IOException {
        Optional<String> clash = clash(input);
        if (clash.isPresent()) {
            throw logs.usage(clash.get());
        }
        requireWritable();
    }

    /**
     * One sentence on a file that is named twice, or nothing.
     *
     * @param input file that is read, which may not be written over
     */
    Optional<String> clash(Path input) throws IOException {
        var seen = new LinkedHashMap<String, Path>();
        for (var entry : paths.entrySet()) {
            Path path = entry.getValue();
            if (WholeFile.isSame(path, input)) {
                return Optional.of(
                        "%s would write over the input %s; name another file."
                                .formatted(entry.getKey(), path));
            }
            for (var other : seen.entrySet()) {
                if (WholeFile.isSame(path, other.getValue())) {
                    return Optional.of(
                            "%s and %s name the same file %s; name two files."
                                    .formatted(other.getKey(), entry.getKey(), path));
                }
            }
            seen.put(entry.getKey(), path);
        }
        return Optional.empty();
    }

    /**
     * Makes sure that every file can be written, so that none is when one cannot.
     *
     * @throws IOException with one sentence
     */
    void requireWritable() throws IOException {
        for (Path path : paths.values()) {
            Path folder = path.toAbsolutePath().getParent();
            if (Files.isDirectory(path) || folder == null) {
                throw new IOException(path + " is a folder; name the file to write in it.");
            }
            if (!Files.isDirectory(folder)) {
                throw new IOException(
                        "%s cannot be written: there is no folder %s.".formatted(path, folder));
            }
            // Devices and pipes are written to directly and need nothing of their folder.
            if (!Files.exists(path) || Files.isRegularFile(path)) {
                tryOut(path, folder);
            }
        }
    }

    /** Permissions alone do not tell: a whole file system may be read-only. */
    private static void tryOut(Path path, Path folder) throws IOException {
        try {
            Files.delete(Files.createTempFile(folder, ".tonalyst", ".part"));
        } catch (IOException e) {
            throw new IOException(
                    "%s cannot be written: the folder %s takes no files; choose another."
                            .formatted(path, folder),
                    e);
        }
    }

    /** Options and paths, in the order they were added. */
    Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        paths.forEach((option, path) -> names.put(option.replaceFirst("^--", ""), path.toString()));
        return names;
    }
}
