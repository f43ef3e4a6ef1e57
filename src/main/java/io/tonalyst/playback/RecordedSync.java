// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Compares what is drawn with what a second program records of the sink: the clicks of a {@link
 * ClickTrack} are found in the recording, and at the moment each was handed to the device the drawn
 * time is looked up. Each click tells by its pitch which one it is.
 */
public final class RecordedSync {
    /** Clicks are never farther from where they are drawn than this, or they are others. */
    private static final double FARTHEST_SECONDS =
            ClickTrack.PERIOD_SECONDS * ClickTrack.PITCHES / 2;

    private static final double LEAD_SECONDS = 15;
    private static final long BEGIN_NANOS = 5_000_000_000L;

    private final AudioSinks.Factory sinks;

    public RecordedSync(AudioSinks.Factory sinks) {
        this.sinks = sinks;
    }

    /**
     * What was found.
     *
     * @param clock the drawn time against the position that the device itself reports
     * @param recording the drawn time against the recording
     */
    public record Result(SyncReport clock, RecordedReport recording) {}

    /**
     * Plays and records.
     *
     * @param seconds length of the test sound, at least 1
     * @throws IOException with one sentence, if nothing can be recorded
     */
    public Result run(double seconds, CancelToken cancel, ProgressSink progress)
            throws IOException {
        long origin = System.nanoTime();
        try (var monitor =
                SinkMonitor.start(Playback.SINK_RATE, origin, seconds + 2 * LEAD_SECONDS)) {
            while (!monitor.hasBegun()) {
                cancel.throwIfCancelled();
                if (!monitor.isRunning() || System.nanoTime() - origin > BEGIN_NANOS) {
                    throw new IOException(
                            "parec records nothing: is a PulseAudio server running, with a default"
                                    + " sink?");
                }
                LockSupport.parkNanos(10_000_000);
            }
            SyncDiagnostic.Run run =
                    new SyncDiagnostic(sinks).play(seconds, origin, cancel, progress);
            LockSupport.parkNanos(500_000_000);
            RecordedReport found = compare(monitor.recording().onsets(), run.drawn(), seconds);
            return new Result(run.report(), found);
        }
    }

    /** Judges clicks that were found against what was drawn. */
    static RecordedReport compare(
            List<MonitorRecording.Onset> onsets, TimedPoints drawn, double seconds) {
        int expected = (int) Math.ceil(seconds / ClickTrack.PERIOD_SECONDS) - 1;
        var heard = new BitSet();
        var errors = new TimedPoints(Math.max(1, onsets.size()));
        int extra = 0;
        int spacings = 0;
        int exact = 0;
        long lastFrame = 0;
        int last = -1;
        for (MonitorRecording.Onset onset : onsets) {
            double shown = drawn.at(onset.heard());
            int click = ClickTrack.nearest(shown, onset.hertz());
            double error = shown - click * ClickTrack.PERIOD_SECONDS;
            boolean known = click >= 1 && click <= expected && Math.abs(error) < FARTHEST_SECONDS;
            if (!known || heard.get(click)) {
                extra++;
                continue;
            }
            heard.set(click);
            errors.add(onset.heard(), error);
            if (click == last + 1) {
                spacings++;
                double frames = Playback.SINK_RATE.frames(ClickTrack.PERIOD_SECONDS);
                exact += Math.abs(onset.frame() - lastFrame - frames) <= 1 ? 1 : 0;
            }
            last = click;
            lastFrame = onset.frame();
        }
        double[] sorted = Arrays.stream(errors.values()).map(Math::abs).sorted().toArray();
        double mean = Arrays.stream(errors.values()).average().orElse(Double.NaN);
        return new RecordedReport(
                expected,
                heard.cardinality(),
                expected - heard.cardinality(),
                extra,
                spacings,
                exact,
                1000 * mean,
                1000 * SyncDiagnostic.quantile(sorted, 0.5),
                1000 * SyncDiagnostic.quantile(sorted, 0.95),
                1000 * SyncDiagnostic.quantile(sorted, 0.99),
                1000 * SyncDiagnostic.quantile(sorted, 1),
                1000 * errors.robustLine(0, seconds + LEAD_SECONDS)[1] * seconds);
    }
}
