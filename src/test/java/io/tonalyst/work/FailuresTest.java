// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void failuresOfTheFileSystemBecomeSentences() {
        assertThat(Failures.sentence(new NoSuchFileException("/x/a")))
                .isEqualTo("/x/a does not exist or cannot be made there.");
        assertThat(Failures.sentence(new AccessDeniedException("/x/a")))
                .isEqualTo("/x/a may not be read or written: check its permissions.");
        assertThat(Failures.sentence(new FileSystemException("/x/a", null, "Not a directory")))
                .isEqualTo("/x/a cannot be read or written: not a directory.");
    }

    @Test
    void theCauseIsToldAndNotItsWrapping() {
        assertThat(Failures.sentence(new CompletionException(new IllegalStateException("Oh."))))
                .isEqualTo("Oh.");
        assertThat(Failures.sentence(new IllegalStateException()))
                .contains("IllegalStateException", "log");
    }
}
