// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.ClipKind;
import io.tonalyst.corpus.Corpus;
import io.tonalyst.emotion.Emotion;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowSplitTest {
    private final ReferenceRows rows = rows();

    @Test
    void leakyPutsCopiesOfNearlyAllTestRowsIntoTraining() {
        RowSplit split = RowSplit.of(ReferenceProtocol.LEAKY, rows, 1).getFirst();

        assertThat(split.train()).hasSize(2880);
        assertThat(split.test()).hasSize(960).doesNotContainAnyElementsOf(split.train());
        // Three other copies, each in training three times out of four: 1 - 0.25^3.
        assertThat(siblings(split)).isCloseTo(0.984, within(0.012));
        assertThat(ids(split.test())).doesNotHaveDuplicates();
        assertThat(split.files().test()).extracting(Clip::id).isEqualTo(ids(split.test()));
    }

    @Test
    void byClipNoCopyIsLearnedFromAndOnlyOriginalsAreTested() {
        RowSplit split = RowSplit.of(ReferenceProtocol.CLIP, rows, 1).getFirst();

        assertThat(siblings(split)).isZero();
        assertThat(split.test()).hasSize(240).allMatch(r -> r.variant() == Variant.ORIGINAL);
        assertThat(split.train()).hasSize(720 * 4);
    }

    @Test
    void bySpeakerEachClipIsTestedOnceByANetworkThatNeverHeardItsSpeaker() {
        List<RowSplit> splits = RowSplit.of(ReferenceProtocol.SPEAKER, rows, 1);

        assertThat(splits).hasSize(4);
        assertThat(splits.stream().flatMap(s -> s.test().stream()))
                .hasSize(960)
                .doesNotHaveDuplicates();
        for (RowSplit split : splits) {
            assertThat(speakers(split.train())).doesNotContainAnyElementsOf(speakers(split.test()));
            assertThat(split.train().size() + 4 * split.test().size()).isEqualTo(3840);
        }
    }

    private static double siblings(RowSplit split) {
        return RowSplit.siblingShare(ids(split.train()), ids(split.test()));
    }

    private static List<String> ids(List<ReferenceRow> rows) {
        return rows.stream().map(ReferenceRow::id).toList();
    }

    private static List<String> speakers(List<ReferenceRow> rows) {
        return rows.stream().map(r -> r.clip().speaker()).distinct().toList();
    }

    private static ReferenceRows rows() {
        Map<Clip, List<float[]>> values = new LinkedHashMap<>();
        for (int speaker = 1; speaker <= 24; speaker++) {
            for (int i = 0; i < 40; i++) {
                var clip =
                        new Clip(
                                speaker + "-" + i,
                                Corpus.RAVDESS,
                                String.format("RAVDESS-%02d", speaker),
                                Emotion.ALL.get(i % 8),
                                Path.of("clip"),
                                ClipKind.AUDIO);
                values.put(clip, Collections.nCopies(4, new float[1]));
            }
        }
        return new ReferenceRows(ReferencePipeline.FEATURES, values, Stream.<String>of().toList());
    }
}
