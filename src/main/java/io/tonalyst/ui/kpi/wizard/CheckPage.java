// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.wizard;

import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.RowProblem;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The third page: what reading the whole file came to, and saving the mapping. */
final class CheckPage {
    private final ProgressBar bar = new ProgressBar(0);
    private final Label summary = new Label();
    private final VBox kinds = new VBox(3);
    private final VBox remarks = new VBox(3);
    private final ListView<String> rows = new ListView<>();
    private final Button export =
            new Button("Export the rows left out…", new FontIcon(Feather.DOWNLOAD));
    private final VBox view;

    /**
     * @param exportProblems asks for a file and writes the rows left out
     */
    CheckPage(ImportModel model, Runnable exportProblems) {
        var stop = new Button("Stop");
        stop.setOnAction(event -> model.checked().stop());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("How much of the file has been read");
        HBox.setHgrow(bar, Priority.ALWAYS);
        var progress = new HBox(10, bar, stop);
        progress.setAlignment(Pos.CENTER_LEFT);
        progress.visibleProperty().bind(model.checked().runningProperty());
        progress.managedProperty().bind(progress.visibleProperty());
        model.checked().progressProperty().subscribe(value -> bar.setProgress(value.doubleValue()));
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        summary.getStyleClass().add("wizard-summary");
        rows.setAccessibleText("The first rows left out");
        rows.getStyleClass().add("dense");
        VBox.setVgrow(rows, Priority.ALWAYS);
        export.setOnAction(event -> exportProblems.run());
        view = new VBox(12, progress, summary, kinds, remarks, rows, export, saving(model));
        for (Node node : List.of(kinds, remarks, rows, export)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        model.checked().resultProperty().subscribe(this::show);
    }

    private static Node saving(ImportModel model) {
        var name = new TextField();
        name.setPromptText("Name");
        name.setAccessibleText("Name to save the mapping under");
        name.setPrefColumnCount(18);
        var save = new Button("Save the mapping", new FontIcon(Feather.SAVE));
        save.setOnAction(event -> model.save(name.getText()));
        name.setOnAction(event -> model.save(name.getText()));
        var saved = new Label();
        saved.textProperty().bind(model.savedProperty());
        saved.getStyleClass().add("kpi-sentence");
        var row = new HBox(8, new Label("For the next log of this kind:"), name, save, saved);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    Node view() {
        return view;
    }

    private void show(@Nullable CallLogImport read) {
        boolean problems = read != null && read.problemCount() > 0;
        kinds.setVisible(problems);
        // Those of a database stay there.
        boolean described = read != null && !read.problems().isEmpty();
        rows.setVisible(described);
        export.setVisible(described);
        remarks.setVisible(read != null && !read.remarks().isEmpty());
        if (read == null) {
            summary.setText("");
            return;
        }
        summary.setText(String.format(Locale.ROOT, "%,d rows: %s", read.rows(), read.headline()));
        kinds.getChildren()
                .setAll(
                        read.problemCounts().entrySet().stream()
                                .sorted(
                                        Map.Entry.<RowProblem.Kind, Long>comparingByValue(
                                                Comparator.reverseOrder()))
                                .map(e -> line("%,d".formatted(e.getValue()), e.getKey().title()))
                                .toList());
        remarks.getChildren().setAll(read.remarks().stream().map(text -> line("", text)).toList());
        rows.getItems().setAll(read.problems().stream().map(RowProblem::sentence).toList());
    }

    private static Node line(String number, String text) {
        var count = new Label(number);
        count.getStyleClass().add("wizard-count");
        var what = new Label(text);
        what.setWrapText(true);
        return number.isEmpty() ? what : new HBox(8, count, what);
    }
}
