// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import java.util.List;

/**
 * How far a training has come; kept beside its checkpoint.
 *
 * @param fingerprint of recipe and clips; a state with another one is not resumed
 * @param finished whether all epochs are done
 * @param best epoch with the best validation score, 0 if none is done
 * @param history one record an epoch done
 */
record TrainingState(String fingerprint, boolean finished, int best, List<EpochRecord> history) {
    TrainingState {
        history = List.copyOf(history);
    }

    int epochsDone() {
        return history.size();
    }
}
