// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir Path folder;

    @Test
    void replacesAFileAndLeavesNothingBeside() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");

        WholeFile.write(file, "new");

        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void keepsTheOldFileWhenTheNewOneFails() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");

        assertThatThrownBy(
                        () ->
                                WholeFile.write(
                                        file,
                                        part -> {
                                            Files.writeString(part, "half");
                                            assertThat(file).hasContent("old");
                                            throw new IOException("disk full");
                                        }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void doesNotReplaceAFolder() throws Exception {
        Path taken = Files.createDirectory(folder.resolve("taken"));

        assertThatThrownBy(() -> WholeFile.write(taken, "text")).isInstanceOf(IOException.class);

        assertThat(taken).isEmptyDirectory();
        assertThat(names()).containsExactly("taken");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
