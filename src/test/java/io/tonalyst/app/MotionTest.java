// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.kpi.KpiWorkspace;
import io.tonalyst.ui.kpi.views.ChartView;
import io.tonalyst.work.CancelToken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioMenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing plays by itself, and what plays goes in steps for who wishes little motion. */
class MotionTest {
    private static final long LISTEN_MILLIS = 1200;

    /** Four steps a second, and one at each end. */
    private static final int MOST_STEPS = (int) (LISTEN_MILLIS / 250) + 2;

    @TempDir Path folder;

    private final FxCall fx = new FxCall(120);
    private WindowWalk window;

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @BeforeEach
    void open() throws Exception {
        window = new WindowWalk(fx, folder);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void nothingPlaysByItself() throws Exception {
        Set<String> heard = new TreeSet<>();
        ChangeListener<Boolean> tell = (property, before, after) -> heard.add("something played");
        fx.run(
                () -> {
                    kpis().player().playingProperty().addListener(tell);
                    kpis().charts().stepper().playingProperty().addListener(tell);
                });
        window.through(page -> fx.run(() -> listen(page, heard)));
        for (ChartView view : ChartView.values()) {
            fx.run(() -> kpis().showView(view));
            fx.pulses(3);
            fx.run(() -> listen(view.name(), heard));
        }
        fx.run(
                () -> {
                    var choice = kpis().model().selection();
                    choice.stepAgent(1);
                    choice.monthProperty().set(choice.months().getLast());
                });
        fx.pulses(10);
        Path session = folder.resolve("calls.tonalyst");
        fx.run(() -> window.desktop().sessions().saveAs(session));
        fx.until(() -> session.toFile().length() > 0, "saving the session");
        fx.run(() -> window.desktop().open(List.of(session)));
        fx.pulses(30);
        fx.run(() -> listen("session", heard));
        assertThat(heard).isEmpty();
    }

    private void listen(String page, Set<String> heard) {
        if (kpis().player().playingProperty().get()
                || kpis().charts().stepper().playingProperty().get()
                || window.desktop().wiring().recordings().positionSeconds() > 0) {
            heard.add(page);
        }
    }

    @Test
    void withLittleMotionTheMonthGoesFromDayToDay() throws Exception {
        Home home = Home.locate();
        fx.run(() -> menuItem("Reduced motion").fire());
        fx.run(() -> window.desktop().open(home.sampleLog()));
        fx.until(() -> kpis().player().loadedProperty().get(), "the month");
        assertThat(playMonth()).hasSizeGreaterThan(1).allMatch(day -> day == Math.rint(day));
        fx.run(() -> menuItem("Full motion").fire());
        assertThat(playMonth()).anyMatch(day -> day != Math.rint(day));
    }

    /** The positions that a second of the month went through, without the start. */
    private List<Double> playMonth() throws Exception {
        List<Double> days = new CopyOnWriteArrayList<>();
        ChangeListener<Number> note = (property, before, after) -> days.add(after.doubleValue());
        var player = kpis().player();
        fx.run(() -> player.goTo(0));
        fx.run(
                () -> {
                    player.dayPositionProperty().addListener(note);
                    player.togglePlay();
                });
        Thread.sleep(LISTEN_MILLIS);
        fx.until(() -> days.size() > 1, "playing");
        fx.run(
                () -> {
                    player.dayPositionProperty().removeListener(note);
                    player.togglePlay();
                });
        return days;
    }

    @Test
    void withLittleMotionThePlayheadGoesInSteps() throws Exception {
        Home home = Home.locate();
        var recordings = window.desktop().wiring().recordings();
        fx.run(() -> window.desktop().open(home.sampleRecordings().subList(0, 1)));
        fx.until(recordings::isReadyToPlay, "opening");
        fx.run(() -> menuItem("Reduced motion").fire());
        Set<Double> drawn = new TreeSet<>();
        fx.run(() -> recordings.onPlayheadDrawn((pane, seconds) -> drawn.add(seconds)));
        fx.run(recordings::play);
        Thread.sleep(LISTEN_MILLIS);
        fx.run(recordings::pause);
        assertThat(fx.get(() -> drawn.size())).isBetween(2, MOST_STEPS + 1);
    }

    @Test
    void theChoiceIsKeptAndFollowsTheSystemUntilThen() throws Exception {
        assertThat(fx.get(() -> ((RadioMenuItem) menuItem(Motion.SYSTEM.title())).isSelected()))
                .isTrue();
        assertThat(Motion.SYSTEM.isReduced(true)).isTrue();
        assertThat(Motion.SYSTEM.isReduced(false)).isFalse();
        assertThat(Motion.FULL.isReduced(true)).isFalse();
        fx.run(() -> menuItem("Reduced motion").fire());
        assertThat(fx.get(() -> window.desktop().wiring().reducedMotionProperty().get())).isTrue();
        window.close();
        window = new WindowWalk(fx, folder);
        assertThat(fx.get(() -> ((RadioMenuItem) menuItem("Reduced motion")).isSelected()))
                .isTrue();
        assertThat(fx.get(() -> kpis().reducedMotionProperty().get())).isTrue();
    }

    @Test
    void withLittleMotionNoBarRunsToAndFro() throws Exception {
        fx.run(() -> window.desktop().setMotion(Motion.REDUCED));
        var status = new StatusPane(new FxExecutor());
        status.setReducedMotion(true);
        fx.run(() -> status.progress("Reading", Double.NaN, new CancelToken()));
        fx.pulses(2);
        fx.run(
                () -> {
                    new Scene((Parent) status.view());
                    status.view().applyCss();
                    for (Node bar : status.view().lookupAll(".progress-bar")) {
                        assertThat(((ProgressBar) bar).isVisible()).isFalse();
                    }
                });
    }

    private KpiWorkspace kpis() {
        return window.desktop().wiring().kpis();
    }

    private MenuItem menuItem(String title) {
        List<MenuItem> items = new ArrayList<>();
        ((MenuBar) window.root().lookup(".menu-bar"))
                .getMenus()
                .forEach(menu -> items.addAll(menu.getItems()));
        return items.stream()
                .filter(item -> title.equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }
}
