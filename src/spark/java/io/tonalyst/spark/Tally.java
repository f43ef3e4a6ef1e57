// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.spark;

import java.io.Serializable;

/**
 * What came of a share of the recordings.
 *
 * @param analysed recordings analysed now
 * @param kept recordings whose results were there before
 * @param failed recordings that cannot be analysed, now or before
 */
record Tally(int analysed, int kept, int failed) implements Serializable {
    static final Tally NONE = new Tally(0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(analysed + other.analysed, kept + other.kept, failed + other.failed);
    }
}
