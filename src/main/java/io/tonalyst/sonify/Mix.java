// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

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
