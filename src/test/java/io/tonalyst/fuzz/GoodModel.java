// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.fuzz;

import io.tonalyst.emotion.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A copy of the folder of a model in which one file at a time is another. */
final class GoodModel {
    private final Path folder;
    private final Map<String, byte[]> files = new TreeMap<>();

    GoodModel(Path shipped, Path folder) throws IOException {
        this.folder = folder;
        try (Stream<Path> found = Files.walk(shipped)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                // The tables of rows are long, and the program checks them elsewhere.
                if (!file.toString().endsWith(".csv")) {
                    files.put(shipped.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
    }

    byte[] good(String file) {
        return files.get(file).clone();
    }

    /** The folder with one file changed, and the others good. */
    Path with(String file, byte[] bytes) throws IOException {
        for (Map.Entry<String, byte[]> entry : files.entrySet()) {
            Path to = folder.resolve(entry.getKey());
            Files.createDirectories(to.getParent());
            Files.write(to, entry.getKey().equals(file) ? bytes : entry.getValue());
        }
        return folder;
    }

    /** The folder with one file changed, and a manifest that names it by its new hash. */
    Path withHashed(String file, byte[] bytes) throws IOException {
        with(file, bytes);
        String manifest = new String(files.get("model.json"), StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve("model.json"),
                manifest.replace(Sha256.of(files.get(file)), Sha256.of(bytes)));
        return folder;
    }
}
