// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

/**
 * Sums over a stretch of an array in eight interleaved parts: the order of additions is fixed, and
 * the parts do not wait for each other.
 */
final class Sums {
    private static final int PARTS = 8;

    private Sums() {}

    static float sum(float[] x, int from, int length) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        float e = 0;
        float f = 0;
        float g = 0;
        float h = 0;
        int end = from + length;
        int i = from;
        for (; i <= end - PARTS; i += PARTS) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
            e += x[i + 4];
            f += x[i + 5];
            g += x[i + 6];
            h += x[i + 7];
        }
        for (; i < end; i++) {
            a += x[i];
        }
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }

    /** Sum of {@code (x - mean)^2}. */
    static float squaresAbout(float[] x, float mean, int from, int length) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int end = from + length;
        int i = from;
        for (; i <= end - 4; i += 4) {
            float p = x[i] - mean;
            float q = x[i + 1] - mean;
            float r = x[i + 2] - mean;
            float s = x[i + 3] - mean;
            a += p * p;
            b += q * q;
            c += r * r;
            d += s * s;
        }
        for (; i < end; i++) {
            float p = x[i] - mean;
            a += p * p;
        }
        return (a + b) + (c + d);
    }

    /** Sum of {@code g * (x - mean)}. */
    static float productAbout(float[] g, float[] x, float mean, int from, int length) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int end = from + length;
        int i = from;
        for (; i <= end - 4; i += 4) {
            a += g[i] * (x[i] - mean);
            b += g[i + 1] * (x[i + 1] - mean);
            c += g[i + 2] * (x[i + 2] - mean);
            d += g[i + 3] * (x[i + 3] - mean);
        }
        for (; i < end; i++) {
            a += g[i] * (x[i] - mean);
        }
        return (a + b) + (c + d);
    }
}
