// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

/**
 * The n-th smallest of many numbers, found without sorting a copy of them: 16 bits of the answer a
 * pass, from the highest, by counting (radix selection, Knuth, The Art of Computer Programming,
 * volume 3, 5.2.5).
 */
final class OrderStatistic {
    private static final int BITS = 16;

    private OrderStatistic() {}

    /**
     * @param values no NaN among them; left as they are
     * @param rank 0 for the smallest, less than the number of values
     */
    static double of(double[] values, int rank) {
        long prefix = 0;
        int left = rank;
        for (int shift = Long.SIZE - BITS; shift >= 0; shift -= BITS) {
            int[] counts = new int[1 << BITS];
            for (double value : values) {
                long key = key(value);
                if (shift == Long.SIZE - BITS || key >>> (shift + BITS) == prefix) {
                    counts[(int) (key >>> shift) & ((1 << BITS) - 1)]++;
                }
            }
            int digit = 0;
            while (left >= counts[digit]) {
                left -= counts[digit++];
            }
            prefix = prefix << BITS | digit;
        }
        return Double.longBitsToDouble(prefix < 0 ? prefix ^ Long.MIN_VALUE : ~prefix);
    }

    /** Orders as the numbers do, when compared without sign. */
    private static long key(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    }
}
