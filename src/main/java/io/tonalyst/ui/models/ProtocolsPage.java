// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.training.Figures;
import io.tonalyst.ui.models.Evaluation.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The evaluations, one protocol at a time: confusion matrix and figures by class of all clips, a
 * corpus or a fold; figures by corpus and the spread over folds or seeds.
 */
final class ProtocolsPage {
    private final List<Evaluation> evaluations;
    private final PageTools tools;
    private final Label explanation = Layout.paragraph("");
    private final ComboBox<Part> part = new ComboBox<>();
    private final VBox below = Layout.stack();
    private final TableView<ClassRow> classes;
    private final ChartPane matrix;
    private final ChartPane bars;
    private Evaluation evaluation;
    private boolean shares = true;

    /** Figures of one emotion. */
    private record ClassRow(String emotion, Figures.OfClass figures) {}

    /**
     * @param evaluations at least one
     */
    ProtocolsPage(List<Evaluation> evaluations, PageTools tools) {
        this.evaluations = evaluations;
        this.tools = tools;
        this.evaluation = evaluations.getFirst();
        this.matrix = new ChartPane(confusion(evaluation.overall()), 430, tools);
        this.bars = new ChartPane(byClass(evaluation.overall()), 430, tools);
        this.classes =
                Tables.of(
                        "Figures by emotion",
                        8,
                        rows(evaluation.overall().figures()),
                        List.of(
                                Tables.text("Emotion", 90, ClassRow::emotion),
                                Tables.count("Clips", 70, r -> r.figures().clips()),
                                Tables.percent("Precision", 80, r -> r.figures().precision()),
                                Tables.percent("Recall", 80, r -> r.figures().recall()),
                                Tables.number("F1", 60, r -> r.figures().f1(), Format::three)));
    }

    Node view() {
        var protocols =
                Layout.choice(
                        "Protocol",
                        evaluations.stream().map(Evaluation::title).toList(),
                        number -> choose(evaluations.get(number)));
        part.setAccessibleText("Clips the matrix and the figures by emotion are of");
        part.valueProperty().subscribe(this::showPart);
        var head = new HBox(16, protocols, new Label("Show"), part);
        head.setAlignment(Pos.CENTER_LEFT);
        matrix.with(
                Layout.choice(
                        "Numbers of the matrix",
                        List.of("% of row", "Clips"),
                        number -> {
                            shares = number == 0;
                            showPart(part.getValue());
                        }));
        choose(evaluation);
        return Layout.page(
                "Evaluation by protocol",
                "",
                head,
                explanation,
                Layout.columns(50, matrix.view(), bars.view()),
                classes,
                below);
    }

    private void choose(Evaluation chosen) {
        evaluation = chosen;
        explanation.setText(chosen.explanation());
        List<Part> parts = new ArrayList<>(List.of(chosen.overall()));
        parts.addAll(chosen.corpora());
        if (chosen.folds().size() > 1) {
            parts.addAll(chosen.folds());
        }
        part.getItems().setAll(parts);
        part.setValue(chosen.overall());
        below.getChildren().setAll(corpora(chosen));
        if (chosen.folds().size() > 1) {
            below.getChildren().add(folds(chosen));
        }
    }

    private void showPart(Part chosen) {
        if (chosen != null) {
            matrix.show(confusion(chosen));
            bars.show(byClass(chosen));
            Tables.fill(classes, 8, rows(chosen.figures()));
        }
    }

    private MatrixChart confusion(Part of) {
        return MatrixChart.confusion("Confusion matrix, " + where(of), of.figures(), shares);
    }

    private String where(Part of) {
        return evaluation.title().toLowerCase(Locale.ROOT)
                + ", "
                + EvaluationReader.inTitle(of.name());
    }

    private BarsChart byClass(Part of) {
        List<BarsChart.Row> rows = new ArrayList<>();
        for (ClassRow row : rows(of.figures())) {
            var f = row.figures();
            rows.add(
                    new BarsChart.Row(
                            row.emotion(),
                            List.of(f.precision(), f.recall(), f.f1()),
                            "%s: precision %s, recall %s, F1 %s; %s clips."
                                    .formatted(
                                            row.emotion(),
                                            Format.percent(f.precision()),
                                            Format.percent(f.recall()),
                                            Format.three(f.f1()),
                                            Format.count(f.clips()))));
        }
        return BarsChart.percent(
                "By emotion, " + where(of), List.of("precision", "recall", "F1"), rows);
    }

    private static List<ClassRow> rows(Figures figures) {
        List<ClassRow> rows = new ArrayList<>();
        for (Map.Entry<String, Figures.OfClass> entry : figures.classes().entrySet()) {
            String key = entry.getKey();
            rows.add(
                    new ClassRow(
                            Character.toUpperCase(key.charAt(0)) + key.substring(1),
                            entry.getValue()));
        }
        return rows;
    }

    private Node corpora(Evaluation of) {
        return withTable(
                new ChartPane(
                        figures("By corpus, " + of.title().toLowerCase(Locale.ROOT), of.corpora()),
                        50 + 44.0 * of.corpora().size(),
                        tools),
                "Corpus",
                of.corpora());
    }

    private Node folds(Evaluation of) {
        var parts =
                of.folds().stream()
                        .map(
                                p ->
                                        new SpreadChart.Part(
                                                p.name(),
                                                p.figures().accuracy(),
                                                p.figures().uar()))
                        .toList();
        return withTable(
                new ChartPane(
                        new SpreadChart("Spread, with mean and standard deviation", parts),
                        160,
                        tools),
                of.foldWord(),
                of.folds());
    }

    private static BarsChart figures(String name, List<Part> parts) {
        return BarsChart.percent(
                name,
                List.of("accuracy", "UAR"),
                parts.stream()
                        .map(
                                p ->
                                        new BarsChart.Row(
                                                p.name(),
                                                List.of(p.figures().accuracy(), p.figures().uar()),
                                                "%s: accuracy %s, UAR %s, macro F1 %s; %s clips."
                                                        .formatted(
                                                                p.name(),
                                                                Format.percent(
                                                                        p.figures().accuracy()),
                                                                Format.percent(p.figures().uar()),
                                                                Format.three(p.figures().macroF1()),
                                                                Format.count(p.figures().clips()))))
                        .toList());
    }

    private static Node withTable(ChartPane chart, String word, List<Part> parts) {
        var table =
                Tables.of(
                        "Figures by " + word,
                        12,
                        parts,
                        List.of(
                                Tables.text(word, 120, Part::name),
                                Tables.count("Clips", 70, p -> p.figures().clips()),
                                Tables.percent("Accuracy", 80, p -> p.figures().accuracy()),
                                Tables.percent("UAR", 80, p -> p.figures().uar()),
                                Tables.number(
                                        "Macro F1",
                                        80,
                                        p -> p.figures().macroF1(),
                                        Format::three)));
        return Layout.columns(50, chart.view(), table);
    }
}
