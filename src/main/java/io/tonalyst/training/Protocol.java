// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.Fold;
import io.tonalyst.corpus.Splits;
import java.util.List;
import java.util.Locale;

/** How a network is judged on clips it did not learn from. */
public enum Protocol {
    /** A quarter of the clips is the test part; their speakers may be heard in training. */
    CLIP,
    /** Four folds; no speaker of a test part is heard in training. */
    SPEAKER;

    /** Name in files and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Fold> folds(List<Clip> clips, long seed) {
        return switch (this) {
            case CLIP -> List.of(Splits.byClip(clips, seed));
            case SPEAKER -> Splits.bySpeaker(clips, seed);
        };
    }
}
