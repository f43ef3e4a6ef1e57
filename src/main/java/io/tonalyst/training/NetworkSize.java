// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.NetworkImage;
import io.tonalyst.emotion.dl4j.NetworkShape;
import io.tonalyst.emotion.dl4j.NetworkShape.Stage;
import io.tonalyst.emotion.dl4j.NetworkShape.Stem;
import java.util.List;
import java.util.Locale;

/** Sizes of the network on offer. */
public enum NetworkSize {
    /** For tests. */
    TINY(8, 8, new Stem(4, 2, 2), List.of(new Stage(4, 1, 2, 2), new Stage(8, 1, 2, 1)), 16),
    /** About 0.4 million weights. */
    SMALL(
            4,
            4,
            new Stem(32, 2, 2),
            List.of(new Stage(32, 1, 1, 1), new Stage(64, 1, 2, 2), new Stage(128, 1, 2, 1)),
            128),
    /** About 0.55 million weights, and twice the time. */
    MEDIUM(
            4,
            4,
            new Stem(48, 2, 2),
            List.of(new Stage(48, 1, 1, 1), new Stage(96, 1, 2, 2), new Stage(128, 1, 2, 1)),
            128);

    private final NetworkShape shape;

    NetworkSize(int patchRows, int patchColumns, Stem stem, List<Stage> stages, int embedding) {
        this.shape =
                new NetworkShape(
                        NetworkImage.BANDS,
                        NetworkImage.FRAMES,
                        patchRows,
                        patchColumns,
                        stem,
                        stages,
                        embedding,
                        Emotion.ALL.size());
    }

    NetworkShape shape() {
        return shape;
    }

    /** Name in files and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
