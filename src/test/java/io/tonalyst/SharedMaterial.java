// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Material that lies beside the project and not in it: in the folder that the system property
 * {@code tonalyst.shared} names, or else in {@code ../shared}.
 */
public final class SharedMaterial {
    private SharedMaterial() {}

    /** A file or folder of the material; skips the test, with the reason, if it is not there. */
    public static Path require(String path) {
        Path file = Path.of(System.getProperty("tonalyst.shared", "../shared")).resolve(path);
        Assumptions.assumeTrue(
                Files.exists(file),
                () -> "skipped: " + file + " is absent; -Dtonalyst.shared=FOLDER names its place");
        return file;
    }
}
