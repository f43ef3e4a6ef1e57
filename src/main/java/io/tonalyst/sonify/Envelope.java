// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

/**
 * Loudness of a tone over its frames: a linear attack and a cosine release, so that nothing clicks.
 * The attack starts above zero: a tone can be heard and measured from its very first frame.
 */
final class Envelope {
    /** The shortest attack, 5 ms. */
    static final int ATTACK = SonificationScore.RATE.hertz() / 200;

    /** 30 ms. */
    static final int RELEASE = SonificationScore.RATE.hertz() * 3 / 100;

    /** The shortest tone with a whole attack and release. */
    static final int SHORTEST = ATTACK + RELEASE;

    private static final double[] RELEASE_CURVE = releaseCurve();

    private Envelope() {}

    /**
     * 0 to 1 at a frame of a tone.
     *
     * @param frame 0 to {@code length} - 1
     * @param length frames from the start of the attack to the end of the release
     * @param attack frames until the full strength
     */
    static double at(long frame, long length, int attack) {
        double rise = Math.min(1, (frame + 1.0) / attack);
        long left = length - frame;
        return left > RELEASE ? rise : rise * RELEASE_CURVE[(int) (RELEASE - left)];
    }

    private static double[] releaseCurve() {
        double[] curve = new double[RELEASE];
        for (int i = 0; i < RELEASE; i++) {
            curve[i] = 0.5 + 0.5 * StrictMath.cos(Math.PI * (i + 1) / RELEASE);
        }
        return curve;
    }
}
