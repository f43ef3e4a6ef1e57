// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.Fold;
import io.tonalyst.corpus.Splits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one network learns from and what it is judged on. Nothing is selected on other rows: the
 * number of epochs is fixed and the weights of the last one are judged.
 *
 * @param files the same in the names of the evaluation files
 */
record RowSplit(List<ReferenceRow> train, List<ReferenceRow> test, Fold files) {
    private static final double TRAIN_SHARE = 0.75;

    static List<RowSplit> of(ReferenceProtocol protocol, ReferenceRows rows, long seed) {
        return switch (protocol) {
            case LEAKY -> List.of(leaky(rows, seed));
            case CLIP -> List.of(byClip(rows, Splits.byClip(rows.clips(), seed)));
            case SPEAKER ->
                    Splits.bySpeaker(rows.clips(), seed).stream()
                            .map(fold -> byClip(rows, fold))
                            .toList();
        };
    }

    /** As published: a random quarter of all rows is tested, whatever clips they were made of. */
    private static RowSplit leaky(ReferenceRows rows, long seed) {
        List<ReferenceRow> all = new ArrayList<>(rows.rowsOf(rows.clips()));
        Collections.shuffle(all, new Random(seed));
        int train = (int) Math.round(all.size() * TRAIN_SHARE);
        List<ReferenceRow> learned = all.subList(0, train);
        List<ReferenceRow> tested = all.subList(train, all.size());
        return new RowSplit(
                List.copyOf(learned),
                List.copyOf(tested),
                new Fold(0, asClips(learned), List.of(), asClips(tested)));
    }

    /** All variants of the other clips are learned from; of a tested clip only the original. */
    private static RowSplit byClip(ReferenceRows rows, Fold fold) {
        List<Clip> learned =
                Stream.concat(fold.train().stream(), fold.validation().stream()).toList();
        return new RowSplit(
                rows.rowsOf(learned),
                fold.test().stream().map(c -> new ReferenceRow(c, Variant.ORIGINAL)).toList(),
                new Fold(fold.index(), learned, List.of(), fold.test()));
    }

    private static List<Clip> asClips(List<ReferenceRow> rows) {
        return rows.stream().map(ReferenceRow::asClip).toList();
    }

    /** Share of the tested rows with another row of their clip among those learned from. */
    static double siblingShare(Collection<String> train, Collection<String> test) {
        Set<String> clips = new HashSet<>();
        train.forEach(id -> clips.add(ReferenceRow.clipOf(id)));
        return share(test.stream().map(ReferenceRow::clipOf).toList(), clips);
    }

    /** Share of the values that are in a set; 0 of none. */
    static double share(List<String> values, Set<String> known) {
        return values.stream().mapToInt(v -> known.contains(v) ? 1 : 0).average().orElse(0);
    }
}
