// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.training.Reliability;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;

/** Whether a confidence of 70 % means right seven times in ten, before and after scaling. */
final class ReliabilityPage {
    private static final String INTRO =
            "Where the bars meet the dashed line, confidence is honest: of the clips told with 70 %"
                    + " confidence, 70 % are right. The temperature is fitted on validation clips of"
                    + " each fold, never on the clips counted here.";

    private final List<Evaluation> evaluations;
    private final ComboBox<String> part = new ComboBox<>();
    private final ChartPane before;
    private final ChartPane after;
    private final TableView<Row> table;
    private Evaluation evaluation;

    private record Row(Reliability.Bin before, Reliability.Bin after) {}

    /**
     * @param evaluations at least one, all with reliability
     */
    ReliabilityPage(List<Evaluation> evaluations, PageTools tools) {
        this.evaluations = evaluations;
        this.evaluation = evaluations.getFirst();
        Reliability first = evaluation.reliability().values().iterator().next();
        before =
                new ChartPane(
                        chart("Before scaling", first.before(), first.eceBefore()), 360, tools);
        after = new ChartPane(chart("After scaling", first.after(), first.eceAfter()), 360, tools);
        table =
                Tables.of(
                        "Bins of confidence",
                        Reliability.BINS,
                        rows(first),
                        List.of(
                                Tables.number(
                                        "Confidence above",
                                        110,
                                        r -> r.before().from(),
                                        Format::percent),
                                Tables.count("Clips before", 90, r -> r.before().clips()),
                                Tables.percent("Confidence", 90, r -> confidence(r.before())),
                                Tables.percent("Accuracy", 80, r -> accuracy(r.before())),
                                gap("Gap", true),
                                Tables.count("Clips after", 90, r -> r.after().clips()),
                                Tables.percent("Confidence", 90, r -> confidence(r.after())),
                                Tables.percent("Accuracy", 80, r -> accuracy(r.after())),
                                gap("Gap", false)));
    }

    private static TableColumn<Row, Double> gap(String title, boolean first) {
        return Tables.number(
                title,
                70,
                r -> {
                    Reliability.Bin bin = first ? r.before() : r.after();
                    return bin.clips() == 0 ? Double.NaN : bin.gap();
                },
                Format::points);
    }

    private static double confidence(Reliability.Bin bin) {
        return bin.clips() == 0 ? Double.NaN : bin.confidence();
    }

    private static double accuracy(Reliability.Bin bin) {
        return bin.clips() == 0 ? Double.NaN : bin.accuracy();
    }

    Node view() {
        var protocols =
                Layout.choice(
                        "Protocol",
                        evaluations.stream().map(Evaluation::title).toList(),
                        number -> choose(evaluations.get(number)));
        part.setAccessibleText("Clips the diagrams are of");
        part.valueProperty().subscribe(this::show);
        var head = new HBox(16, protocols, new Label("Show"), part);
        head.setAlignment(Pos.CENTER_LEFT);
        choose(evaluation);
        return Layout.page(
                "Reliability of the confidence",
                INTRO,
                head,
                Layout.columns(50, before.view(), after.view()),
                Layout.section("The bins in numbers"),
                table);
    }

    private void choose(Evaluation chosen) {
        evaluation = chosen;
        part.getItems().setAll(chosen.reliability().keySet());
        part.setValue(part.getItems().getFirst());
        show(part.getValue());
    }

    private void show(String name) {
        Map<String, Reliability> parts = evaluation.reliability();
        Reliability chosen = name == null ? null : parts.get(name);
        if (chosen != null) {
            String where =
                    ", "
                            + evaluation.title().toLowerCase(Locale.ROOT)
                            + ", "
                            + EvaluationReader.inTitle(name);
            before.show(chart("Before scaling" + where, chosen.before(), chosen.eceBefore()));
            after.show(chart("After scaling" + where, chosen.after(), chosen.eceAfter()));
            Tables.fill(table, Reliability.BINS, rows(chosen));
        }
    }

    private static ReliabilityChart chart(String name, List<Reliability.Bin> bins, double ece) {
        return new ReliabilityChart(name, bins, ece);
    }

    private static List<Row> rows(Reliability reliability) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < reliability.before().size(); i++) {
            rows.add(new Row(reliability.before().get(i), reliability.after().get(i)));
        }
        return rows;
    }
}
