// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.library.AnalysisStore;
import io.tonalyst.playback.AudioSinks;
import io.tonalyst.playback.Playback;
import io.tonalyst.playback.SyncObservation;
import io.tonalyst.playback.SyncReport;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.RecordingOpener;
import io.tonalyst.recording.SampleStore;
import io.tonalyst.time.Ticker;
import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.recordings.RecordingsWorkspace;
import io.tonalyst.work.JobRunner;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tonalyst sync-panes}: how far the playheads of the panes stand from the sound. */
@Command(
        name = "sync-panes",
        hidden = true,
        mixinStandardHelpOptions = true,
        description =
                "Plays a sample call in the recordings workspace, without a window, and compares the"
                        + " playhead that each pane draws with the position of the sound device.")
final class SyncPanesCommand implements Callable<Integer> {
    private static final double MAX_SECONDS = 20;
    private static final double WIDTH = 1400;
    private static final double HEIGHT = 900;

    @Option(
            names = "--seconds",
            defaultValue = "15",
            description = "Length of the run, 2 to 20 (default ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec spec;

    private final FxCall fx = new FxCall(120);

    @Override
    public Integer call() throws Exception {
        if (!(seconds >= 2 && seconds <= MAX_SECONDS)) {
            throw new ParameterException(
                    spec.commandLine(), "--seconds lies between 2 and 20, not at " + seconds + ".");
        }
        Path call = Home.locate().sampleRecordings().getFirst();
        HeadlessToolkit.start();
        var observation = new SyncObservation(AudioSinks::open, seconds);
        var playback = new Playback(observation.sinks(), Ticker.system());
        var status = new StatusPane(new FxExecutor());
        try (var jobs = new JobRunner("work", 2)) {
            RecordingsWorkspace workspace = fx.get(() -> show(playback, jobs, status));
            fx.run(() -> workspace.onPlayheadDrawn(observation::drawn));
            fx.run(() -> workspace.open(List.of(call)));
            fx.until(() -> workspace.isReadyToPlay(), "Reading the recording");
            fx.run(workspace::play);
            fx.until(() -> workspace.positionSeconds() >= seconds, "Playing");
            fx.run(workspace::pause);
            Map<String, SyncReport> report =
                    observation.report(playback.deviceName(), playback.isAudible());
            fx.run(workspace::close);
            print(report);
        }
        return 0;
    }

    private void print(Map<String, SyncReport> report) throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(
                    JsonMapper.builder()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                            .build()
                            .writeValueAsString(report));
        } else {
            report.forEach((pane, figures) -> out.println(pane + ": " + figures.inWords()));
        }
        out.flush();
    }

    private static RecordingsWorkspace show(Playback playback, JobRunner jobs, StatusPane status) {
        BundledFont.load();
        var workspace =
                new RecordingsWorkspace(
                        new RecordingOpener(new FfmpegDecoder(), SampleStore.ofUser()),
                        // Emotions are not needed for a playhead.
                        new CompletableFuture<EmotionModel>(),
                        AnalysisStore.ofUser(),
                        playback,
                        jobs,
                        new FxExecutor(),
                        status,
                        new SimpleBooleanProperty());
        var stage = new Stage();
        stage.setScene(new Scene((Parent) workspace.view(), WIDTH, HEIGHT));
        stage.show();
        return workspace;
    }
}
