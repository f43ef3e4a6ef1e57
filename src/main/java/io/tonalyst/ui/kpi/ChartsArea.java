// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.LatestDaySums;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.kpi.explore.Exports;
import io.tonalyst.ui.kpi.views.ChartChoices;
import io.tonalyst.ui.kpi.views.ChartExports;
import io.tonalyst.ui.kpi.views.ChartFilm;
import io.tonalyst.ui.kpi.views.ChartView;
import io.tonalyst.ui.kpi.views.ChartsModel;
import io.tonalyst.ui.kpi.views.ChartsPane;
import io.tonalyst.ui.kpi.views.CompareChart;
import io.tonalyst.ui.kpi.views.SoundTime;
import io.tonalyst.ui.kpi.views.TimedChart;
import io.tonalyst.ui.kpi.views.ViewSwitch;
import io.tonalyst.video.VideoFormat;
import io.tonalyst.work.JobRunner;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The switch between the line and the other views, and what each needs around it: line and compare
 * have the choices of the month and its sound, the others bring their own.
 */
final class ChartsArea {
    private final KpiViewModel kpis;
    private final ScoreController player;
    private final KpiExport export;
    private final ChartsModel model;
    private final ChartsPane pane;
    private final ViewSwitch views;
    private @Nullable LocalDate wanted;

    ChartsArea(
            KpiViewModel kpis,
            ScoreController player,
            KpiExport export,
            Exports exports,
            LatestDaySums sums,
            JobRunner jobs,
            Executor ui,
            ObservableValue<Palette> palette) {
        this.kpis = kpis;
        this.player = player;
        this.export = export;
        KpiSelection selection = kpis.selection();
        model =
                new ChartsModel(
                        new ChartChoices(
                                kpis.importedProperty(),
                                selection.filterProperty(),
                                selection.agents(),
                                selection.agentProperty(),
                                selection.monthProperty(),
                                selection.measureProperty(),
                                selection.definitionProperty(),
                                selection.thresholdProperty(),
                                this::goTo),
                        sums,
                        jobs,
                        ui);
        var menu =
                new ChartExports(model.chartProperty()::get, this::position, exports, this::film);
        pane =
                new ChartsPane(
                        model,
                        new SoundTime(
                                player.dayPositionProperty(),
                                player.playingProperty(),
                                player::tick,
                                player::goTo),
                        menu.view(),
                        palette);
        views = new ViewSwitch(model.viewProperty());
        model.viewProperty().subscribe(this::hear);
        model.secondProperty().subscribe(this::hear);
        model.thirdProperty().subscribe(this::hear);
    }

    /** Agents that are compared are heard together. */
    private void hear() {
        boolean compares = model.viewProperty().get() == ChartView.COMPARE;
        kpis.selection()
                .besideProperty()
                .set(
                        compares
                                ? Stream.of(model.secondProperty(), model.thirdProperty())
                                        .flatMap(one -> one.get().stream())
                                        .toList()
                                : List.of());
    }

    ChartsModel model() {
        return model;
    }

    /** The buttons that choose a view. */
    Node views() {
        return views.view();
    }

    /** Shows the nodes that a view has: those of the line, or the pane of the others. */
    void place(VBox into, Node choices, Node line, Node transport, Node details) {
        VBox.setVgrow(pane.view(), Priority.ALWAYS);
        model.viewProperty()
                .subscribe(
                        view ->
                                into.getChildren()
                                        .setAll(nodes(view, choices, line, transport, details)));
        model.viewProperty()
                .addListener(
                        (property, before, after) -> {
                            model.stepper().pause();
                            if (!after.followsSound()) {
                                player.pause();
                            }
                        });
    }

    private List<Node> nodes(
            ChartView view, Node choices, Node line, Node transport, Node details) {
        return switch (view) {
            case LINE -> List.of(choices, line, transport, details);
            case COMPARE -> List.of(choices, pane.view(), transport, details);
            default -> List.of(pane.view());
        };
    }

    /** Whether the keys of the month and its sound hold. */
    boolean followsSound() {
        return model.viewProperty().get().followsSound();
    }

    private double position() {
        return pane.position();
    }

    /** Chooses a day; one of another month once that is there. */
    private void goTo(LocalDate day) {
        KpiShown shown = kpis.shownProperty().get();
        YearMonth month = YearMonth.from(day);
        if (shown != null && shown.request().query().month().equals(month)) {
            player.goTo(day.getDayOfMonth() - 1.0);
        } else if (kpis.selection().months().contains(month)) {
            wanted = day;
            kpis.selection().monthProperty().set(month);
        }
    }

    /** The place in a month that has just come: the day asked for, else its last. */
    double firstPosition(KpiShown shown) {
        LocalDate day = wanted;
        wanted = null;
        boolean here = day != null && shown.request().query().month().equals(YearMonth.from(day));
        return here && day != null ? day.getDayOfMonth() - 1.0 : shown.frame().days() - 1.0;
    }

    private void film(TimedChart chart, VideoFormat format, Palette palette, Path file) {
        KpiShown shown = kpis.shownProperty().get();
        boolean heard = chart instanceof CompareChart && shown != null;
        export.film(
                heard && shown != null
                        ? new ChartFilm(chart, shown.sound(), shown.score().days()::apply)
                        : ChartFilm.silent(chart),
                format,
                palette,
                file);
    }

    /** Shows a view. */
    void show(ChartView view) {
        model.viewProperty().set(view);
    }

    void close() {
        model.close();
    }
}
