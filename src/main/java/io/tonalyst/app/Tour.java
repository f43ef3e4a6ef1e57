// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.export.PngExport;
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
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The guided tour: a sample call with its emotions, an agent's month seen and heard, the model, and
 * what can be exported of them. The same steps run in the window and without one.
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
        if (home.sampleRecordings().isEmpty() || home.sampleLog().isEmpty()) {
            throw new IOException(
                    "The samples are not in "
                            + home.folder().resolve("samples")
                            + ": make them with 'tonalyst samples'.");
        }
    }

    private List<TourStep> steps() {
        return List.of(
                new TourStep("Opening a sample call (synthetic)", this::openRecording),
                new TourStep("Telling the emotions of each channel", this::awaitAnalysis),
                new TourStep("Playing it: the playhead follows the sound", this::playRecording),
                new TourStep("Exporting the panes and a sound", this::exportRecording),
                new TourStep("Opening the sample call log", this::openLog),
                new TourStep(
                        "Watching and hearing the handle time of agent " + AGENT, this::playMonth),
                new TourStep("Exporting chart, sound, MIDI and a film", this::exportMonth),
                new TourStep("Looking at the model and its figures", this::showModel));
    }

    private RecordingsWorkspace recordings() {
        return desktop.wiring().recordings();
    }

    private KpiWorkspace kpis() {
        return desktop.wiring().kpis();
    }

    private void openRecording() throws Exception {
        Path call = home.sampleRecordings().getFirst();
        fx.run(() -> desktop.open(List.of(call)));
    }

    private void awaitAnalysis() throws Exception {
        Path call = home.sampleRecordings().getFirst();
        fx.until(
                () -> {
                    RecordingSession session = session(call);
                    return switch (session.status()) {
                        case SessionStatus.Ready ready -> true;
                        case SessionStatus.Problem(String sentence) ->
                                throw new IOException(sentence);
                        case SessionStatus.NotAnalysed(String sentence) ->
                                throw new IOException(sentence);
                        default -> false;
                    };
                },
                "The analysis of " + call.getFileName());
    }

    private RecordingSession session(Path file) {
        return recordings().model().sessions().stream()
                .filter(s -> s.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private void playRecording() throws Exception {
        fx.run(recordings()::play);
        fx.until(
                () -> recordings().positionSeconds() >= SECONDS_OF_RECORDING,
                "Playing the recording");
        screenshot("window-recordings.png");
        fx.run(recordings()::pause);
    }

    private void exportRecording() throws Exception {
        for (ExportPart part : ExportPart.values()) {
            Path file = out.resolve("recording-" + part.name().toLowerCase(Locale.ROOT) + ".png");
            fx.await(fx.get(() -> recordings().exportPng(part, file, 1)));
        }
        fx.await(fx.get(() -> recordings().exportWav(out.resolve("recording.wav"))));
        fx.await(fx.get(() -> recordings().exportSegments(out.resolve("recording-segments.json"))));
    }

    private void openLog() throws Exception {
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
