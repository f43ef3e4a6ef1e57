// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import java.util.List;

/**
 * The learning rate of the reference: 0.001, times 0.4 each time the training loss has not fallen
 * for two epochs (Keras' ReduceLROnPlateau), not below 1e-7.
 */
final class PlateauRate {
    private static final double FIRST = 1e-3;
    private static final double FACTOR = 0.4;
    private static final double LEAST = 1e-7;
    private static final int PATIENCE = 2;

    /** A loss lower by less does not count as lower. */
    private static final double LEAST_FALL = 1e-4;

    private PlateauRate() {}

    /** The rate of the next epoch. */
    static double after(List<EpochSummary> history) {
        double rate = FIRST;
        double best = Double.POSITIVE_INFINITY;
        int waited = 0;
        for (EpochSummary epoch : history) {
            if (epoch.loss() < best - LEAST_FALL) {
                best = epoch.loss();
                waited = 0;
            } else {
                waited++;
            }
            if (waited >= PATIENCE) {
                rate = Math.max(LEAST, rate * FACTOR);
                waited = 0;
            }
        }
        return rate;
    }
}
