// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.library;

import io.tonalyst.emotion.ModelDescription;
import io.tonalyst.emotion.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * By what it is told that a result is of the same model: a model can be trained anew under its
 * name.
 *
 * @param name of the model
 * @param hash first 16 hexadecimal digits of SHA-256 of its {@code model.json}, which holds the
 *     hashes of its networks; empty where there is no such file
 */
public record ModelKey(String name, String hash) {
    private static final String MANIFEST = "model.json";
    private static final long MAX_BYTES = 16L << 20;
    private static final int DIGITS = 16;

    /** The key of a loaded model, by its folder as it is now. */
    public static ModelKey of(ModelDescription description) {
        return new ModelKey(description.name(), hash(description.folder()));
    }

    /** The key of the model in a folder, which need not be loaded. */
    public static ModelKey of(Path folder) {
        return new ModelKey(String.valueOf(folder.getFileName()), hash(folder));
    }

    /** Whether both are one model: by what is in them, by name where that is not known. */
    public boolean isSame(ModelKey other) {
        return (hash.isEmpty() || other.hash.isEmpty()) ? equals(other) : hash.equals(other.hash);
    }

    private static String hash(Path folder) {
        Path manifest = folder.resolve(MANIFEST);
        try {
            return Files.isRegularFile(manifest) && Files.size(manifest) <= MAX_BYTES
                    ? Sha256.of(Files.readAllBytes(manifest)).substring(0, DIGITS)
                    : "";
        } catch (IOException e) {
            return "";
        }
    }
}
