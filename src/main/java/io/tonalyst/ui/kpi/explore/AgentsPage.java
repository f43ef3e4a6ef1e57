// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.explore;

import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.explore.FigureTable;
import io.tonalyst.kpi.overview.Granularity;
import io.tonalyst.kpi.overview.Overview;
import io.tonalyst.kpi.overview.OverviewTables;
import io.tonalyst.ui.Palette;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * All agents: their ranking, and of the one chosen in it a control chart, its periods, and a
 * scorecard of all measures.
 */
public final class AgentsPage {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("error");

    private final OverviewModel model;
    private final IntegerProperty chosen = new SimpleIntegerProperty(Plot.NONE);
    private final PlotPane plot;
    private final FigureTableView ranking = new FigureTableView(chosen);
    private final FigureTableView periods;
    private final FigureTableView scorecard =
            new FigureTableView(new SimpleIntegerProperty(Plot.NONE));
    private final Label notes = new Label();
    private final VBox view;
    private String agent = "";
    private @Nullable Plot shown;
    private boolean showing;

    public AgentsPage(OverviewModel model, ObservableValue<Palette> palette, Exports exports) {
        this.model = model;
        plot = new PlotPane(palette);
        periods = new FigureTableView(plot.markedProperty());
        notes.setWrapText(true);
        notes.setMinHeight(Region.USE_PREF_SIZE);
        notes.getStyleClass().add("kpi-sentence");
        var upper = new SplitPane(ranking.view(), scorecard.view());
        upper.setDividerPositions(0.62);
        upper.getStyleClass().add("kpi-split");
        var lower = new SplitPane(plot.view(), periods.view());
        lower.setDividerPositions(0.62);
        lower.getStyleClass().add("kpi-split");
        var split = new SplitPane(upper, lower);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.34);
        split.getStyleClass().add("kpi-split");
        VBox.setVgrow(split, Priority.ALWAYS);
        view = new VBox(10, choices(exports), split, notes);
        chosen.subscribe(this::choose);
        model.overviewProperty().subscribe(this::show);
    }

    public Node view() {
        return view;
    }

    private Node choices(Exports exports) {
        ComboBox<Measure> measures = Titles.box("Measure", Measure::title);
        measures.setItems(model.measures());
        measures.valueProperty().bindBidirectional(model.measureProperty());
        ComboBox<Definition> definitions = Titles.box("Definition", Definition::title);
        definitions.getItems().setAll(Definition.values());
        definitions.valueProperty().bindBidirectional(model.definitionProperty());
        definitions.disableProperty().bind(model.measureProperty().isNotEqualTo(Measure.AHT));
        ComboBox<Granularity> lengths = Titles.box("Period", g -> "by " + g.key());
        lengths.getItems().setAll(Granularity.values());
        lengths.valueProperty().bindBidirectional(model.granularityProperty());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var row =
                new HBox(
                        8,
                        measures,
                        definitions,
                        lengths,
                        new Label("Target"),
                        target(),
                        space,
                        exports.menu(() -> shown, this::table));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private TextField target() {
        var field = new TextField();
        field.setPrefColumnCount(6);
        field.setAccessibleText("Target");
        Runnable enter =
                () -> {
                    Optional<String> problem = model.enterTarget(field.getText());
                    field.pseudoClassStateChanged(INVALID, problem.isPresent());
                    field.setTooltip(problem.map(Tooltip::new).orElse(null));
                };
        field.setOnAction(event -> enter.run());
        field.focusedProperty()
                .addListener(
                        (property, before, after) -> {
                            if (!after) {
                                enter.run();
                            }
                        });
        model.targetProperty()
                .subscribe(value -> field.setText(value == null ? "" : Pen.plain(value)));
        model.overviewProperty()
                .subscribe(
                        made ->
                                field.setPromptText(
                                        made == null ? "" : Pen.plain(Math.rint(made.target()))));
        return field;
    }

    private @Nullable FigureTable table() {
        Overview made = model.overviewProperty().get();
        return made == null ? null : OverviewTables.allPeriods(made);
    }

    private void show(@Nullable Overview made) {
        showing = true;
        ranking.show("Agents, best first", made == null ? null : OverviewTables.ranking(made));
        showing = false;
        notes.setText(made == null ? model.noticeProperty().get() : sentences(made));
        List<Overview.Agent> agents = made == null ? List.of() : made.agents();
        int same =
                IntStream.range(0, agents.size())
                        .filter(i -> agents.get(i).code().equals(agent))
                        .findFirst()
                        .orElse(agents.isEmpty() ? Plot.NONE : 0);
        if (chosen.get() == same) {
            choose();
        } else {
            chosen.set(same);
        }
    }

    private String sentences(Overview made) {
        String empty = model.noticeProperty().get();
        return empty.isEmpty()
                ? "Target %s, %s. %s Rank 1 is the best. %s"
                        .formatted(
                                made.query().measure().format(made.target()),
                                made.targetText(),
                                made.limitsText(),
                                String.join(" ", made.formula().notes()))
                        .strip()
                : empty;
    }

    /** Shows the agent whose row is selected. */
    private void choose() {
        Overview made = model.overviewProperty().get();
        int row = chosen.get();
        if (showing) {
            return;
        }
        if (made == null || row < 0 || row >= made.agents().size()) {
            shown = null;
            plot.show(null);
            periods.show("Periods", null);
            scorecard.show("Scorecard", null);
            return;
        }
        Overview.Agent one = made.agents().get(row);
        agent = one.code();
        shown = new TrendPlot(made, one);
        plot.show(shown);
        periods.show("Periods of agent " + one.title(), OverviewTables.periods(one));
        scorecard.show("Scorecard of agent " + one.title(), OverviewTables.scorecard(one));
        ranking.follow();
    }
}
