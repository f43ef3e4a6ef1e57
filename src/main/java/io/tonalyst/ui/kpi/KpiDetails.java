// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.RowProblem;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Under the chart, whose subtitle is the formula: the formula's figures for the month, how it
 * sounds, and which rows were left out.
 */
final class KpiDetails {
    private final Label figures = sentence("kpi-figures");
    private final Label sound = sentence("kpi-sentence");
    private final Label source = new Label();
    private final Button problemsButton = new Button();
    private final ListView<RowProblem> problems = new ListView<>();
    private final VBox view = new VBox();

    /**
     * @param exportProblems asks for a file and writes the rows that were left out
     */
    KpiDetails(Runnable exportProblems) {
        source.getStyleClass().add("kpi-sentence");
        source.setMinWidth(Region.USE_PREF_SIZE);
        problemsButton.setMinWidth(Region.USE_PREF_SIZE);
        problemsButton.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        problemsButton.getStyleClass().addAll("flat", "small", "kpi-problems-button");
        problemsButton.setTooltip(new Tooltip("Show or hide the rows that were left out"));
        problemsButton.managedProperty().bind(problemsButton.visibleProperty());
        problems.getStyleClass().addAll("kpi-problems", "dense");
        problems.setAccessibleText("Rows left out");
        problems.setCellFactory(list -> new ProblemCell());
        problems.setVisible(false);
        problemsButton.setOnAction(event -> problems.setVisible(!problems.isVisible()));
        problems.managedProperty().bind(problems.visibleProperty());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var foot = new HBox(8, sound, space, problemsButton, source);
        foot.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(sound, Priority.SOMETIMES);
        var export = new Button("Export the rows…", new FontIcon(Feather.DOWNLOAD));
        export.getStyleClass().add("small");
        export.setTooltip(
                new Tooltip("Write all rows that were left out, with the reasons, as CSV"));
        export.setOnAction(event -> exportProblems.run());
        export.visibleProperty().bind(problems.visibleProperty());
        export.managedProperty().bind(problems.visibleProperty());
        view.getChildren().addAll(figures, foot, problems, export);
        view.getStyleClass().add("kpi-details");
    }

    Node view() {
        return view;
    }

    void show(KpiShown shown) {
        figures.setText(FormulaText.of(shown.series()));
        sound.setText(shown.score().sentence());
    }

    void showSource(String name, @Nullable CallLogImport imported) {
        if (imported != null) {
            source.setText(
                    String.format(Locale.ROOT, "%s · %,d calls", name, imported.log().callCount()));
            problemsButton.setVisible(imported.problemCount() > 0);
            problems.setVisible(false);
            problemsButton.setText(
                    imported.problemCount() == 1
                            ? "1 row left out"
                            : String.format(
                                    Locale.ROOT, "%,d rows left out", imported.problemCount()));
            problems.getItems().setAll(imported.problems());
        }
    }

    private static Label sentence(String style) {
        var label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    /** A row problem as one line. */
    private static final class ProblemCell extends ListCell<RowProblem> {
        @Override
        protected void updateItem(@Nullable RowProblem problem, boolean empty) {
            super.updateItem(problem, empty);
            setText(problem == null || empty ? null : problem.sentence());
        }
    }
}
