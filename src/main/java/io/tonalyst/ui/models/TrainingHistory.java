// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.training.EpochRecord;
import java.util.List;

/**
 * The epochs of one training.
 *
 * @param name of the run or member
 * @param epochs in order, at least one
 * @param best number of the epoch whose weights were kept, or of the least validation loss where
 *     that is not said
 */
record TrainingHistory(String name, List<EpochRecord> epochs, int best) {
    TrainingHistory {
        epochs = List.copyOf(epochs);
    }

    /** The epoch with the least validation loss, for histories that do not say which was kept. */
    static int leastLoss(List<EpochRecord> epochs) {
        EpochRecord best = epochs.getFirst();
        for (EpochRecord epoch : epochs) {
            if (epoch.validationLoss() < best.validationLoss()) {
                best = epoch;
            }
        }
        return best.epoch();
    }
}
