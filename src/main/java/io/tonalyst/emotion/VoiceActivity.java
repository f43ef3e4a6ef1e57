// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import io.tonalyst.time.FrameRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Finds the stretches of speech in a channel by energy and periodicity. Energy is measured above an
 * adaptive noise floor with hysteresis; a stretch counts only if a part of it is voiced and its
 * partials move as those of a voice do, so that clicks, hiss, steady noise, signalling tones and
 * music are left out. Singing passes, and speech over music that is softer.
 *
 * <p>Input is 16 kHz, samples finite. Silence and anything shorter than 0.15 s yield nothing.
 */
public final class VoiceActivity {
    private static final int RATE = 16_000;

    /** Samples between energy frames: 10 ms. */
    static final int HOP = 160;

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
    private static final int MIN_LENGTH = 15;
    private static final int MIN_VOICED = 5;
    private static final double MIN_VOICED_SHARE = 0.1;
    private static final int PADDING = 10;

    /** Two neighbours of this length, 1 s each, are judged together for music. */
    private static final int CELL = 100;

    private VoiceActivity() {}

    /**
     * The stretches of speech in order of time, none touching another.
     *
     * @param mono16k one channel at 16 kHz
     * @return ranges in samples
     */
    public static List<FrameRange> find(float[] mono16k) {
        return find(mono16k, stretch -> withoutTones(mono16k, stretch));
    }

    /** What {@link #find} would yield if music and tones were speech. */
    static List<FrameRange> findVoiced(float[] mono16k) {
        return find(mono16k, List::of);
    }

    private static List<FrameRange> find(
            float[] mono16k, Function<FrameRange, List<FrameRange>> cut) {
        double[] level = levels(mono16k);
        if (level.length == 0) {
            return List.of();
        }
        double[] floor = floor(level);
        List<FrameRange> speech = new ArrayList<>();
        for (FrameRange loud : joined(loudStretches(level, floor))) {
            for (FrameRange part : cut.apply(loud)) {
                if (part.length() >= MIN_LENGTH && isVoiced(mono16k, part)) {
                    speech.add(part);
                }
            }
        }
        return padded(speech, mono16k.length);
    }

    /** Level of each 10 ms frame in dB, after a first difference that takes hum and rumble away. */
    private static double[] levels(float[] x) {
        double[] level = new double[x.length / HOP];
        for (int f = 0; f < level.length; f++) {
            double sum = 0;
            for (int i = Math.max(1, f * HOP); i < (f + 1) * HOP; i++) {
                double d = x[i] - 0.95 * x[i - 1];
                sum += d * d;
            }
            level[f] = 10 * Math.log10(sum / HOP + 1e-12);
        }
        return level;
    }

    private static double[] floor(double[] level) {
        double loud = percentile(level, 0, level.length, 0.95);
        double[] floor = new double[level.length];
        for (int f = 0; f < level.length; f += FLOOR_STEP) {
            int from = Math.max(0, f - FLOOR_REACH);
            int to = Math.min(level.length, f + FLOOR_STEP + FLOOR_REACH);
            double local = Math.min(percentile(level, from, to, 0.1), loud - MIN_RANGE_DB);
            Arrays.fill(floor, f, Math.min(level.length, f + FLOOR_STEP), local);
        }
        return floor;
    }

    private static double percentile(double[] values, int from, int to, double share) {
        double[] sorted = Arrays.copyOfRange(values, from, to);
        Arrays.sort(sorted);
        return sorted[(int) (share * (sorted.length - 1))];
    }

    private static List<FrameRange> loudStretches(double[] level, double[] floor) {
        List<FrameRange> stretches = new ArrayList<>();
        int start = -1;
        for (int f = 0; f < level.length; f++) {
            double above = level[f] <= GATE_DB ? 0 : level[f] - floor[f];
            if (start < 0 && above >= ONSET_DB) {
                start = f;
            } else if (start >= 0 && above < RELEASE_DB) {
                stretches.add(new FrameRange(start, f));
                start = -1;
            }
        }
        if (start >= 0) {
            stretches.add(new FrameRange(start, level.length));
        }
        return stretches;
    }

    /** Joins stretches that only a short pause, such as a plosive's closure, parts. */
    private static List<FrameRange> joined(List<FrameRange> stretches) {
        List<FrameRange> joined = new ArrayList<>();
        for (FrameRange next : stretches) {
            if (!joined.isEmpty() && next.start() - joined.getLast().end() <= MAX_GAP) {
                next = new FrameRange(joined.removeLast().start(), next.end());
            }
            joined.add(next);
        }
        return joined;
    }

    /**
     * What is left of a stretch when music and tones are taken out. A second goes only if it is
     * music together with the second before and with the one after, so that speech which music
     * leads up to, or follows, loses nothing.
     */
    private static List<FrameRange> withoutTones(float[] x, FrameRange stretch) {
        var tones = SteadyTones.in(x, (int) (stretch.start() * HOP), (int) (stretch.end() * HOP));
        long cells = Math.max(1, stretch.length() / CELL);
        if (cells <= 2) {
            return tones.fill(stretch.start() * HOP, stretch.end() * HOP)
                    ? List.of()
                    : List.of(stretch);
        }
        List<FrameRange> left = new ArrayList<>();
        boolean before = true;
        for (int i = 0; i < cells; i++) {
            long start = border(stretch, i, cells);
            long end = border(stretch, i + 1, cells);
            boolean after =
                    i + 1 == cells || tones.fill(start * HOP, border(stretch, i + 2, cells) * HOP);
            if (!(before && after)) {
                boolean joins = !left.isEmpty() && left.getLast().end() == start;
                left.add(new FrameRange(joins ? left.removeLast().start() : start, end));
            }
            before = after;
        }
        return left;
    }

    private static long border(FrameRange stretch, long cell, long cells) {
        return stretch.start() + stretch.length() * cell / cells;
    }

    private static boolean isVoiced(float[] x, FrameRange frames) {
        double needed = Math.max(MIN_VOICED, MIN_VOICED_SHARE * frames.length());
        int voiced = 0;
        for (long f = frames.start(); f < frames.end() && voiced < needed; f++) {
            if (Periodicity.isVoiced(x, (int) (f * HOP))) {
                voiced++;
            }
        }
        return voiced >= needed;
    }

    /** From frames to samples, with a little air on both sides. */
    private static List<FrameRange> padded(List<FrameRange> frames, int samples) {
        List<FrameRange> ranges = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            FrameRange f = frames.get(i);
            // Two neighbours share the pause between them.
            long earliest = i == 0 ? 0 : (frames.get(i - 1).end() + f.start() + 1) / 2;
            long latest =
                    i + 1 == frames.size()
                            ? samples / HOP
                            : (f.end() + frames.get(i + 1).start()) / 2;
            ranges.add(
                    new FrameRange(
                            Math.max(f.start() - PADDING, earliest) * HOP,
                            Math.min(f.end() + PADDING, latest) * HOP));
        }
        return ranges;
    }

    /** Seconds at the rate the ranges of {@link #find} are in. */
    static double seconds(long samples) {
        return (double) samples / RATE;
    }
}
