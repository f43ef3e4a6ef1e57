// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training.robustness;

/**
 * Companding of 16-bit samples to 8 bits and back by ITU-T G.711, after the reference code by Sun
 * Microsystems (g711.c).
 */
enum G711 {
    /** North America and Japan. */
    MU_LAW {
        @Override
        int roundTrip(int sample) {
            int magnitude = Math.min(Math.abs(sample), MU_CLIP) + MU_BIAS;
            int exponent = 31 - Integer.numberOfLeadingZeros(magnitude) - 7;
            int mantissa = (magnitude >> (exponent + 3)) & 15;
            int decoded = (((mantissa << 3) + MU_BIAS) << exponent) - MU_BIAS;
            return sample < 0 ? -decoded : decoded;
        }
    },
    /** The rest of the world. */
    A_LAW {
        @Override
        int roundTrip(int sample) {
            // Negative samples are complemented, so that both halves have as many steps.
            int magnitude = (sample < 0 ? ~sample : sample) >> 3;
            int segment = Math.max(0, 27 - Integer.numberOfLeadingZeros(magnitude | 1));
            int step = (magnitude >> Math.max(1, segment)) & 15;
            int decoded = segment == 0 ? (step << 4) + 8 : ((step << 4) + A_BIAS) << (segment - 1);
            return sample < 0 ? -decoded : decoded;
        }
    };

    private static final int A_BIAS = 264;
    private static final int MU_BIAS = 132;
    private static final int MU_CLIP = 32_635;

    /** A sample of -32768 to 32767 as it comes out at the other end. */
    abstract int roundTrip(int sample);
}
