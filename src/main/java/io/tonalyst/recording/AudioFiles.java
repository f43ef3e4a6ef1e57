// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import io.tonalyst.work.CancelToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which files are taken for recordings, and which of them lie in a folder. */
public final class AudioFiles {
    /**
     * Files taken from dropped folders at most, so that a dropped disk does not fill the memory.
     */
    public static final int MAX_FROM_FOLDERS = 500;

    private static final int MAX_DEPTH = 8;
    private static final Set<String> EXTENSIONS =
            Set.of(
                    "wav", "wave", "mp3", "m4a", "mp4", "aac", "ogg", "oga", "opus", "flac", "amr",
                    "aif", "aiff", "au", "wma", "gsm", "webm", "mka", "caf", "mov", "mkv");

    private AudioFiles() {}

    /** Whether the name of a file ends like that of a recording. */
    public static boolean isAudio(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Patterns for a file chooser, such as {@code *.wav}. */
    public static List<String> patterns() {
        return EXTENSIONS.stream().sorted().map(e -> "*." + e).toList();
    }

    /**
     * The given files as they are, and the recordings in the given folders in order of name, {@link
     * #MAX_FROM_FOLDERS} a folder at most.
     *
     * @throws IOException with one sentence if a folder cannot be read
     */
    public static List<Path> expand(List<Path> filesAndFolders, CancelToken cancel)
            throws IOException {
        return expand(filesAndFolders, MAX_FROM_FOLDERS, cancel);
    }

    /**
     * The given files as they are, and the recordings in the given folders in order of name.
     *
     * @param most recordings taken from a folder
     * @throws IOException with one sentence if a folder cannot be read
     */
    public static List<Path> expand(List<Path> filesAndFolders, int most, CancelToken cancel)
            throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : filesAndFolders) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (var walk = Files.walk(path, MAX_DEPTH)) {
                walk.peek(p -> cancel.throwIfCancelled())
                        .filter(p -> isAudio(p) && Files.isRegularFile(p))
                        .limit(most)
                        .sorted()
                        .forEach(files::add);
            } catch (IOException | UncheckedIOException e) {
                throw new IOException(
                        "Cannot read the folder " + path + ": check that you may open it.", e);
            }
        }
        return files;
    }
}
