// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import java.util.List;

/** Stereo sound under construction; tones are added where they belong. */
final class Mix {
    /** -1 dBFS. */
    static final double CEILING = 0.8912;

    private final float[] stereo;

    /**
     * @param frames length of the sound
     */
    Mix(long frames) {
        this.stereo = new float[Math.multiplyExact(2, Math.toIntExact(frames))];
    }

    /**
     * Adds a mono sound at equal power.
     *
     * @param start frame its first sample falls on; it ends within the mix
     * @param pan -1 left to 1 right
     */
    void add(double[] mono, long start, double gain, double pan) {
        double angle = (pan + 1) * Math.PI / 4;
        double left = gain * StrictMath.cos(angle);
        double right = gain * StrictMath.sin(angle);
        int at = 2 * (int) start;
        for (double sample : mono) {
            stereo[at++] += (float) (left * sample);
            stereo[at++] += (float) (right * sample);
        }
    }

    /**
     * Adds a mono sound that moves: at equal power all the way.
     *
     * @param places where it is at frames of the sound, ascending; straight between them
     */
    void add(double[] mono, long start, List<Place> places) {
        if (places.stream().allMatch(p -> p.pan() == places.getFirst().pan())) {
            add(mono, start, 1, places.getFirst().pan());
            return;
        }
        int at = 2 * (int) start;
        int next = 0;
        for (int i = 0; i < mono.length; i++) {
            while (next + 1 < places.size() && places.get(next + 1).frame() <= i) {
                next++;
            }
            Place here = places.get(next);
            Place there = places.get(Math.min(next + 1, places.size() - 1));
            double way = Math.max(1, there.frame() - here.frame());
            double share = Math.min(1, (i - here.frame()) / way);
            double angle = (here.pan() + share * (there.pan() - here.pan()) + 1) * Math.PI / 4;
            stereo[at++] += (float) (StrictMath.cos(angle) * mono[i]);
            stereo[at++] += (float) (StrictMath.sin(angle) * mono[i]);
        }
    }

    /**
     * Where a sound is.
     *
     * @param frame from its start
     * @param pan -1 left to 1 right
     */
    record Place(int frame, double pan) {}

    /** The interleaved samples, as a whole turned down where they would pass -1 dBFS. */
    float[] finish() {
        float peak = 0;
        for (float sample : stereo) {
            peak = Math.max(peak, Math.abs(sample));
        }
        if (peak > CEILING) {
            float down = (float) (CEILING / peak);
            for (int i = 0; i < stereo.length; i++) {
                stereo[i] *= down;
            }
        }
        return stereo;
    }
}
