// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

/**
 * A log-mel image, the input of the emotion network: level in dB relative to the clip's maximum,
 * floor -80 dB, band 0 lowest. 16 kHz, n_fft 1024, hop 256 (16 ms), periodic Hann, centred frames
 * with zero padding, power, 128 Slaney bands 0 to 8000 Hz.
 *
 * @param frames number of columns, at least 1
 * @param db {@code frames x BANDS} values, frame by frame: index {@code frame * BANDS + band}; -80
 *     to 0
 */
public record LogMel(int frames, float[] db) {
    /** Mel bands a frame. */
    public static final int BANDS = 128;

    /** Level of silence and of everything below it, in dB. */
    public static final float FLOOR_DB = -80f;

    /** Rate the sound is brought to first, in Hz. */
    public static final int SAMPLE_RATE = 16_000;

    /** Samples between frames. */
    public static final int HOP = 256;

    /** Samples of a window. */
    public static final int FFT_SIZE = 1024;

    private static final double MEL_STEP = MelFilterBank.toMel(SAMPLE_RATE / 2.0) / (BANDS + 1);

    public LogMel {
        if (frames < 1 || db.length != frames * BANDS) {
            throw new IllegalArgumentException(
                    "A log-mel image of "
                            + frames
                            + " frames does not have "
                            + db.length
                            + " values");
        }
    }

    public float at(int frame, int band) {
        return db[frame * BANDS + band];
    }

    /**
     * The frequency in Hz in the middle of a band; bands may be broken, so that half a band more
     * and less are its edges.
     */
    public static double hertz(double band) {
        return MelFilterBank.toHertz(MEL_STEP * (band + 1));
    }

    /** The band, a broken one, whose middle lies at a frequency: the inverse of {@link #hertz}. */
    public static double band(double hertz) {
        return MelFilterBank.toMel(hertz) / MEL_STEP - 1;
    }
}
