// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.work;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes files that stand under their name only once they are whole; until then, and when writing
 * fails, an older file stays as it was.
 */
public final class WholeFile {
    /** How the name of a file ends while it is being written. */
    public static final String PART = ".part";

    private WholeFile() {}

    /** Puts the content into a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes the whole content.
         *
         * @param part the file to create or overwrite; not yet under its final name
         */
        void writeTo(Path part) throws IOException;
    }

    /**
     * Writes a file beside its place and moves it there, replacing an existing one. What is no
     * plain file, such as a device or a pipe, is written to directly.
     *
     * @throws IOException if the file cannot be written; nothing is left behind then
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            content.writeTo(target);
            return;
        }
        Path part = target.resolveSibling(target.getFileName() + PART);
        try {
            content.writeTo(part);
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Writes a text in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, part -> Files.writeString(part, text));
    }

    /**
     * Whether two paths lead to the same file, whatever they are called.
     *
     * @throws IOException if the file system cannot tell
     */
    public static boolean isSame(Path one, Path other) throws IOException {
        boolean named = one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
        return named || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(
                    part,
                    target,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
