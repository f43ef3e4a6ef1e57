// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.ui.Palette;
import io.tonalyst.ui.kpi.explore.FigureTableView;
import io.tonalyst.ui.kpi.explore.Plot;
import io.tonalyst.ui.kpi.explore.PlotPane;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The chart of a view beside its table, with what can be chosen for it, and the time of charts that
 * have no sound under it. Where the system asks for less motion, charts go from step to step
 * without moving in between.
 */
public final class ChartsPane {
    private final ChartsModel model;
    private final SoundTime sound;
    private final PlotPane plot;
    private final FigureTableView table;
    private final Label notice = new Label();
    private final StepBar bar;
    private final VBox view;
    private int tableStep = -1;
    private boolean following;

    /**
     * @param export the menu that writes the chart to files
     */
    public ChartsPane(
            ChartsModel model, SoundTime sound, Node export, ObservableValue<Palette> palette) {
        this.model = model;
        this.sound = sound;
        plot = new PlotPane(palette);
        table = new FigureTableView(plot.markedProperty());
        bar = new StepBar(model);
        notice.getStyleClass().add("kpi-notice");
        notice.setMouseTransparent(true);
        var split = new SplitPane(plot.view(), table.view());
        split.setDividerPositions(0.68);
        split.getStyleClass().add("kpi-split");
        SplitPane.setResizableWithParent(table.view(), false);
        var stage = new StackPane(split, notice);
        VBox.setVgrow(stage, Priority.ALWAYS);
        view = new VBox(8, new ChartControls(model, export).view(), stage, bar.view());
        view.addEventFilter(KeyEvent.KEY_PRESSED, bar::pressed);
        plot.setActivation(this::activate);
        // Days are steps: walking them by key or table moves the sound there.
        plot.markedProperty().addListener((property, before, after) -> marked(after.intValue()));
        model.chartProperty().subscribe(this::show);
        model.noticeProperty().subscribe(notice::setText);
        model.stepper().positionProperty().subscribe(this::move);
        model.stepper().playingProperty().subscribe(this::animate);
        sound.day().subscribe(this::move);
        sound.playing().subscribe(this::animate);
        model.viewProperty().subscribe(this::animate);
    }

    public Node view() {
        return view;
    }

    /** The moment that is drawn. */
    public double position() {
        return isHeard() ? sound.day().get() : model.stepper().positionProperty().get();
    }

    private boolean isHeard() {
        return model.chartProperty().get() instanceof CompareChart;
    }

    private void show(@Nullable TimedChart chart) {
        following = true;
        tableStep = -1;
        bar.view().setVisible(chart != null && !isHeard());
        bar.view().setManaged(bar.view().isVisible());
        if (chart == null) {
            plot.show(null);
            table.show("Figures", null);
        } else {
            int mark = plot.markedProperty().get();
            plot.show(chart.at(position()));
            fill(chart);
            boolean kept = mark >= 0 && mark < chart.at(position()).items();
            plot.markedProperty().set(kept ? mark : Plot.NONE);
            table.follow();
        }
        following = false;
        animate();
    }

    private void move() {
        TimedChart chart = model.chartProperty().get();
        if (chart != null && model.activeProperty().get()) {
            plot.move(chart.at(position()));
            if (chart.isTableMoving() && tableStep != (int) position()) {
                fill(chart);
            }
        }
    }

    private void fill(TimedChart chart) {
        boolean before = following;
        following = true;
        tableStep = (int) position();
        table.show(chart.title(), chart.table(position()));
        table.follow();
        following = before;
    }

    private void animate() {
        if (isHeard()) {
            plot.animate(sound.playing().get() && model.activeProperty().get(), sound.tick());
        } else {
            plot.animate(model.stepper().playingProperty().get(), model.stepper()::tick);
        }
    }

    private void marked(int item) {
        if (!following && item >= 0 && table.view().isFocused() && isHeard()) {
            sound.goTo().accept(item);
        }
    }

    private void activate(int item, int clicks) {
        switch (model.chartProperty().get()) {
            case CompareChart chart -> sound.goTo().accept(item);
            case BubbleChart chart -> model.toggleChosen(chart.agent(item));
            case MultiplesChart chart -> {
                if (clicks > 1) {
                    model.choices().agent().set(chart.agent(item));
                    model.viewProperty().set(ChartView.CALENDAR);
                }
            }
            case CalendarChart chart -> {
                model.choices().goTo().accept(chart.date(item));
                if (clicks > 1) {
                    model.viewProperty().set(ChartView.LINE);
                }
            }
            case null, default -> {
                // Nothing is shown that could be opened.
            }
        }
    }
}
