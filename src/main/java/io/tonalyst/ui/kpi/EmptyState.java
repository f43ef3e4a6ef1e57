// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the workspace shows before a call log is open. */
final class EmptyState {
    private final VBox view = new VBox();

    /**
     * @param choose asks for a call log
     * @param wizard asks for a call log and what its columns mean
     * @param database asks for a database with the calls
     * @param sample opens the bundled one
     * @param hasSample whether there is one
     */
    EmptyState(
            Runnable choose,
            Runnable wizard,
            Runnable database,
            Runnable sample,
            boolean hasSample) {
        var icon = new FontIcon(Feather.BAR_CHART_2);
        icon.getStyleClass().add("kpi-empty-icon");
        var title = new Label("Drop a call log here or open the sample");
        title.getStyleClass().add("kpi-empty-title");
        var text =
                new Label(
                        "A call log is a table with one row a call: CSV, TSV or XLSX, also gzipped,"
                                + " with agent, date and talk time. Of an unknown kind, the import"
                                + " asks what its columns mean. Nothing leaves this machine.");
        text.setWrapText(true);
        text.getStyleClass().add("kpi-empty-text");
        var open = new Button("Open a call log…", new FontIcon(Feather.FOLDER));
        open.getStyleClass().add("accent");
        open.setOnAction(event -> choose.run());
        var trySample = new Button("Open the sample", new FontIcon(Feather.PLAY_CIRCLE));
        trySample.setOnAction(event -> sample.run());
        trySample.setDisable(!hasSample);
        var importing = new Button("Import…", new FontIcon(Feather.UPLOAD));
        importing.setOnAction(event -> wizard.run());
        var asking = new Button("Open database…", new FontIcon(Feather.DATABASE));
        asking.setOnAction(event -> database.run());
        var actions = new HBox(10, open, importing, asking, trySample);
        actions.setAlignment(Pos.CENTER);
        view.getChildren().addAll(icon, title, text, actions);
        view.getStyleClass().add("kpi-empty");
    }

    Node view() {
        return view;
    }
}
