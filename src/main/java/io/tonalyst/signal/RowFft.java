// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

/**
 * The complex Fourier transform in double precision of a power of two of values, laid out as rows
 * of a rectangle: transform the columns, turn each value, transpose, transform the columns again
 * (Bailey, FFTs in external or hierarchical memory, 1990), each column by the radix-2 decimation in
 * time of Cooley and Tukey. The inner loops run along rows, at one index of all their arrays, which
 * the JIT makes vector code of, and all values stay in the first cache. Safe between threads.
 */
final class RowFft {
    private final int rows;
    private final int columns;

    /** cos and -sin of 2 pi r c / size as {@code [r][c]}. */
    private final double[][] cosines;

    private final double[][] sines;

    /** cos and -sin of pi k / rows. */
    private final double[] stepCosines;

    private final double[] stepSines;

    /** Room for one transform, to be used again by one thread. */
    final class Buffers {
        private final double[][] re = new double[rows][columns];
        private final double[][] im = new double[rows][columns];
        private final double[][] turnedRe = new double[columns][rows];
        private final double[][] turnedIm = new double[columns][rows];
    }

    /**
     * @param size number of values, a power of two, at least 2
     */
    RowFft(int size) {
        int bits = Integer.numberOfTrailingZeros(size);
        rows = 1 << ((bits + 1) / 2);
        columns = size / rows;
        cosines = new double[rows][columns];
        sines = new double[rows][columns];
        stepCosines = new double[rows];
        stepSines = new double[rows];
        for (int r = 0; r < rows; r++) {
            stepCosines[r] = Math.cos(Math.PI * r / rows);
            stepSines[r] = -Math.sin(Math.PI * r / rows);
            for (int c = 0; c < columns; c++) {
                double angle = 2 * Math.PI * r * c / size;
                cosines[r][c] = Math.cos(angle);
                sines[r][c] = -Math.sin(angle);
            }
        }
    }

    /**
     * Transforms one set of values.
     *
     * @param values real and imaginary parts in turn
     * @param re receives the real parts of the transform
     * @param im receives the imaginary parts
     */
    void transform(double[] values, double[] re, double[] im, Buffers room) {
        for (int r = 0; r < rows; r++) {
            int row = reversed(r, rows);
            load(values, 2 * r * columns, room.re[row], room.im[row]);
        }
        transformColumns(room.re, room.im);
        for (int r = 0; r < rows; r++) {
            turn(room.re[r], room.im[r], cosines[r], sines[r]);
        }
        for (int c = 0; c < columns; c++) {
            int row = reversed(c, columns);
            gather(room.re, c, room.turnedRe[row]);
            gather(room.im, c, room.turnedIm[row]);
        }
        transformColumns(room.turnedRe, room.turnedIm);
        for (int c = 0; c < columns; c++) {
            System.arraycopy(room.turnedRe[c], 0, re, c * rows, rows);
            System.arraycopy(room.turnedIm[c], 0, im, c * rows, rows);
        }
    }

    private static void load(double[] values, int from, double[] re, double[] im) {
        for (int c = 0; c < re.length; c++) {
            re[c] = values[from + 2 * c];
            im[c] = values[from + 2 * c + 1];
        }
    }

    private static void gather(double[][] from, int column, double[] row) {
        for (int r = 0; r < row.length; r++) {
            row[r] = from[r][column];
        }
    }

    private static void turn(double[] re, double[] im, double[] cos, double[] sin) {
        for (int c = 0; c < re.length; c++) {
            double x = re[c];
            double y = im[c];
            re[c] = x * cos[c] - y * sin[c];
            im[c] = x * sin[c] + y * cos[c];
        }
    }

    /** The FFT of each column, in place, of rows in bit-reversed order. */
    private void transformColumns(double[][] re, double[][] im) {
        for (int span = 1; span < re.length; span *= 2) {
            for (int k = 0; k < span; k++) {
                double cos = stepCosines[k * (rows / span)];
                double sin = stepSines[k * (rows / span)];
                for (int i = k; i < re.length; i += 2 * span) {
                    butterfly(re[i], im[i], re[i + span], im[i + span], cos, sin);
                }
            }
        }
    }

    private static void butterfly(
            double[] re1, double[] im1, double[] re2, double[] im2, double cos, double sin) {
        for (int c = 0; c < re1.length; c++) {
            double upperRe = re1[c];
            double upperIm = im1[c];
            double re = re2[c] * cos - im2[c] * sin;
            double im = re2[c] * sin + im2[c] * cos;
            re1[c] = upperRe + re;
            im1[c] = upperIm + im;
            re2[c] = upperRe - re;
            im2[c] = upperIm - im;
        }
    }

    /** The number whose bits below {@code count}, a power of two, stand the other way round. */
    private static int reversed(int i, int count) {
        return count == 1 ? 0 : Integer.reverse(i) >>> (Integer.numberOfLeadingZeros(count) + 1);
    }
}
