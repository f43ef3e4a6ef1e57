// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.Fold;
import io.tonalyst.corpus.Splits;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How a network is judged on clips it did not learn from. */
public enum Protocol {
    /**
     * A quarter of the clips is the test part; their speakers may be heard in training. Two folds:
     * two seeds of split and network.
     */
    CLIP,
    /** Four folds; no speaker of a test part is heard in training. */
    SPEAKER,
    /** One fold a corpus: trained on the others, tested on it. */
    CORPUS;

    private static final int CLIP_SEEDS = 2;

    /** Name in files and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The recipe of a fold: folds that repeat a split have a seed of their own. */
    Recipe recipe(Recipe recipe, Fold fold) {
        return this == CLIP ? recipe.withSeed(recipe.seed() + fold.index()) : recipe;
    }

    List<Fold> folds(List<Clip> clips, long seed) {
        return switch (this) {
            case CLIP ->
                    IntStream.range(0, CLIP_SEEDS)
                            .mapToObj(i -> Splits.byClip(clips, seed + i).withIndex(i))
                            .toList();
            case SPEAKER -> Splits.bySpeaker(clips, seed);
            case CORPUS -> Splits.byCorpus(clips, seed);
        };
    }
}
