// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.ClipKind;
import io.tonalyst.corpus.Corpus;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.NetworkImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AugmenterTest {
    private static final int PIXELS = NetworkImage.BANDS * NetworkImage.FRAMES;

    @Test
    void copiesStayInRangeAndDiffer() {
        ClipImage clip = clip(120, 1);
        float[] first = new float[PIXELS];
        float[] second = new float[PIXELS];
        var random = new SplittableRandom(1);
        boolean telephone = false;
        for (int i = 0; i < 60; i++) {
            new Augmenter(Augmentation.standard()).write(clip, random, first);
            for (float value : first) {
                assertThat(value).isBetween(0f, 1f);
            }
            telephone |= first[120 * NetworkImage.FRAMES + 96] == 0;
        }
        new Augmenter(Augmentation.standard()).write(clip, random, second);

        assertThat(second).isNotEqualTo(first);
        assertThat(telephone).as("some copies lack what a telephone cuts off").isTrue();
    }

    @Test
    void clipsOfAnyLengthFit() {
        float[] plane = new float[PIXELS];
        for (int frames : new int[] {1, 2, 191, 192, 193, 500}) {
            new Augmenter(Augmentation.standard())
                    .write(clip(frames, 2), new SplittableRandom(frames), plane);
            assertThat(plane).as("%d frames", frames).isNotEqualTo(new float[PIXELS]);
        }
    }

    @Test
    void batchesFollowFromSeedEpochAndNumber() {
        List<ClipImage> clips = List.of(clip(80, 3), clip(90, 4), clip(100, 5));
        var maker = new BatchMaker(clips, Recipe.standard(NetworkSize.TINY, 3, 7), 16);

        Batch batch = maker.make(clips, 2, 5);
        Batch same = maker.make(clips, 2, 5);
        Batch other = maker.make(clips, 3, 5);

        assertThat(same.images()).isEqualTo(batch.images());
        assertThat(same.drop()).isEqualTo(batch.drop());
        assertThat(other.images()).isNotEqualTo(batch.images());
        for (int row = 0; row < 3; row++) {
            float sum = 0;
            for (float p : Arrays.copyOfRange(batch.labels(), 8 * row, 8 * row + 8)) {
                sum += p;
            }
            assertThat(sum).isBetween(0.9999f, 1.0001f);
        }
    }

    private static ClipImage clip(int frames, long seed) {
        byte[] levels = new byte[frames * NetworkImage.BANDS];
        new Random(seed).nextBytes(levels);
        var clip =
                new Clip(
                        "1001_DFA_SAD_XX",
                        Corpus.CREMA_D,
                        "CREMA-D-1001",
                        Emotion.SAD,
                        Path.of("x.png"),
                        ClipKind.LOG_MEL);
        return new ClipImage(clip, frames, levels);
    }
}
