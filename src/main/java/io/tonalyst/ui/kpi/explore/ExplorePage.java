// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.explore;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.explore.Answer;
import io.tonalyst.kpi.explore.Breakdown;
import io.tonalyst.kpi.explore.Distribution;
import io.tonalyst.kpi.explore.Figure;
import io.tonalyst.kpi.explore.FigureTable;
import io.tonalyst.kpi.explore.Question;
import io.tonalyst.ui.Palette;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Questions to the whole log: a list of them, the answer as a chart, and its table. */
public final class ExplorePage {
    private final ExploreModel model;
    private final PlotPane plot;
    private final FigureTableView table;
    private final ListView<Question> list = new ListView<>();
    private final ComboBox<Figure> figures = Titles.box("Figure", Figure::title);
    private final ComboBox<Grouping> groupings = Titles.box("Compared by", Grouping::title);
    private final CheckBox sorted = new CheckBox("Largest first");
    private final Label notes = new Label();
    private final VBox view;
    private @Nullable Plot shown;
    private @Nullable FigureTable figuresShown;
    private boolean setting;

    /**
     * By what calls are grouped.
     *
     * @param by null for the spread over single calls
     */
    private record Grouping(@Nullable CallDimension by) {
        String title() {
            return by == null ? "its distribution" : "by " + by.title().toLowerCase(Locale.ROOT);
        }
    }

    public ExplorePage(ExploreModel model, ObservableValue<Palette> palette, Exports exports) {
        this.model = model;
        plot = new PlotPane(palette);
        table = new FigureTableView(plot.markedProperty());
        list.setItems(model.questions());
        list.setAccessibleText("Questions to the log");
        list.getStyleClass().addAll("dense", "explore-questions");
        list.setCellFactory(ignored -> new QuestionCell());
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, after) -> ask(after));
        figures.valueProperty().addListener((property, before, after) -> choose());
        groupings.valueProperty().addListener((property, before, after) -> choose());
        sorted.selectedProperty().subscribe(() -> show(model.answerProperty().get()));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var choices =
                new HBox(
                        8,
                        figures,
                        groupings,
                        sorted,
                        space,
                        exports.menu(() -> shown, () -> figuresShown));
        choices.setAlignment(Pos.CENTER_LEFT);
        notes.setWrapText(true);
        notes.setMinHeight(Region.USE_PREF_SIZE);
        notes.getStyleClass().add("kpi-sentence");
        var chart = new VBox(8, choices, plot.view(), notes);
        VBox.setVgrow(plot.view(), Priority.ALWAYS);
        chart.getStyleClass().add("explore-chart");
        var split = new SplitPane(list, chart, table.view());
        split.setDividerPositions(0.18, 0.68);
        split.getStyleClass().add("kpi-split");
        SplitPane.setResizableWithParent(list, false);
        VBox.setVgrow(split, Priority.ALWAYS);
        view = new VBox(split);
        model.questionProperty().subscribe(this::follow);
        model.answerProperty().subscribe(this::show);
        model.noticeProperty().subscribe(() -> show(model.answerProperty().get()));
    }

    public Node view() {
        return view;
    }

    private void ask(@Nullable Question question) {
        if (!setting && question != null) {
            model.questionProperty().set(question);
        }
    }

    /** What the two boxes say, as a question. */
    private void choose() {
        Figure figure = figures.getValue();
        Grouping grouping = groupings.getValue();
        CallLog log = model.log();
        if (setting || figure == null || log == null) {
            return;
        }
        CallDimension by = grouping == null ? null : grouping.by();
        boolean spread = by == null && figure.kind() == Figure.Kind.DURATION;
        model.questionProperty()
                .set(
                        spread
                                ? new Question.Spread(figure)
                                : new Question.Compare(
                                        figure, by == null ? CallDimension.AGENT : by));
    }

    private void follow(@Nullable Question question) {
        CallLog log = model.log();
        if (question == null || log == null) {
            return;
        }
        setting = true;
        figures.getItems().setAll(Arrays.stream(Figure.values()).filter(f -> f.isIn(log)).toList());
        var offered = new ArrayList<Grouping>();
        if (question.figure().kind() == Figure.Kind.DURATION) {
            offered.add(new Grouping(null));
        }
        for (CallDimension by : CallDimension.values()) {
            if (!log.codes(by).isEmpty()) {
                offered.add(new Grouping(by));
            }
        }
        groupings.getItems().setAll(offered);
        figures.setValue(question.figure());
        groupings.setValue(
                new Grouping(question instanceof Question.Compare compare ? compare.by() : null));
        if (list.getItems().contains(question)) {
            list.getSelectionModel().select(question);
        } else {
            list.getSelectionModel().clearSelection();
        }
        setting = false;
    }

    private void show(@Nullable Answer answer) {
        sorted.setDisable(!(answer instanceof Answer.Compared));
        shown =
                switch (answer) {
                    case null -> null;
                    case Answer.Compared compared -> {
                        Breakdown order = ordered(compared.breakdown());
                        figuresShown = new Answer.Compared(order, compared.notes()).table();
                        yield new BarPlot(order, answer.formula());
                    }
                    case Answer.Spread spread -> {
                        figuresShown = spread.table();
                        yield new HistogramPlot(spread.distribution(), answer.formula());
                    }
                };
        plot.show(shown);
        table.show(answer == null ? "" : answer.title(), shown == null ? null : figuresShown);
        String notice = model.noticeProperty().get();
        notes.setText(!notice.isEmpty() ? notice : sentences(answer));
    }

    private static String sentences(@Nullable Answer answer) {
        String notes = answer == null ? "" : String.join(" ", answer.notes());
        return answer instanceof Answer.Spread(Distribution distribution, List<String> ignored)
                ? distribution.sentence() + " " + notes
                : notes;
    }

    private Breakdown ordered(Breakdown breakdown) {
        if (!sorted.isSelected()) {
            return breakdown;
        }
        List<Breakdown.Group> groups =
                breakdown.groups().stream()
                        .sorted(
                                Comparator.comparingDouble(
                                        g -> Double.isNaN(g.value()) ? 1e300 : -g.value()))
                        .toList();
        return new Breakdown(
                breakdown.by(), breakdown.figure(), breakdown.filter(), groups, breakdown.all());
    }

    /** A question by its title. */
    private static final class QuestionCell extends ListCell<Question> {
        @Override
        protected void updateItem(@Nullable Question question, boolean empty) {
            super.updateItem(question, empty);
            setText(question == null || empty ? null : question.title());
        }
    }
}
