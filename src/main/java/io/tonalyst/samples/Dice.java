// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.samples;

/**
 * Random numbers that are the same on every machine and with every JDK: SplitMix64 (Steele, Lea and
 * Flood, 2014) and {@link StrictMath}, so that samples can be compared byte by byte.
 */
final class Dice {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Dice for one purpose: the same seed and keys give the same throws, others unrelated ones. */
    static Dice of(long seed, long... keys) {
        long state = mix(seed + GAMMA);
        for (long key : keys) {
            state = mix(state ^ mix(key + GAMMA));
        }
        return new Dice(state);
    }

    /** Evenly from 0 to below 1. */
    double uniform() {
        state += GAMMA;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    double uniform(double from, double to) {
        return from + (to - from) * uniform();
    }

    /** A whole number from 0 to below {@code bound}. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Normal with mean 0 and deviation 1, by Box and Muller. */
    double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /**
     * Gamma distributed, by the method of Marsaglia and Tsang (2000).
     *
     * @param shape at least 1
     */
    double gamma(double shape, double scale) {
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = gaussian();
            double v = 1 + c * x;
            if (v > 0) {
                double cube = v * v * v;
                double u = 1 - uniform();
                if (StrictMath.log(u) < 0.5 * x * x + d - d * cube + d * StrictMath.log(cube)) {
                    return d * cube * scale;
                }
            }
        }
    }

    /** An index, each as often as its weight says. */
    int pick(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = below(sum);
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
