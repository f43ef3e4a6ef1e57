// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.training.Ablation;
import java.util.List;
import javafx.scene.Node;

/**
 * What each part of the recipe is worth: runs that leave it out or change it, against their parent.
 */
final class AblationPage {
    private static final String INTRO =
            "Each row changes one thing of the recipe and trains again. Shown is what that does to"
                    + " the figures on validation clips, in percentage points, averaged over the runs"
                    + " that make the same change. Differences below one point are chance.";

    private AblationPage() {}

    static Node view(List<Ablation> rows, PageTools tools) {
        if (rows.isEmpty()) {
            return Layout.page(
                    "Ablation",
                    INTRO,
                    Layout.paragraph(
                            "The run log holds no runs of purpose 'ablation' that can be compared"
                                    + " with their parent."));
        }
        var chart =
                new ChartPane(
                        new DeltaChart("What a change of the recipe does", rows),
                        60 + 40.0 * rows.size(),
                        tools);
        var table =
                Tables.of(
                        "Ablation in figures",
                        20,
                        rows,
                        List.of(
                                Tables.text("Change", 320, Ablation::change),
                                Tables.text("Against", 130, r -> String.join(", ", r.parents())),
                                Tables.count("Runs", 56, r -> r.runs().size()),
                                Tables.percent("Val. accuracy", 90, Ablation::accuracy),
                                Tables.percent("Val. UAR", 80, Ablation::uar),
                                Tables.number(
                                        "Δ accuracy", 80, Ablation::accuracyChange, Format::points),
                                Tables.number("Δ UAR", 80, Ablation::uarChange, Format::points),
                                Tables.number(
                                        "± UAR",
                                        70,
                                        r -> r.runs().size() < 2 ? Double.NaN : r.uarSpread(),
                                        v -> Double.isNaN(v) ? "–" : "%.1f".formatted(100 * v)),
                                Tables.number(
                                        "Δ loss",
                                        70,
                                        Ablation::lossChange,
                                        v -> "%+.3f".formatted(v).replace('-', '−'))));
        return Layout.page("Ablation", INTRO, chart.view(), table);
    }
}
