// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.samples;

/** A second-order resonator of unit gain at 0 Hz, as in Klatt's cascade synthesiser (1980). */
final class Resonator {
    private final double sampleRate;
    private double a;
    private double b;
    private double c;
    private double last;
    private double beforeLast;

    Resonator(double sampleRate) {
        this.sampleRate = sampleRate;
        a = 1;
    }

    void tune(double hertz, double bandwidthHz) {
        double radius = StrictMath.exp(-StrictMath.PI * bandwidthHz / sampleRate);
        c = -radius * radius;
        b = 2 * radius * StrictMath.cos(2 * StrictMath.PI * hertz / sampleRate);
        a = 1 - b - c;
    }

    double next(double input) {
        double output = a * input + b * last + c * beforeLast;
        beforeLast = last;
        last = output;
        return output;
    }
}
