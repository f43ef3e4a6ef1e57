// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.corpus.CorrectionsCsv;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.export.PngExport;
import io.tonalyst.interchange.AnalysedRecording;
import io.tonalyst.interchange.AnalysisFormat;
import io.tonalyst.interchange.LabelImport;
import io.tonalyst.interchange.ReportPictures;
import io.tonalyst.recording.WavWriter;
import io.tonalyst.review.Review;
import io.tonalyst.signal.Samples;
import io.tonalyst.time.FrameRange;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.work.Failures;
import io.tonalyst.work.Job;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.scene.image.Image;

/**
 * Writes what a recording shows and holds to files. Started on the FX thread; computing and writing
 * happen in the background, and the outcome is told in the status bar. Each method yields the
 * written file, or fails with the sentence that was told.
 */
final class RecordingExport {
    private final JobRunner runner;
    private final Executor fx;
    private final StatusReporter reporter;

    RecordingExport(JobRunner runner, Executor fx, StatusReporter reporter) {
        this.runner = runner;
        this.fx = fx;
        this.reporter = reporter;
    }

    /**
     * Writes a picture of what is in view.
     *
     * @param scale pixels for each unit of the {@value ViewPainter#WIDTH} units of width
     */
    CompletableFuture<Path> png(
            RecordingSession session,
            ExportPart part,
            SpectrogramSettings settings,
            Palette palette,
            double scale,
            Path file) {
        if (isBeingRead(session)) {
            return refuse(session.name() + " is still being read: wait for its end.");
        }
        if (session.clash(file).isPresent()) {
            return refuse(session.clash(file).get());
        }
        Sound sound = sound(session);
        if (part == ExportPart.PREDICTION && session.timeline().isEmpty()) {
            return refuse(session.name() + " has no predictions yet: wait for its analysis.");
        }
        int channels = sound.channels();
        var axisScale =
                TimeScale.of(ViewPainter.WIDTH, session.axis().start(), session.axis().end());
        var view =
                SpectrogramStill.View.of(
                        sound,
                        session.axis().start(),
                        session.axis().end(),
                        (int) Math.max(1, axisScale.width() * scale),
                        (int) Math.max(1, ViewPainter.spectrogramLane(channels, part) * scale),
                        settings);
        boolean needsSpectrogram = part == ExportPart.VIEW || part == ExportPart.SPECTROGRAM;
        var done = new CompletableFuture<Path>();
        Job<Optional<SpectrogramStill.Result>> compute =
                (cancel, progress) ->
                        needsSpectrogram && view.end() > view.start()
                                ? Optional.of(SpectrogramStill.of(view, settings, cancel))
                                : Optional.empty();
        runner.submit(
                compute,
                ProgressSink.NONE,
                outcome ->
                        fx.execute(
                                () -> {
                                    if (outcome
                                            instanceof
                                            JobOutcome.Done<Optional<SpectrogramStill.Result>>(
                                                    Optional<SpectrogramStill.Result> result)) {
                                        var state = state(session, sound, settings, view, result);
                                        var painter = new ViewPainter(state, part, palette);
                                        paintAndWrite(painter, palette, scale, file, done);
                                    } else {
                                        told(outcome, file, done);
                                    }
                                }));
        return done;
    }

    /** Writes the sound of the selection, or all of it when nothing is selected. */
    CompletableFuture<Path> wav(RecordingSession session, Path file) {
        if (isBeingRead(session)) {
            return refuse(session.name() + " is still being read: wait for its end.");
        }
        if (session.clash(file).isPresent()) {
            return refuse(session.clash(file).get());
        }
        Samples samples = sound(session).samples();
        var rate = samples.sampleRate();
        FrameRange range =
                session.selection()
                        .map(s -> new FrameRange(rate.frames(s.start()), rate.frames(s.end())))
                        .orElse(new FrameRange(0, samples.length()));
        return write(
                file,
                (cancel, progress) -> {
                    new WavWriter().write(file, samples, range, WavWriter.Format.PCM_16);
                    return file;
                });
    }

    /** Writes the analysis in the format that the name ends like, as CSV if it ends like none. */
    CompletableFuture<Path> analysis(RecordingSession session, String model, Path file) {
        if (session.timeline().isEmpty()) {
            return refuse(session.name() + " has no segments yet: wait for its analysis.");
        }
        if (session.clash(file).isPresent()) {
            return refuse(session.clash(file).get());
        }
        Sound sound = sound(session);
        var analysed =
                new AnalysedRecording(
                        session.file(),
                        sound.format(),
                        sound.hertz(),
                        model,
                        sound.damage(),
                        session.timeline().get(),
                        session.review());
        AnalysisFormat format = AnalysisFormat.ofFile(file).orElse(AnalysisFormat.CSV);
        return write(
                file,
                (cancel, progress) -> {
                    format.write(analysed, () -> ReportPictures.of(sound.samples(), cancel), file);
                    return file;
                });
    }

    /** Takes the labels of a file as corrections; one step of undo takes them back. */
    void importLabels(RecordingSession session, Path file) {
        if (session.timeline().isEmpty()) {
            reporter.problem(session.name() + " has no segments yet: wait for its analysis.");
            return;
        }
        PredictionTimeline timeline = session.timeline().get();
        Review before = session.review();
        Job<LabelImport.Outcome> job =
                (cancel, progress) -> LabelImport.read(file, timeline, before);
        runner.submit(
                job,
                ProgressSink.NONE,
                outcome -> fx.execute(() -> imported(session, before, outcome)));
    }

    private void imported(
            RecordingSession session, Review before, JobOutcome<LabelImport.Outcome> outcome) {
        switch (outcome) {
            case JobOutcome.Done<LabelImport.Outcome>(LabelImport.Outcome labels)
                    when session.review() == before -> {
                session.review(labels.review());
                reporter.say(
                        labels.taken()
                                + " labels taken as corrections"
                                + (labels.outside() == 0
                                        ? "."
                                        : ", "
                                                + labels.outside()
                                                + " left out that lie outside of the recording."));
            }
            case JobOutcome.Done<LabelImport.Outcome> overtaken ->
                    reporter.problem(
                            "The labels were not taken, because something was corrected meanwhile;"
                                    + " import them again.");
            case JobOutcome.Failed<LabelImport.Outcome>(Exception cause) ->
                    reporter.problem(Failures.sentence(cause));
            case JobOutcome.Cancelled<LabelImport.Outcome> cancelled -> {}
        }
    }

    /** Writes the segments that have a person's label, of all the given recordings. */
    CompletableFuture<Path> corrections(List<RecordingSession> sessions, Path file) {
        List<CorrectionsCsv.Correction> corrections =
                sessions.stream().flatMap(s -> s.corrections().stream()).toList();
        if (corrections.isEmpty()) {
            return refuse(
                    "No segment has a label of yours yet: choose one below the table of segments.");
        }
        return write(
                file,
                (cancel, progress) -> {
                    CorrectionsCsv.write(file, corrections);
                    return file;
                });
    }

    private static ViewPainter.State state(
            RecordingSession session,
            Sound sound,
            SpectrogramSettings settings,
            SpectrogramStill.View view,
            Optional<SpectrogramStill.Result> result) {
        return new ViewPainter.State(
                session.name(),
                RecordingCell.describe(session) + " · " + sound.format(),
                sound,
                session.timeline(),
                view.start(),
                view.end(),
                result.map(SpectrogramStill::picture).orElse(SpectrogramPicture.NONE),
                settings,
                session.selection(),
                OptionalDouble.empty(),
                session.explanations(),
                session.review());
    }

    private void paintAndWrite(
            ViewPainter painter,
            Palette palette,
            double scale,
            Path file,
            CompletableFuture<Path> done) {
        Image image;
        try {
            image =
                    PngExport.paint(
                            painter::paint,
                            ViewPainter.WIDTH,
                            painter.height(),
                            scale,
                            palette.background());
        } catch (IllegalArgumentException tooLarge) {
            told(new JobOutcome.Failed<Path>(tooLarge), file, done);
            return;
        }
        submit(
                file,
                (cancel, progress) -> {
                    PngExport.write(image, file);
                    return file;
                },
                done);
    }

    private CompletableFuture<Path> write(Path file, Job<Path> job) {
        var done = new CompletableFuture<Path>();
        submit(file, job, done);
        return done;
    }

    private void submit(Path file, Job<Path> job, CompletableFuture<Path> done) {
        runner.submit(
                job, ProgressSink.NONE, outcome -> fx.execute(() -> told(outcome, file, done)));
    }

    private void told(JobOutcome<?> outcome, Path file, CompletableFuture<Path> done) {
        switch (outcome) {
            case JobOutcome.Done<?> finished -> {
                reporter.say("Written: " + file);
                done.complete(file);
            }
            case JobOutcome.Failed<?>(Exception cause) -> {
                reporter.problem(Failures.sentence(cause));
                done.completeExceptionally(cause);
            }
            case JobOutcome.Cancelled<?> cancelled -> done.cancel(false);
        }
    }

    private CompletableFuture<Path> refuse(String sentence) {
        reporter.problem(sentence);
        return CompletableFuture.failedFuture(new IllegalStateException(sentence));
    }

    private static boolean isBeingRead(RecordingSession session) {
        return session.sound().filter(sound -> sound.facts().isEmpty()).isPresent();
    }

    private static Sound sound(RecordingSession session) {
        return session.sound()
                .orElseThrow(
                        () -> new IllegalStateException(session.name() + " is not decoded yet."));
    }
}
