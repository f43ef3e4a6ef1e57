// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.training.robustness.RobustnessReport;
import io.tonalyst.training.robustness.RobustnessReport.Condition;
import java.util.List;
import javafx.scene.Node;

/** What telephone lines, codecs, levels and noise do to the accuracy. */
final class RobustnessPage {
    static final String TITLE = "Robustness";

    private RobustnessPage() {}

    static Node view(RobustnessReport report, PageTools tools) {
        List<Condition> all = report.conditions();
        String intro =
                ("The networks of the clip protocol hear their test clips again, each changed in one"
                                + " way: %s clips of %s, whose sound is here. Shown are the percentage"
                                + " points of accuracy lost against the sound as it is, %s. Differences"
                                + " below one point are chance.")
                        .formatted(
                                Format.count(report.clips()),
                                String.join(", ", report.corpora()),
                                Format.percent(all.getFirst().accuracy()));
        List<Condition> changed = all.subList(1, all.size());
        var chart =
                new ChartPane(
                        new RobustnessChart("Accuracy lost on changed sound", changed),
                        50 + 26.0 * changed.size(),
                        tools);
        var table =
                Tables.of(
                        "Changed sound in figures",
                        20,
                        all,
                        List.of(
                                Tables.text("Condition", 380, Condition::description),
                                Tables.percent("Accuracy", 80, Condition::accuracy),
                                Tables.percent("UAR", 80, Condition::uar),
                                Tables.number(
                                        "Δ accuracy",
                                        90,
                                        Condition::lost,
                                        RobustnessChart::points)));
        return Layout.page(TITLE, intro, chart.view(), table);
    }
}
