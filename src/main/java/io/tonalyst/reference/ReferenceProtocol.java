// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import java.util.Locale;

/** How rows are dealt out to training and test, from the least to the most honest way. */
public enum ReferenceProtocol {
    /**
     * As published: clips are copied first, and the copies split. Only to show what it is worth.
     */
    LEAKY,
    /**
     * A quarter of the clips is tested; no copy of them is learned from, but their speakers are.
     */
    CLIP,
    /** Four folds; no tested speaker is heard in training. */
    SPEAKER;

    /** Name in files and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
