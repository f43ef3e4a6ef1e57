// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.capture;

/**
 * How loud a piece of sound is, in dB relative to full scale.
 *
 * @param rmsDb root mean square, {@value #FLOOR_DB} to 0; a full-scale square wave has 0
 * @param peakDb largest sample, {@value #FLOOR_DB} to 0
 * @param clipped whether samples stand at full scale, so that louder ones were cut
 */
public record Level(double rmsDb, double peakDb, boolean clipped) {
    /** What silence is said to have. */
    public static final double FLOOR_DB = -90;

    /** No sound at all. */
    public static final Level SILENCE = new Level(FLOOR_DB, FLOOR_DB, false);

    /** The level of the first {@code count} samples. */
    static Level of(short[] samples, int count) {
        double squares = 0;
        int peak = 0;
        for (int i = 0; i < count; i++) {
            squares += (double) samples[i] * samples[i];
            peak = Math.max(peak, Math.abs(samples[i]));
        }
        return count == 0
                ? SILENCE
                : new Level(db(Math.sqrt(squares / count)), db(peak), peak >= Short.MAX_VALUE);
    }

    private static double db(double value) {
        return Math.clamp(20 * Math.log10(Math.max(value, 1e-3) / 32768), FLOOR_DB, 0);
    }
}
