// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.training.RunLog;
import io.tonalyst.training.RunLog.Run;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunFilterTest {
    private static final List<Run> RUNS =
            List.of(
                    run("base", "search", "wider stem"),
                    run("no-mixup", "ablation", ""),
                    run("eval-0", "evaluation", "Reported"));

    @Test
    void takesRunsOfAPurposeThatHoldAllWords() {
        assertThat(RunFilter.of("", "  ").apply(RUNS)).isEqualTo(RUNS);
        assertThat(ids(RunFilter.of("ablation", ""))).containsExactly("no-mixup");
        assertThat(ids(RunFilter.of("", "STEM wider"))).containsExactly("base");
        assertThat(ids(RunFilter.of("", "peakrate 0.003"))).hasSize(3);
        assertThat(ids(RunFilter.of("search", "reported"))).isEmpty();
    }

    private static List<String> ids(RunFilter filter) {
        return filter.apply(RUNS).stream().map(Run::id).toList();
    }

    private static Run run(String id, String purpose, String note) {
        return new Run(
                id,
                purpose,
                null,
                null,
                null,
                1,
                RunLog.tree(Map.of("peakRate", 0.003)),
                1,
                1,
                1,
                null,
                null,
                note);
    }
}
