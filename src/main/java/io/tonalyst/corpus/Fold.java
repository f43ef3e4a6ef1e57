// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import java.util.List;

/**
 * One training of a protocol: what it learns from, what it is selected and calibrated on, what it
 * is judged on. No clip is in two of the lists.
 *
 * @param index 0 is the first fold
 */
public record Fold(int index, List<Clip> train, List<Clip> validation, List<Clip> test) {
    public Fold {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /** The same clips as another fold of a protocol. */
    public Fold withIndex(int other) {
        return new Fold(other, train, validation, test);
    }
}
