// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

/** Round distances between the ticks of the time ruler. */
final class TickSteps {
    private static final double[] MINUTES_AND_HOURS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 36000
    };

    private TickSteps() {}

    /** The smallest round step in seconds that is at least {@code seconds}. */
    static double atLeast(double seconds) {
        if (seconds <= 1) {
            double power = Math.pow(10, Math.floor(Math.log10(Math.max(seconds, 1e-6))));
            for (double factor : new double[] {1, 2, 5, 10}) {
                if (factor * power >= seconds * (1 - 1e-9)) {
                    return factor * power;
                }
            }
        }
        for (double step : MINUTES_AND_HOURS) {
            if (step >= seconds) {
                return step;
            }
        }
        return Math.ceil(seconds / 36000) * 36000;
    }

    /** Decimals needed to tell ticks of this step apart. */
    static int decimals(double step) {
        return step >= 1 ? 0 : (int) Math.clamp(Math.ceil(-Math.log10(step) - 1e-9), 1, 6);
    }
}
