// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * By what it is told that a file is still the same.
 *
 * @param bytes its size; -1 for a file that is not there
 * @param modified in milliseconds since 1970
 */
public record FileStamp(long bytes, long modified) {
    /** The stamp of a file now. */
    public static FileStamp of(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(attributes.size(), attributes.lastModifiedTime().toMillis());
        } catch (IOException e) {
            return new FileStamp(-1, 0);
        }
    }
}
