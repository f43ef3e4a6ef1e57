// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A recording of a sink: samples, and when its portions came. */
final class MonitorRecording {
    /** Above this share of the loudest sample, a click has begun. */
    private static final double ONSET = 0.5;

    /** No two clicks are nearer than this. */
    private static final double APART_SECONDS = 0.1;

    /** Quieter than this, nothing has been played at all: -40 dBFS. */
    private static final int LEAST = 328;

    /** Portions on each side of a moment that tell when its sound was heard. */
    private static final double REACH_SECONDS = 5;

    /** Portions come late and never early, so the time is near their lower end. */
    private static final double EARLY = 0.2;

    private final short[] samples;
    private final int rate;
    private final TimedPoints arrivals;

    /**
     * @param arrivals for portions that were waited for: second, and place of their first sample in
     *     seconds
     */
    MonitorRecording(short[] samples, int rate, TimedPoints arrivals) {
        this.samples = samples;
        this.rate = rate;
        this.arrivals = arrivals;
    }

    /**
     * A click in the recording.
     *
     * @param heard second at which it was handed to the device
     * @param frame sample that it begins with
     * @param hertz its frequency, from its changes of sign
     */
    record Onset(double heard, long frame, double hertz) {}

    List<Onset> onsets() {
        int loudest = 0;
        for (short sample : samples) {
            loudest = Math.max(loudest, Math.abs((int) sample));
        }
        List<Onset> found = new ArrayList<>();
        double threshold = Math.max(LEAST, ONSET * loudest);
        long quietSince = 0;
        for (int i = 0; i < samples.length; i++) {
            if (Math.abs((int) samples[i]) < threshold) {
                continue;
            }
            if (i - quietSince > APART_SECONDS * rate || found.isEmpty()) {
                found.add(new Onset(heard((double) i / rate), i, hertz(i)));
            }
            quietSince = i;
        }
        return found;
    }

    /** When a place in the recording was heard: portions are handed over as they begin. */
    private double heard(double place) {
        double[] offsets = new double[arrivals.size()];
        int count = 0;
        for (int i = 0; i < arrivals.size(); i++) {
            if (Math.abs(arrivals.value(i) - place) < REACH_SECONDS) {
                offsets[count++] = arrivals.seconds(i) - arrivals.value(i);
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        Arrays.sort(offsets, 0, count);
        return place + offsets[(int) (EARLY * (count - 1))];
    }

    private double hertz(int from) {
        int to = Math.min(samples.length, from + (int) (ClickTrack.CLICK_SECONDS * rate * 0.9));
        int first = -1;
        int last = -1;
        int changes = -1;
        for (int i = from + 1; i < to; i++) {
            if (samples[i] >= 0 != samples[i - 1] >= 0) {
                first = first < 0 ? i : first;
                last = i;
                changes++;
            }
        }
        return changes < 1 ? 0 : changes * (double) rate / (2.0 * (last - first));
    }
}
