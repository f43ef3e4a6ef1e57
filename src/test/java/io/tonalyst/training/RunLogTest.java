// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tonalyst.training.RunLog.Run;
import io.tonalyst.training.RunLog.Scores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
    @TempDir private Path folder;
    private RunLog log;

    @BeforeEach
    void place() {
        log = RunLog.of(folder);
    }

    @Test
    void whatIsAppendedIsReadAgain() throws Exception {
        Run first = run("base", "search", null, new Scores(900, 0.61, 0.63, 1.1));
        Run second = run("no-mixup", "ablation", "base", null);
        assertThat(log.read().runs()).isEmpty();

        log.append(first);
        log.append(second);

        assertThat(log.read().runs()).containsExactly(first, second);
        assertThat(log.read().problems()).isEmpty();
        assertThat(Files.readAllLines(log.file())).hasSize(2);
        assertThat(log.read().runs().getFirst().recipe().path("epochs").asInt()).isEqualTo(12);
    }

    @Test
    void aTornLineIsLeftOutAndTheNextRunIsNotLostWithIt() throws Exception {
        log.append(run("a", "search", null, null));
        Files.writeString(log.file(), "{\"id\":\"b\",\"purp", StandardOpenOption.APPEND);

        assertThat(log.read().runs()).extracting(Run::id).containsExactly("a");
        assertThat(log.read().problems()).singleElement().asString().contains("cut off");

        log.append(run("c", "search", null, null));
        assertThat(log.read().runs()).extracting(Run::id).containsExactly("a", "c");
        assertThat(log.read().problems()).singleElement().asString().contains("Line 2");
    }

    @Test
    void fieldsThatAreUnknownOrMissingDoNoHarm() throws Exception {
        Files.writeString(
                log.file(),
                """
                {"id":"a","purpose":"search","host":"x","test":null}
                {"id":"","purpose":"search"}
                {"purpose":"search"}
                [1, 2]

                """);

        RunLog.Contents contents = log.read();

        assertThat(contents.runs())
                .singleElement()
                .satisfies(
                        run -> {
                            assertThat(run.note()).isEmpty();
                            assertThat(run.recipe().isObject()).isTrue();
                            assertThat(run.validation()).isNull();
                        });
        assertThat(contents.problems()).hasSize(3);
    }

    @Test
    void aLineWithoutEndTakesNoMoreMemoryThanTheBound() throws Exception {
        byte[] long1 = new byte[3 * RunLog.MAX_LINE];
        java.util.Arrays.fill(long1, (byte) 'x');
        Files.write(log.file(), long1);

        assertThat(log.read().runs()).isEmpty();
        assertThat(log.read().problems()).hasSize(1);
        assertThatThrownBy(() -> log.append(run("a".repeat(RunLog.MAX_LINE), "search", null, null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void threadsThatAppendAtOnceLoseNothing() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 40; i++) {
                String id = "run-" + i;
                threads.submit(
                        () -> {
                            log.append(run(id, "search", null, null));
                            return id;
                        });
            }
        }

        assertThat(log.read().runs()).extracting(Run::id).doesNotHaveDuplicates().hasSize(40);
        assertThat(log.read().problems()).isEmpty();
    }

    private static Run run(String id, String purpose, String parent, Scores validation) {
        return new Run(
                id,
                purpose,
                parent,
                "speaker",
                0,
                1,
                RunLog.tree(Map.of("epochs", 12, "mixupAlpha", 0.2)),
                283_821,
                12,
                1_200.5,
                validation,
                null,
                "half as long");
    }
}
