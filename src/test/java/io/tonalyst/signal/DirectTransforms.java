// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

/**
 * Spectra straight from their definitions, in double precision and slow, to check the fast ones.
 */
final class DirectTransforms {
    private DirectTransforms() {}

    /** Power of one Hann-windowed frame centred on {@code centre}, by the sums of the DFT. */
    static double[] power(float[] x, int size, long centre) {
        double[] cos = new double[size];
        double[] sin = new double[size];
        for (int i = 0; i < size; i++) {
            cos[i] = Math.cos(2 * Math.PI * i / size);
            sin[i] = Math.sin(2 * Math.PI * i / size);
        }
        double[] power = new double[size / 2 + 1];
        for (int k = 0; k < power.length; k++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < size; i++) {
                long at = centre - size / 2 + i;
                if (at >= 0 && at < x.length) {
                    double value = (0.5 - 0.5 * cos[i]) * x[(int) at];
                    int turn = (int) ((long) k * i % size);
                    re += value * cos[turn];
                    im -= value * sin[turn];
                }
            }
            power[k] = re * re + im * im;
        }
        return power;
    }

    /** Mel power, {@code [frame][band]}: triangles between points equally spaced in mel. */
    static double[][] melPower(float[] x, int rate, int size, int hop, int bands) {
        double[] edges = new double[bands + 2];
        double top = mel(rate / 2.0);
        for (int i = 0; i < edges.length; i++) {
            edges[i] = hertz(top * i / (bands + 1));
        }
        double[][] out = new double[1 + x.length / hop][bands];
        for (int frame = 0; frame < out.length; frame++) {
            double[] power = power(x, size, (long) frame * hop);
            for (int band = 0; band < bands; band++) {
                double low = edges[band];
                double centre = edges[band + 1];
                double high = edges[band + 2];
                for (int k = 0; k < power.length; k++) {
                    double f = (double) k * rate / size;
                    double up = (f - low) / (centre - low);
                    double down = (high - f) / (high - centre);
                    double weight = Math.max(0, Math.min(up, down)) * 2 / (high - low);
                    out[frame][band] += weight * power[k];
                }
            }
        }
        return out;
    }

    private static double mel(double f) {
        return f < 1000 ? f * 0.015 : 15 + 27 * Math.log(f / 1000) / Math.log(6.4);
    }

    private static double hertz(double mel) {
        return mel < 15 ? mel / 0.015 : 1000 * Math.pow(6.4, (mel - 15) / 27);
    }
}
