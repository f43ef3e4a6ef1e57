// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.export.SmallPng;
import io.tonalyst.kpi.Measure;
import io.tonalyst.ui.Workspace;
import io.tonalyst.ui.kpi.KpiWorkspace;
import io.tonalyst.ui.kpi.views.ChartView;
import io.tonalyst.ui.recordings.SessionStatus;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** Brings the window through its pages with the samples and takes a picture of each. */
final class Screenshots {
    private static final int AGENT = 32400;
    private static final YearMonth MONTH = YearMonth.of(2017, 1);
    private static final int DAY = 17;
    private static final int PULSES = 8;

    private final FxCall fx;
    private final Desktop desktop;
    private final Home home;
    private final Files files;

    /** Where pictures go. */
    @FunctionalInterface
    interface Files {
        Path of(String name, boolean dark);
    }

    Screenshots(FxCall fx, Desktop desktop, Home home, Files files) {
        this.fx = fx;
        this.desktop = desktop;
        this.home = home;
        this.files = files;
    }

    /**
     * @param themes whether dark, of each set of pictures
     */
    void take(List<Boolean> themes) throws Exception {
        for (boolean dark : themes) {
            picture("start", dark);
        }
        prepare();
        for (boolean dark : themes) {
            recordings(dark);
            kpis(dark);
            show(desktop.wiring().library());
            picture("library", dark);
            models(dark);
        }
    }

    private void prepare() throws Exception {
        var library = desktop.wiring().library().model();
        fx.until(() -> desktop.wiring().isModelLoaded(), "Loading the model");
        fx.run(() -> library.add(List.of(home.sampleCalls())));
        fx.until(() -> !library.entries().isEmpty(), "Taking in the recordings");
        fx.run(library::analyse);
        fx.run(() -> desktop.open(home.samples()));
        var model = desktop.wiring().recordings().model();
        fx.until(
                () ->
                        model.front()
                                .filter(front -> front.status() instanceof SessionStatus.Ready)
                                .isPresent(),
                "Analysing the recording");
        fx.until(() -> kpis().model().importedProperty().get() != null, "Reading the call log");
        fx.run(
                () -> {
                    kpis().model().selection().agentProperty().set(AGENT);
                    kpis().model().selection().monthProperty().set(MONTH);
                });
        fx.until(() -> kpis().player().loadedProperty().get(), "Computing the month");
        fx.until(() -> !library.isRunning(), "Analysing the recordings");
        fx.run(
                () -> {
                    // The customers are in the right channel.
                    kpis().joining().channelProperty().set(2);
                    kpis().joining().join();
                });
        fx.until(() -> kpis().joining().joinedProperty().get() != null, "Joining recordings");
    }

    private void recordings(boolean dark) throws Exception {
        show(desktop.wiring().recordings());
        picture("recordings", dark);
        fx.run(desktop.wiring().recordings()::record);
        picture("microphone", dark);
        fx.run(desktop.wiring().recordings()::leaveLive);
    }

    private void kpis(boolean dark) throws Exception {
        show(kpis());
        for (ChartView view : ChartView.values()) {
            fx.run(
                    () -> {
                        kpis().showView(view);
                        kpis().player().goTo(DAY);
                    });
            settle();
            picture("kpis-" + view.key(), dark);
        }
        fx.run(() -> kpis().showView(ChartView.LINE));
        measured(dark);
        for (String page : List.of(KpiWorkspace.EXPLORE, KpiWorkspace.AGENTS)) {
            fx.run(() -> kpis().showPage(page));
            settle();
            picture("kpis-" + page.toLowerCase(Locale.ROOT), dark);
        }
    }

    private void measured(boolean dark) throws Exception {
        fx.run(() -> kpis().model().selection().measureProperty().set(Measure.ANGRY_MEASURED));
        settle();
        fx.run(() -> kpis().player().goTo(DAY));
        picture("kpis-measured", dark);
        fx.run(kpis()::showCalls);
        settle();
        picture("kpis-calls", dark);
        fx.run(
                () -> {
                    kpis().showPage(KpiWorkspace.MOTION);
                    kpis().model().selection().measureProperty().set(Measure.AHT);
                });
    }

    private void models(boolean dark) throws Exception {
        show(desktop.wiring().models());
        fx.until(() -> desktop.wiring().models().isLoaded(), "Reading the model's figures");
        for (String page : desktop.wiring().models().pageTitles()) {
            fx.run(() -> desktop.wiring().models().showPage(page));
            picture("models-" + page.replaceAll("[^A-Za-z]+", "-"), dark);
        }
    }

    private KpiWorkspace kpis() {
        return desktop.wiring().kpis();
    }

    private void show(Workspace workspace) throws Exception {
        fx.run(() -> desktop.window().show(workspace));
    }

    /** Lets jobs in the background end, of which there is no sign in the window. */
    private void settle() throws Exception {
        Thread.sleep(700);
        fx.pulses(PULSES);
    }

    private void picture(String name, boolean dark) throws Exception {
        fx.run(() -> desktop.setDark(dark));
        // Skins come with the first pulse, canvases get their size with the next, then they draw.
        fx.pulses(PULSES);
        Thread.sleep(300);
        fx.pulses(PULSES);
        SmallPng.write(fx.get(() -> desktop.window().scene().snapshot(null)), files.of(name, dark));
    }
}
