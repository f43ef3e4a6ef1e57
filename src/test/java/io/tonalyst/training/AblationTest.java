// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.training.RunLog.Run;
import io.tonalyst.training.RunLog.Scores;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AblationTest {
    private static final Map<String, Object> BASE =
            Map.of("seed", 1, "mixup", 0.5, "augment", Map.of("speed", 0.15, "noise", true));

    @Test
    void runsWithTheSameChangeAreAveragedAgainstTheirOwnParents() {
        var runs =
                List.of(
                        run("base-1", "search", null, BASE, 0.60, 0.62),
                        run("base-2", "search", null, with("seed", 2), 0.62, 0.64),
                        run("m-1", "ablation", "base-1", with("mixup", 0), 0.58, 0.59),
                        run("m-2", "ablation", "base-2", with("mixup", 0), 0.62, 0.63),
                        run(
                                "n-1",
                                "ablation",
                                "base-1",
                                with("augment", Map.of("speed", 0.15, "noise", false)),
                                0.55,
                                0.50));

        List<Ablation> rows = Ablation.of(runs);

        assertThat(rows)
                .extracting(Ablation::change)
                .containsExactly("augment.noise true → false", "mixup 0.5 → 0");
        Ablation mixup = rows.get(1);
        assertThat(mixup.runs()).containsExactly("m-1", "m-2");
        assertThat(mixup.parents()).containsExactly("base-1", "base-2");
        assertThat(mixup.accuracyChange()).isCloseTo(-0.01, within(1e-9));
        assertThat(mixup.uarChange()).isCloseTo(-0.02, within(1e-9));
        assertThat(mixup.uarSpread()).isCloseTo(0.01, within(1e-9));
        assertThat(mixup.uar()).isCloseTo(0.61, within(1e-9));
    }

    @Test
    void whatCannotBeComparedIsLeftOut() {
        var noFigures =
                new Run(
                        "x",
                        "ablation",
                        "base",
                        null,
                        null,
                        1,
                        RunLog.tree(BASE),
                        1,
                        1,
                        1,
                        null,
                        null,
                        "");

        assertThat(
                        Ablation.of(
                                List.of(
                                        run("base", "search", null, BASE, 0.6, 0.6),
                                        noFigures,
                                        run("y", "ablation", "gone", BASE, 0.5, 0.5),
                                        run("z", "search", "base", with("mixup", 0), 0.5, 0.5))))
                .isEmpty();
    }

    @Test
    void aChangeOfTheProgramIsNamedByTheNote() {
        Run parent = run("base", "search", null, BASE, 0.6, 0.6);
        var run =
                new Run(
                        "x",
                        "ablation",
                        "base",
                        null,
                        null,
                        2,
                        RunLog.tree(with("seed", 2)),
                        1,
                        1,
                        1,
                        null,
                        null,
                        "without batch norm");

        assertThat(Ablation.change(run, parent)).isEqualTo("without batch norm");
    }

    private static Map<String, Object> with(String name, Object value) {
        var recipe = new java.util.HashMap<>(BASE);
        recipe.put(name, value);
        return recipe;
    }

    private static Run run(
            String id, String purpose, String parent, Object recipe, double accuracy, double uar) {
        return new Run(
                id,
                purpose,
                parent,
                "speaker",
                0,
                1,
                RunLog.tree(recipe),
                1000,
                10,
                60,
                new Scores(500, accuracy, uar, 1),
                null,
                "");
    }
}
