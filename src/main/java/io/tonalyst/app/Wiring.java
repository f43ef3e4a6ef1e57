// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.emotion.ModelException;
import io.tonalyst.emotion.ModelLocator;
import io.tonalyst.emotion.RecordingAnalyser;
import io.tonalyst.emotion.dl4j.Dl4jEmotionModel;
import io.tonalyst.kpi.source.LogOpener;
import io.tonalyst.kpi.source.MappingStore;
import io.tonalyst.library.AnalysisStore;
import io.tonalyst.library.KeptResults;
import io.tonalyst.library.LibraryModel;
import io.tonalyst.library.ModelKey;
import io.tonalyst.playback.Playback;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.RecordingOpener;
import io.tonalyst.recording.SampleStore;
import io.tonalyst.sonify.Synth;
import io.tonalyst.training.OwnTraining;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.ui.Workspace;
import io.tonalyst.ui.kpi.KpiCalculator;
import io.tonalyst.ui.kpi.KpiWorkspace;
import io.tonalyst.ui.library.LibraryWorkspace;
import io.tonalyst.ui.library.RecordingViews;
import io.tonalyst.ui.models.ModelsWorkspace;
import io.tonalyst.ui.models.RememberedFolders;
import io.tonalyst.ui.recordings.RecordingsWorkspace;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.Failures;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Builds the object graph of the window, by constructors alone. */
final class Wiring implements AutoCloseable {
    private final JobRunner jobs =
            new JobRunner("work", Math.max(2, Runtime.getRuntime().availableProcessors()));

    /** Of their own, so that a month does not wait for recordings to be analysed. */
    private final JobRunner figures = new JobRunner("figures", 2);

    private final CompletableFuture<EmotionModel> emotions = new CompletableFuture<>();
    private final Path model;
    private final StatusReporter status;
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty();
    private final RecordingsWorkspace recordings;
    private final LibraryWorkspace library;
    private final KpiWorkspace kpis;
    private final ModelsWorkspace models;

    /**
     * @param results where results of batches are kept
     * @param opener shows a workspace with files opened in it
     * @param opened shows the recording of a call, with a way back to where it was asked for
     */
    Wiring(
            Home home,
            FxExecutor fx,
            StatusReporter status,
            RememberedFolders corpora,
            AnalysisStore results,
            BiConsumer<Workspace, List<Path>> opener,
            BiConsumer<Path, String> opened) {
        var palette = dark.map(chosen -> chosen ? Palette.DARK : Palette.LIGHT);
        this.model = new ModelLocator(home.folder()).shipped();
        this.status = status;
        recordings =
                new RecordingsWorkspace(
                        new RecordingOpener(new FfmpegDecoder(), SampleStore.ofUser()),
                        emotions,
                        results,
                        new Playback(),
                        jobs,
                        fx,
                        status,
                        dark);
        library =
                new LibraryWorkspace(
                        new LibraryModel(
                                new FfmpegDecoder(), emotions, results, fx, reports(status)),
                        views(recordings, opener),
                        recordings.model()::review);
        var mappings = MappingStore.ofUser();
        kpis =
                new KpiWorkspace(
                        new LogOpener(mappings)::open,
                        mappings,
                        new KpiCalculator(new Synth()),
                        new Playback(),
                        figures,
                        fx,
                        status,
                        palette,
                        home.sampleLog().stream()
                                .findFirst()
                                .orElse(home.folder().resolve("samples/call_log.csv")),
                        new LibraryRecordings(
                                library.model(),
                                recordings.model()::review,
                                new KeptResults(results, ModelKey.of(model), () -> ready(emotions)),
                                opened));
        models =
                new ModelsWorkspace(
                        model,
                        new OwnTraining(
                                new FfmpegDecoder(),
                                Path.of(System.getProperty("user.home"), ".tonalyst", "cache")),
                        new FfmpegDecoder(),
                        new Playback(),
                        corpora,
                        jobs,
                        fx,
                        status,
                        palette);
        recordings.reducedMotionProperty().bind(reducedMotion);
        kpis.reducedMotionProperty().bind(reducedMotion);
    }

    private static RecordingViews views(
            RecordingsWorkspace recordings, BiConsumer<Workspace, List<Path>> opener) {
        return new RecordingViews() {
            @Override
            public void open(List<Path> files) {
                opener.accept(recordings, files);
            }

            @Override
            public void openAtAngriest(Path file) {
                opener.accept(recordings, List.of(file));
                recordings.openAt(file, Emotion.ANGRY, false);
            }
        };
    }

    private static EmotionModel ready(CompletableFuture<EmotionModel> model) throws ModelException {
        try {
            return model.join();
        } catch (CancellationException | CompletionException e) {
            throw new ModelException(
                    "There is no emotion model, so that recordings cannot be analysed.", e);
        }
    }

    private static LibraryModel.Reports reports(StatusReporter status) {
        return new LibraryModel.Reports() {
            @Override
            public void say(String sentence) {
                status.say(sentence);
            }

            @Override
            public void problem(String sentence) {
                status.problem(sentence);
            }

            @Override
            public void progress(String job, double fraction, CancelToken cancel) {
                status.progress(job, fraction, cancel);
            }
        };
    }

    /**
     * Loads the network in the background. Its native library takes seconds and both processors of
     * a small machine, so the window asks for it when it has been painted; recordings wait for it.
     */
    void loadModel() {
        jobs.<EmotionModel>submit(
                (cancel, progress) -> {
                    EmotionModel loaded = Dl4jEmotionModel.load(model);
                    new RecordingAnalyser(loaded).warmUp();
                    return loaded;
                },
                ProgressSink.NONE,
                outcome -> {
                    switch (outcome) {
                        case JobOutcome.Done<EmotionModel>(EmotionModel loaded) -> {
                            emotions.complete(loaded);
                            status.say("Model " + loaded.description().name() + " is ready");
                        }
                        case JobOutcome.Failed<EmotionModel>(Exception cause) -> {
                            emotions.completeExceptionally(cause);
                            status.problem(Failures.sentence(cause));
                        }
                        case JobOutcome.Cancelled<EmotionModel>() -> emotions.cancel(false);
                    }
                });
    }

    /** Recordings come first: files of unknown kind go to their decoder. */
    List<Workspace> workspaces() {
        return List.of(recordings, kpis, models, library);
    }

    /** Whether the emotion model is loaded, or cannot be. */
    boolean isModelLoaded() {
        return emotions.isDone();
    }

    RecordingsWorkspace recordings() {
        return recordings;
    }

    LibraryWorkspace library() {
        return library;
    }

    KpiWorkspace kpis() {
        return kpis;
    }

    ModelsWorkspace models() {
        return models;
    }

    /** Whether the dark theme is on; set by the shell. */
    BooleanProperty darkProperty() {
        return dark;
    }

    /** Whether little may move; set by the shell. */
    BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    @Override
    public void close() {
        workspaces().forEach(Workspace::close);
        jobs.close();
        figures.close();
    }
}
