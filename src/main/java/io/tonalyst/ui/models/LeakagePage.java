// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.reference.LeakageTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;

/** Why 97 % is not 97 %: the same networks under a wrong split and two honest ones. */
final class LeakagePage {
    private static final String INTRO =
            "Published notebooks claim up to 97 % on these corpora. They first make several altered"
                    + " copies of every recording and then split the rows at random, so that nearly"
                    + " every tested row has a copy of the same recording in training. The network"
                    + " need only recognise the recording. Below, the same networks are trained and"
                    + " judged three ways; only the split differs.";
    private static final List<String> WAYS =
            List.of(
                    "Leaky: copies are made first, then rows are split. A test row's own recording"
                            + " was learned from.",
                    "Clip: recordings are split first. No copy crosses, but most voices do.",
                    "Speaker: nobody who is tested was heard in training. This is what a new caller"
                            + " is.");

    private final LeakageTable table;
    private final PageTools tools;

    LeakagePage(LeakageTable table, PageTools tools) {
        this.table = table;
        this.tools = tools;
    }

    Node view() {
        List<Node> parts = new ArrayList<>();
        var ways = Layout.stack();
        WAYS.forEach(way -> ways.getChildren().add(Layout.paragraph("• " + way)));
        parts.add(ways);
        if (table.rows().isEmpty()) {
            parts.add(
                    Layout.muted(
                            "No figures yet: 'tonalyst reference' trains and judges the networks of"
                                    + " the notebooks."));
        } else {
            parts.add(charts());
            parts.add(Layout.section("The figures"));
            parts.add(rows());
            for (LeakageTable.Row row : table.rows()) {
                parts.add(Layout.paragraph(title(row) + ": " + row.sentence()));
            }
            parts.add(Layout.muted(gap()));
        }
        return Layout.page("Why 97 % is not 97 %", INTRO, parts.toArray(Node[]::new));
    }

    private static String title(LeakageTable.Row row) {
        return row.pipeline().title() + ", " + row.protocol().key();
    }

    private Node charts() {
        List<BarsChart.Row> rows = new ArrayList<>();
        for (LeakageTable.Row row : table.rows()) {
            rows.add(
                    new BarsChart.Row(
                            title(row),
                            List.of(row.accuracy(), row.uar(), row.siblingShare()),
                            "%s: accuracy %s, UAR %s; %s of %s test rows have a copy of their"
                                            .formatted(
                                                    title(row),
                                                    Format.percent(row.accuracy()),
                                                    Format.percent(row.uar()),
                                                    Format.percent(row.siblingShare()),
                                                    Format.count(row.testRows()))
                                    + " recording in training."));
        }
        return new ChartPane(
                        BarsChart.percent(
                                "The same network, judged three ways",
                                List.of("accuracy", "UAR", "test rows with a copy in training"),
                                rows),
                        60 + 62.0 * rows.size(),
                        tools)
                .view();
    }

    private Node rows() {
        return Tables.of(
                "Leakage in figures",
                8,
                table.rows(),
                List.of(
                        Tables.text("Network", 176, r -> r.pipeline().title()),
                        Tables.text("Split", 64, r -> r.protocol().key()),
                        Tables.text("Size", 216, LeakageTable.Row::network),
                        Tables.count("Test rows", 80, LeakageTable.Row::testRows),
                        Tables.percent("Accuracy", 80, LeakageTable.Row::accuracy),
                        Tables.percent("UAR", 70, LeakageTable.Row::uar),
                        Tables.percent("Copy in training", 110, LeakageTable.Row::siblingShare),
                        Tables.percent("Voice in training", 110, LeakageTable.Row::speakerShare)));
    }

    /** What the leaky split adds to each pipeline, in a sentence. */
    private String gap() {
        Map<String, Map<String, Double>> accuracy = new LinkedHashMap<>();
        for (LeakageTable.Row row : table.rows()) {
            accuracy.computeIfAbsent(row.pipeline().title(), p -> new LinkedHashMap<>())
                    .put(row.protocol().key(), row.accuracy());
        }
        List<String> gaps = new ArrayList<>();
        accuracy.forEach(
                (pipeline, by) -> {
                    Double leaky = by.get("leaky");
                    Double speaker = by.get("speaker");
                    if (leaky != null && speaker != null) {
                        gaps.add(
                                "%s: %.1f points of the leaky accuracy are gone when nobody tested"
                                                .formatted(pipeline, 100 * (leaky - speaker))
                                        + " was heard before.");
                    }
                });
        return String.join(" ", gaps);
    }
}
