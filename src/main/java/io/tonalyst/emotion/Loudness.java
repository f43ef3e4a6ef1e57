// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import io.tonalyst.signal.ResampledChannel;
import io.tonalyst.time.FrameRange;
import io.tonalyst.work.CancelToken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The level of a channel every 10 ms, and the stretches where it rises above an adaptive noise
 * floor. Measured piece by piece; eight bytes a frame is all that is kept of the sound. Input is 16
 * kHz.
 */
final class Loudness {
    /** Samples between frames: 10 ms. */
    static final int HOP = 160;

    /** Frames read at a time. */
    private static final int RUN = 256;

    /** Frames on each side that the local noise floor is taken from: 5 s. */
    private static final int FLOOR_REACH = 500;

    /** Frames that share one estimate of the floor: 0.5 s. */
    private static final int FLOOR_STEP = 50;

    private static final double ONSET_DB = 9;
    private static final double RELEASE_DB = 5;

    /** Quieter than this is silence, whatever the floor, in dB re full scale. */
    private static final double GATE_DB = -80;

    /**
     * The floor lies at least this far below the loud frames, so that speech is not its own floor.
     */
    private static final double MIN_RANGE_DB = 20;

    private static final int MAX_GAP = 25;

    private final ResampledChannel sound;
    private final double[] level;

    /** The sample before the run and the run. */
    private final float[] x = new float[1 + RUN * HOP];

    private int measured;

    Loudness(ResampledChannel sound) {
        this.sound = sound;
        this.level = new double[Math.toIntExact(sound.length() / HOP)];
    }

    /** Frames in all. */
    int frames() {
        return level.length;
    }

    /** Frames measured so far. */
    int measured() {
        return measured;
    }

    /**
     * Measures the next frames, after a first difference that takes hum and rumble away.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    void measure(int frames, CancelToken cancel) {
        int end = (int) Math.min(level.length, (long) measured + frames);
        while (measured < end) {
            cancel.throwIfCancelled();
            int count = Math.min(RUN, end - measured);
            sound.read((long) measured * HOP - 1, x, 1 + count * HOP);
            for (int f = 0; f < count; f++) {
                double sum = 0;
                // The first sample of all has none before it to be compared with.
                for (int i = 1 + (measured + f == 0 ? 1 : f * HOP); i <= (f + 1) * HOP; i++) {
                    double d = x[i] - 0.95 * x[i - 1];
                    sum += d * d;
                }
                level[measured + f] = 10 * Math.log10(sum / HOP + 1e-12);
            }
            measured += count;
        }
    }

    /**
     * The loud stretches in frames, in order, joined where only a short pause, such as a plosive's
     * closure, parts them; to be asked when all is measured.
     */
    List<FrameRange> stretches() {
        List<FrameRange> joined = new ArrayList<>();
        if (level.length == 0) {
            return joined;
        }
        double most = OrderStatistic.of(level, (int) (0.95 * (level.length - 1))) - MIN_RANGE_DB;
        double floor = 0;
        int start = -1;
        for (int f = 0; f < level.length; f++) {
            if (f % FLOOR_STEP == 0) {
                floor = Math.min(localFloor(f), most);
            }
            double above = level[f] <= GATE_DB ? 0 : level[f] - floor;
            if (start < 0 && above >= ONSET_DB) {
                start = f;
            } else if (start >= 0 && above < RELEASE_DB) {
                join(joined, new FrameRange(start, f));
                start = -1;
            }
        }
        if (start >= 0) {
            join(joined, new FrameRange(start, level.length));
        }
        return joined;
    }

    private double localFloor(int frame) {
        int from = Math.max(0, frame - FLOOR_REACH);
        int to = Math.min(level.length, frame + FLOOR_STEP + FLOOR_REACH);
        double[] sorted = Arrays.copyOfRange(level, from, to);
        Arrays.sort(sorted);
        return sorted[(int) (0.1 * (sorted.length - 1))];
    }

    private static void join(List<FrameRange> joined, FrameRange next) {
        boolean touches = !joined.isEmpty() && next.start() - joined.getLast().end() <= MAX_GAP;
        joined.add(touches ? new FrameRange(joined.removeLast().start(), next.end()) : next);
    }
}
