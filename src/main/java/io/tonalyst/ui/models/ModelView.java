// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.ui.PaintSurface;
import io.tonalyst.ui.Palette;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Lays a model's report out: facts and training curves, then one tab a protocol, then the card. */
final class ModelView {
    private static final String CAVEAT =
            "The model recognises acted expression, not what a caller feels; on real calls it is"
                    + " right less often than here.";

    private final ObservableValue<Palette> palette;
    private final VBox root = new VBox();

    ModelView(ModelReport report, ObservableValue<Palette> palette) {
        this.palette = palette;
        var title = new Label("Model " + report.name());
        title.getStyleClass().add("models-title");
        var caveat = new Label(CAVEAT);
        caveat.getStyleClass().add("models-caveat");
        caveat.setWrapText(true);
        var tabs = new TabPane();
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        for (ModelReport.Protocol protocol : report.protocols()) {
            tabs.getTabs().add(new Tab(protocolTitle(protocol.name()), protocol(protocol)));
        }
        tabs.getTabs().add(new Tab("Training", training(report)));
        tabs.getTabs().add(new Tab("Model card", card(report.card())));
        VBox.setVgrow(tabs, Priority.ALWAYS);
        root.getChildren().addAll(title, caveat, tabs);
        root.getStyleClass().add("models-page");
    }

    Node node() {
        return root;
    }

    private static String protocolTitle(String name) {
        return switch (name) {
            case "clip" -> "Clip protocol";
            case "speaker" -> "Speaker protocol";
            default -> name;
        };
    }

    private Node protocol(ModelReport.Protocol protocol) {
        var figures = facts(protocol.figures());
        var corpora =
                table(
                        protocol.corpora(),
                        List.of(
                                column("Corpus", ModelReport.CorpusRow::corpus),
                                column("Clips", r -> String.valueOf(r.clips())),
                                column("Accuracy", r -> percent(r.accuracy())),
                                column("UAR", r -> percent(r.uar()))));
        var classes =
                table(
                        protocol.classes(),
                        List.of(
                                column("Emotion", ModelReport.ClassRow::emotion),
                                column("Precision", r -> percent(r.precision())),
                                column("Recall", r -> percent(r.recall())),
                                column("F1", r -> percent(r.f1())),
                                column("Clips", r -> String.valueOf(r.clips()))));
        var confusion =
                surface(p -> ConfusionPainter.of(protocol.confusion(), p), "Confusion matrix");
        var left = new VBox(14, figures, corpora, classes);
        left.setPrefWidth(470);
        left.setMinWidth(420);
        HBox.setHgrow(confusion, Priority.ALWAYS);
        var page = new HBox(18, left, confusion);
        page.getStyleClass().add("models-tab");
        return page;
    }

    private Node training(ModelReport report) {
        var loss = surface(p -> HistoryPainter.loss().of(report.history(), p), "Loss by epoch");
        var accuracy =
                surface(
                        p -> HistoryPainter.accuracy().of(report.history(), p),
                        "Accuracy by epoch");
        var epochs =
                table(
                        report.history(),
                        List.of(
                                column("Epoch", e -> String.valueOf(e.number())),
                                column("Loss", e -> number(e.trainLoss())),
                                column("Accuracy", e -> percent(e.trainAccuracy())),
                                column("Val. loss", e -> number(e.validationLoss())),
                                column("Val. accuracy", e -> percent(e.validationAccuracy())),
                                column("Rate", e -> rate(e.learningRate()))));
        VBox.setVgrow(loss, Priority.ALWAYS);
        VBox.setVgrow(accuracy, Priority.ALWAYS);
        var curves = new VBox(12, loss, accuracy);
        HBox.setHgrow(curves, Priority.ALWAYS);
        var left = new VBox(14, facts(report.facts()), epochs);
        left.setPrefWidth(520);
        left.setMinWidth(460);
        var page = new HBox(18, left, curves);
        page.getStyleClass().add("models-tab");
        return page;
    }

    private static Node card(String text) {
        var area = new TextArea(text.isBlank() ? "This model has no card." : text);
        area.setEditable(false);
        area.setWrapText(true);
        area.setAccessibleText("Model card");
        return area;
    }

    private PaintSurface surface(
            Function<Palette, PaintSurface.Painter> painter, String accessibleText) {
        var surface =
                new PaintSurface(
                        (g, width, height) ->
                                painter.apply(palette.getValue()).paint(g, width, height));
        surface.setAccessibleText(accessibleText);
        surface.setMinSize(200, 120);
        palette.subscribe(p -> surface.repaint());
        return surface;
    }

    private static Node facts(List<ModelReport.Fact> facts) {
        var grid = new GridPane(18, 5);
        int row = 0;
        for (ModelReport.Fact fact : facts) {
            var name = new Label(fact.name());
            name.getStyleClass().add("models-fact-name");
            name.setMinWidth(150);
            var value = new Label(fact.value());
            value.setWrapText(true);
            grid.addRow(row++, name, value);
        }
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("models-facts");
        scroll.setMinHeight(Math.min(facts.size(), 8) * 24 + 8);
        return scroll;
    }

    private static <R> TableView<R> table(List<R> rows, List<TableColumn<R, String>> columns) {
        var table = new TableView<R>();
        table.getColumns().setAll(columns);
        table.getItems().setAll(rows);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setFixedCellSize(30);
        table.setPrefHeight(30.0 * rows.size() + 36);
        table.setMinHeight(Math.min(30.0 * rows.size() + 36, 130));
        table.getStyleClass().add("dense");
        return table;
    }

    private static <R> TableColumn<R, String> column(String title, Function<R, String> text) {
        var column = new TableColumn<R, String>(title);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setSortable(false);
        return column;
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String rate(double value) {
        return String.format(Locale.ROOT, "%.1e", value);
    }
}
