// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.training.Ablation;
import io.tonalyst.training.RunLog;
import io.tonalyst.training.RunLog.Run;
import io.tonalyst.training.RunLog.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The log of all trainings: what was tried, with which recipe, and what came of it. */
final class RunsPage {
    private static final String EVERY = "All purposes";
    private static final int ROWS = 16;
    private static final String INTRO =
            "Every training that led to this model, also those that did badly. Recipes are chosen by"
                    + " validation figures alone; test figures are taken once for each reported"
                    + " recipe. A click on a heading sorts.";

    private final RunLog.Contents log;
    private final ComboBox<String> purpose = new ComboBox<>();
    private final TextField words = new TextField();
    private final Label shown = Layout.muted("");
    private final TextArea recipe = new TextArea();
    private final TableView<Run> table;

    RunsPage(RunLog.Contents log) {
        this.log = log;
        this.table = Tables.of("Runs", ROWS, log.runs(), columns());
    }

    private static List<TableColumn<Run, ?>> columns() {
        List<TableColumn<Run, ?>> columns = new ArrayList<>();
        columns.add(Tables.text("Run", 122, Run::id));
        columns.add(Tables.text("Purpose", 72, Run::purpose));
        columns.add(Tables.text("Parent", 80, r -> orDash(r.parent())));
        columns.add(Tables.text("Fold", 76, RunsPage::fold));
        columns.add(Tables.number("Seed", 44, Run::seed, v -> String.valueOf(Math.round(v))));
        columns.add(Tables.count("Values", 70, Run::parameters));
        columns.add(Tables.count("Epochs", 54, Run::epochs));
        columns.add(Tables.number("CPU", 58, Run::cpuSeconds, Format::duration));
        columns.add(percent("Val. acc.", r -> validation(r, Scores::accuracy)));
        columns.add(percent("Val. UAR", r -> validation(r, Scores::uar)));
        columns.add(
                Tables.number("Val. loss", 64, r -> validation(r, Scores::loss), Format::three));
        columns.add(percent("Test acc.", r -> test(r, Scores::accuracy)));
        columns.add(percent("Test UAR", r -> test(r, Scores::uar)));
        columns.add(Tables.text("Note", 120, Run::note));
        return columns;
    }

    private static String fold(Run run) {
        return orDash(run.protocol()) + (run.fold() == null ? "" : " " + run.fold());
    }

    private static TableColumn<Run, Double> percent(String title, ToDoubleFunction<Run> value) {
        return Tables.percent(title, 66, value);
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "–" : text;
    }

    private static double validation(Run run, ToDoubleFunction<Scores> figure) {
        return Optional.ofNullable(run.validation()).map(figure::applyAsDouble).orElse(Double.NaN);
    }

    private static double test(Run run, ToDoubleFunction<Scores> figure) {
        return Optional.ofNullable(run.test()).map(figure::applyAsDouble).orElse(Double.NaN);
    }

    Node view() {
        purpose.getItems().add(EVERY);
        log.runs().stream().map(Run::purpose).distinct().sorted().forEach(purpose.getItems()::add);
        purpose.setValue(EVERY);
        purpose.setAccessibleText("Purpose of the runs that are shown");
        purpose.valueProperty().subscribe(value -> refresh());
        words.setPromptText("Filter: words of name, note or recipe");
        words.setAccessibleText("Words that must occur in a run");
        words.textProperty().subscribe(value -> refresh());
        HBox.setHgrow(words, Priority.ALWAYS);
        var head = new HBox(12, purpose, words, shown);
        head.setAlignment(Pos.CENTER_LEFT);
        shown.setWrapText(false);
        shown.setMinWidth(Region.USE_PREF_SIZE);
        recipe.setEditable(false);
        recipe.setPrefRowCount(9);
        recipe.setPromptText("Select a run to see its recipe");
        recipe.setAccessibleText("Recipe of the selected run");
        recipe.getStyleClass().add("models-recipe");
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(run -> recipe.setText(run == null ? "" : describe(run)));
        List<Node> parts =
                new ArrayList<>(
                        List.of(head, table, Layout.section("Recipe of the selected run"), recipe));
        log.problems().forEach(problem -> parts.add(Layout.paragraph("⚠ " + problem)));
        if (log.runs().isEmpty()) {
            parts.add(0, Layout.paragraph("This model has no run log yet."));
        }
        return Layout.page("Run log", INTRO, parts.toArray(Node[]::new));
    }

    private void refresh() {
        String chosen = purpose.getValue();
        List<Run> runs =
                RunFilter.of(EVERY.equals(chosen) ? "" : String.valueOf(chosen), words.getText())
                        .apply(log.runs());
        Tables.fill(table, ROWS, runs);
        shown.setText("%d of %d runs".formatted(runs.size(), log.runs().size()));
    }

    private String describe(Run run) {
        var text = new StringBuilder(run.id()).append("\n");
        if (!run.note().isBlank()) {
            text.append(run.note()).append('\n');
        }
        log.runs().stream()
                .filter(other -> other.id().equals(run.parent()))
                .findFirst()
                .ifPresent(
                        parent ->
                                text.append("against ")
                                        .append(parent.id())
                                        .append(": ")
                                        .append(Ablation.change(run, parent))
                                        .append('\n'));
        return text.append(run.recipe().toPrettyString()).toString();
    }
}
