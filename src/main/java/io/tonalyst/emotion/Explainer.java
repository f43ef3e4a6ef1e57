// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import io.tonalyst.emotion.PredictionTimeline.Window;
import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.LogMelExtractor;
import io.tonalyst.signal.Resampler;
import io.tonalyst.signal.Samples;
import io.tonalyst.time.FrameRange;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Explains what the model tells of stretches of a recording. Safe between threads. */
public final class Explainer {
    /** Length of what the network sees at once: longer stretches are explained by a part. */
    public static final double SECONDS = (double) SpeechWindow.LENGTH / LogMel.SAMPLE_RATE;

    /** Less speech than this in a stretch is none, in seconds. */
    private static final double LEAST_SPEECH = 0.05;

    private final Saliency saliency;
    private final LogMelExtractor extractor = new LogMelExtractor();

    public Explainer(EmotionModel model) {
        this.saliency = new Saliency(model);
    }

    /**
     * What is explained together.
     *
     * @param channel 0 is the first
     * @param startSeconds start in the recording
     * @param endSeconds end in the recording, after the start
     */
    public record Stretch(int channel, double startSeconds, double endSeconds) {}

    /**
     * Where a chosen stretch is explained: in each channel that has speech in it, all of it or, if
     * it is longer than {@link #SECONDS}, the part of that length that speaks most for the emotion
     * of the whole stretch.
     *
     * @return in order of channel; empty if there is no speech
     */
    public static List<Stretch> stretches(PredictionTimeline timeline, double from, double to) {
        List<Stretch> stretches = new ArrayList<>();
        for (int c = 0; c < timeline.channels(); c++) {
            int channel = c;
            List<Window> inside =
                    timeline.windows().stream()
                            .filter(w -> w.channel() == channel && overlap(w, from, to))
                            .toList();
            if (!inside.isEmpty()) {
                stretches.add(stretch(channel, inside, from, to));
            }
        }
        return stretches;
    }

    /** The stretch the model is surest of, in the channel where it is; empty without speech. */
    public static Optional<Stretch> surest(PredictionTimeline timeline) {
        return timeline.windows().stream()
                .max(Comparator.comparingDouble(w -> w.distribution().confidence()))
                .map(w -> stretch(w.channel(), List.of(w), 0, timeline.durationSeconds()));
    }

    private static boolean overlap(Window w, double from, double to) {
        double shared = Math.min(w.endSeconds(), to) - Math.max(w.startSeconds(), from);
        return shared >= Math.min(LEAST_SPEECH, (to - from) / 2);
    }

    private static Stretch stretch(int channel, List<Window> inside, double from, double to) {
        if (to - from <= SECONDS) {
            return new Stretch(channel, from, to);
        }
        Emotion told = SegmentJoiner.mean(inside).top();
        Window best =
                inside.stream()
                        .max(Comparator.comparingDouble(w -> w.distribution().of(told)))
                        .orElseThrow();
        double middle = (best.startSeconds() + best.endSeconds()) / 2;
        double start = Math.clamp(middle - SECONDS / 2, from, to - SECONDS);
        return new Stretch(channel, start, start + SECONDS);
    }

    /**
     * Explains a stretch on the calling thread; for 3 s the model is asked some four hundred times.
     *
     * @param samples all samples finite
     * @throws CancellationException if cancelled
     */
    public Explanation explain(
            Samples samples, Stretch stretch, CancelToken cancel, ProgressSink progress) {
        var rate = samples.sampleRate();
        long end = Math.min(samples.length(), rate.frames(stretch.endSeconds()));
        var range = new FrameRange(Math.min(end, rate.frames(stretch.startSeconds())), end);
        float[] sound =
                Resampler.resample(
                        samples.slice(range).channel(stretch.channel()),
                        rate.hertz(),
                        LogMel.SAMPLE_RATE);
        return new Explanation(
                stretch.channel(),
                stretch.startSeconds(),
                stretch.endSeconds(),
                saliency.of(extractor.extract(sound), cancel, progress));
    }
}
