// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import io.tonalyst.emotion.PredictionTimeline.Window;
import io.tonalyst.emotion.WindowFeeder.Batch;
import io.tonalyst.signal.LogMelExtractor;
import io.tonalyst.signal.Samples;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/**
 * Tells the emotions of a whole recording, channel by channel: voice activity, 3 s windows a second
 * apart over the speech, one prediction a window, smoothed and joined into segments. Where nobody
 * speaks there is no emotion. Safe between threads if the model is.
 */
public final class RecordingAnalyser {
    private static final ThreadFactory DAEMON =
            Thread.ofPlatform().daemon().name("windows-", 1).factory();

    private final EmotionModel model;
    private final LogMelExtractor extractor = new LogMelExtractor();

    public RecordingAnalyser(EmotionModel model) {
        this.model = model;
    }

    /**
     * Analyses some seconds of a made-up sound, so that the first real recording need not wait for
     * code to be loaded and compiled. To be called once, in the background.
     */
    public void warmUp() {
        int rate = 44_100;
        float[] sound = new float[3 * rate];
        double phase = 0;
        for (int i = 0; i < sound.length; i++) {
            double seconds = (double) i / rate;
            // A gliding buzz that swells four times a second: what voice activity takes for speech.
            phase += (140 + 40 * Math.sin(5 * seconds)) / rate;
            double swell = Math.max(0, Math.sin(8 * Math.PI * seconds));
            sound[i] = (float) (0.5 * swell * (phase - Math.floor(phase) - 0.5));
        }
        analyse(new Signal(new SampleRate(rate), sound), new CancelToken(), ProgressSink.NONE);
    }

    /**
     * Analyses a recording on the calling thread, while a second thread prepares what the network
     * is asked next. The answer does not depend on which is faster. The sound is read in blocks,
     * and beside some minutes of it only levels and answers are kept.
     *
     * @param samples any length, any rate, any number of channels, all samples finite
     * @throws CancellationException if cancelled
     */
    public PredictionTimeline analyse(Samples samples, CancelToken cancel, ProgressSink progress) {
        progress.report(0, "Looking for speech");
        List<Answers> channels = new ArrayList<>();
        for (int c = 0; c < samples.channels(); c++) {
            channels.add(new Answers(new ArrayList<>(), new ArrayList<>()));
        }
        double seconds = samples.seconds();
        var feeder = new WindowFeeder(samples, extractor, cancel);
        try (ExecutorService second = Executors.newSingleThreadExecutor(DAEMON)) {
            Future<Optional<Batch>> next = second.submit(feeder::next);
            for (Optional<Batch> batch = get(next); batch.isPresent(); batch = get(next)) {
                next = second.submit(feeder::next);
                boolean asks = !batch.get().windows().isEmpty();
                progress.report(
                        batch.get().progress(), asks ? "Telling emotions" : "Looking for speech");
                if (asks) {
                    ask(batch.get(), seconds, channels.get(batch.get().channel()));
                }
            }
        }
        progress.report(1, "Telling emotions");
        return timeline(samples, channels);
    }

    /** The windows of a channel so far, and the number of the utterance of each. */
    private record Answers(List<Window> windows, List<Integer> utterances) {}

    private void ask(Batch batch, double seconds, Answers answers) {
        List<EmotionDistribution> told = model.predict(batch.images());
        for (int k = 0; k < told.size(); k++) {
            SpeechWindow w = batch.windows().get(k);
            answers.windows()
                    .add(
                            new Window(
                                    batch.channel(),
                                    VoiceActivity.seconds(w.stands().start()),
                                    Math.min(seconds, VoiceActivity.seconds(w.stands().end())),
                                    told.get(k)));
            answers.utterances().add(w.utterance());
        }
    }

    private PredictionTimeline timeline(Samples samples, List<Answers> channels) {
        var joiner = new SegmentJoiner(model.description().abstainBelow());
        List<Window> windows = new ArrayList<>();
        List<Segment> segments = new ArrayList<>();
        for (Answers answers : channels) {
            List<Window> smoothed = SegmentJoiner.smooth(answers.windows(), answers.utterances());
            windows.addAll(smoothed);
            segments.addAll(joiner.join(smoothed));
        }
        Optional<EmotionDistribution> overall =
                windows.isEmpty() ? Optional.empty() : Optional.of(SegmentJoiner.mean(windows));
        return new PredictionTimeline(
                samples.seconds(), samples.channels(), windows, segments, overall);
    }

    private static Optional<Batch> get(Future<Optional<Batch>> batch) {
        try {
            return batch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
