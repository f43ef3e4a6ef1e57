// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.export.PngExport;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.kpi.Measure;
import io.tonalyst.library.LibraryModel;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.Workspace;
import io.tonalyst.ui.kpi.KpiShown;
import io.tonalyst.ui.kpi.KpiWorkspace;
import io.tonalyst.ui.recordings.ExportPart;
import io.tonalyst.ui.recordings.RecordingSession;
import io.tonalyst.ui.recordings.RecordingsWorkspace;
import io.tonalyst.ui.recordings.SessionStatus;
import io.tonalyst.video.VideoFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The guided tour: an agent's bad week is heard in the figures, drilled into, and the angry call
 * found and played; then the model, and what can be exported. The same steps run in the window and
 * without one.
 */
final class Tour {
    private static final Logger LOG = LoggerFactory.getLogger(Tour.class);

    /** The agent and month of the sample log whose story the tour tells. */
    private static final int AGENT = 32400;

    private static final YearMonth MONTH = YearMonth.of(2017, 1);
    private static final double SECONDS_OF_RECORDING = 3;
    private static final long TIMEOUT_SECONDS = 120;
    private static final int PULSES = 6;
    private static final VideoFormat FILM = new VideoFormat("720p", 1280, 720, 15);

    private final Home home;
    private final Desktop desktop;
    private final Path out;
    private final Consumer<String> narrator;
    private final FxCall fx = new FxCall(TIMEOUT_SECONDS);

    /**
     * @param out folder for pictures, sounds and the film, made if missing
     * @param narrator is told the caption of each step when it begins
     */
    Tour(Home home, Desktop desktop, Path out, Consumer<String> narrator) {
        this.home = home;
        this.desktop = desktop;
        this.out = out;
        this.narrator = narrator;
    }

    /** Runs the tour in the background of a window. */
    void start() {
        Thread.ofPlatform()
                .daemon()
                .name("tour")
                .start(
                        () -> {
                            try {
                                run();
                            } catch (Exception e) {
                                LOG.warn("The tour stopped", e);
                                narrator.accept("The tour stopped: " + e.getMessage());
                            }
                        });
    }

    /** Runs all steps on the calling thread, which must not be the FX thread. */
    void run() throws Exception {
        makeFolder();
        for (TourStep step : steps()) {
            narrator.accept(step.caption());
            step.action().run();
        }
        narrator.accept("The tour is over; its pictures and sounds are in " + out);
    }

    private void makeFolder() throws IOException {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new IOException(
                    "The tour cannot write to " + out + ": choose a folder with --out.", e);
        }
        if (!Files.isDirectory(home.sampleCalls()) || home.sampleLog().isEmpty()) {
            throw new IOException(
                    "The samples are not in "
                            + home.folder().resolve("samples")
                            + ": make them with 'tonalyst samples'.");
        }
    }

    private List<TourStep> steps() {
        return List.of(
                new TourStep("Opening the sample call log (made up)", this::openLog),
                new TourStep(
                        "The month of agent " + AGENT + ": hear the handle time rise in a bad week",
                        this::playMonth),
                new TourStep("Joining recordings: what do the customers sound like?", this::join),
                new TourStep("Anger, measured: it stands in the same week", this::showAnger),
                new TourStep("The calls of the angriest day", this::showCalls),
                new TourStep("Opening the angry call (synthetic)", this::openCall),
                new TourStep("Playing it: the playhead follows the sound", this::playRecording),
                new TourStep("Back to the calls, and to the chart", this::goBack),
                new TourStep("Exporting the panes and a sound", this::exportRecording),
                new TourStep("Exporting chart, sound, MIDI and a film", this::exportMonth),
                new TourStep("Looking at the model and its figures", this::showModel));
    }

    private RecordingsWorkspace recordings() {
        return desktop.wiring().recordings();
    }

    private KpiWorkspace kpis() {
        return desktop.wiring().kpis();
    }

    private void join() throws Exception {
        fx.until(() -> !library().isRunning(), "Analysing the recordings");
        fx.run(
                () -> {
                    kpis().showJoining(true);
                    // The customers are in the right channel.
                    kpis().joining().channelProperty().set(2);
                    kpis().joining().join();
                });
        fx.until(() -> kpis().joining().joinedProperty().get() != null, "Joining recordings");
        screenshot("window-joining.png");
    }

    private void showAnger() throws Exception {
        fx.run(
                () -> {
                    kpis().showJoining(false);
                    kpis().model().selection().measureProperty().set(Measure.ANGRY_MEASURED);
                });
        fx.until(() -> measured().isPresent(), "Computing the measured month");
        fx.run(
                () ->
                        measured().flatMap(KpiSeries::highest).stream()
                                .mapToInt(point -> point.date().getDayOfMonth() - 1)
                                .forEach(kpis().player()::goTo));
        screenshot("window-anger.png");
    }

    private Optional<KpiSeries> measured() {
        return Optional.ofNullable(kpis().model().shownProperty().get())
                .map(KpiShown::series)
                .filter(series -> series.measure() == Measure.ANGRY_MEASURED);
    }

    private void showCalls() throws Exception {
        fx.run(kpis()::showCalls);
        screenshot("window-calls.png");
    }

    private void goBack() throws Exception {
        fx.run(() -> desktop.window().show(kpis()));
        fx.run(
                () -> {
                    kpis().showPage(KpiWorkspace.MOTION);
                    kpis().model().selection().measureProperty().set(Measure.AHT);
                });
        fx.until(() -> measured().isEmpty(), "Computing the month");
    }

    private LibraryModel library() {
        return desktop.wiring().library().model();
    }

    private void openCall() throws Exception {
        fx.run(kpis().calls()::openSelected);
        fx.until(
                () -> {
                    RecordingSession session = recordings().model().front().orElseThrow();
                    return switch (session.status()) {
                        case SessionStatus.Ready ready -> true;
                        case SessionStatus.Kept kept -> true;
                        case SessionStatus.Problem(String sentence) ->
                                throw new IOException(sentence);
                        case SessionStatus.NotAnalysed(String sentence) ->
                                throw new IOException(sentence);
                        default -> false;
                    };
                },
                "The analysis of the call");
    }

    private void playRecording() throws Exception {
        double from = fx.get(() -> recordings().positionSeconds());
        fx.run(recordings()::play);
        // The angry stretch is selected: playback ends with it.
        fx.until(
                () -> {
                    double heard = recordings().positionSeconds() - from;
                    return heard >= SECONDS_OF_RECORDING
                            || (heard > 0 && !recordings().isPlaying());
                },
                "Playing the recording");
        screenshot("window-recordings.png");
        fx.run(recordings()::pause);
    }

    private void exportRecording() throws Exception {
        for (ExportPart part : ExportPart.values()) {
            Path file = out.resolve("recording-" + part.name().toLowerCase(Locale.ROOT) + ".png");
            fx.await(fx.get(() -> recordings().exports().png(part, file, 1)));
        }
        fx.await(fx.get(() -> recordings().exports().wav(out.resolve("recording.wav"))));
        fx.await(
                fx.get(
                        () ->
                                recordings()
                                        .exports()
                                        .segments(out.resolve("recording-segments.json"))));
    }

    private void openLog() throws Exception {
        fx.run(() -> library().add(List.of(home.sampleCalls())));
        fx.run(() -> desktop.open(home.sampleLog()));
        fx.until(() -> kpis().model().importedProperty().get() != null, "Reading the call log");
        fx.run(
                () -> {
                    var selection = kpis().model().selection();
                    selection.agentProperty().set(AGENT);
                    selection.monthProperty().set(MONTH);
                });
        fx.until(() -> kpis().player().loadedProperty().get(), "Computing the month");
    }

    private void playMonth() throws Exception {
        var player = kpis().player();
        // The recordings are analysed while the month is heard.
        fx.until(() -> desktop.wiring().isModelLoaded(), "Loading the model");
        fx.until(() -> !library().entries().isEmpty(), "Taking in the recordings");
        fx.run(library()::analyse);
        fx.run(player::togglePlay);
        int days = MONTH.lengthOfMonth();
        fx.until(() -> player.dayPositionProperty().get() >= days * 0.6, "Playing the month");
        screenshot("window-kpis.png");
        fx.until(() -> !player.playingProperty().get(), "Playing the month");
    }

    private void exportMonth() throws Exception {
        KpiShown shown = fx.get(() -> Objects.requireNonNull(kpis().model().shownProperty().get()));
        Path png = out.resolve("kpi-chart.png");
        Path wav = out.resolve("kpi.wav");
        Path midi = out.resolve("kpi.mid");
        Path film = out.resolve("kpi.mp4");
        for (Path file : List.of(png, wav, midi, film)) {
            // Those of an earlier tour would be taken for the new ones.
            Files.deleteIfExists(file);
        }
        fx.run(
                () -> {
                    kpis().export().png(shown.frame(), 1, Palette.LIGHT, png);
                    kpis().export().wav(shown, wav);
                    kpis().export().midi(shown, midi);
                    kpis().export().film(shown, FILM, Palette.LIGHT, film);
                });
        for (Path file : List.of(png, wav, midi, film)) {
            fx.until(
                    () -> Files.exists(file) && Files.size(file) > 0,
                    "Writing " + file.getFileName());
        }
    }

    private void showModel() throws Exception {
        Workspace models = desktop.wiring().models();
        fx.run(() -> desktop.window().show(models));
        fx.until(() -> desktop.wiring().models().isLoaded(), "Reading the model's figures");
        screenshot("window-models.png");
        for (String page : List.of("Protocols", "Reliability", "Data")) {
            fx.run(() -> desktop.wiring().models().showPage(page));
            screenshot("window-models-" + page.toLowerCase(Locale.ROOT) + ".png");
        }
        fx.run(() -> desktop.wiring().models().showPage("Overview"));
        fx.run(() -> desktop.window().show(recordings()));
    }

    private void screenshot(String name) throws Exception {
        // Skins come with the first pulse, canvases get their size with the next, then they draw.
        fx.pulses(PULSES);
        var image = fx.get(() -> desktop.window().scene().snapshot(null));
        PngExport.write(image, out.resolve(name));
    }
}
