// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.ClipKind;
import io.tonalyst.corpus.Corpus;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.NetworkImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

    @Test
    void telephonesLeaveTheirBandAndACodecsNoise() {
        byte[] levels = new byte[100 * NetworkImage.BANDS];
        Arrays.fill(levels, (byte) 230);
        var telephone = new Augmenter(new Augmentation(0, 0, 0, 0, 1, 0, 0, 0));
        float[] plane = new float[PIXELS];
        for (int seed = 0; seed < 50; seed++) {
            telephone.write(
                    new ClipImage(spoken(Emotion.SAD), 100, levels),
                    new SplittableRandom(seed),
                    plane);
            int middle = NetworkImage.FRAMES / 2;
            assertThat(plane[50 * NetworkImage.FRAMES + middle]).as("1.2 kHz").isEqualTo(1f);
            assertThat(plane[middle]).as("0 Hz: only noise").isBetween(0.24f, 0.75f);
            for (int b = 100; b < NetworkImage.BANDS; b++) {
                assertThat(plane[b * NetworkImage.FRAMES + middle]).as("above 4 kHz").isZero();
            }
            assertThat(plane[50 * NetworkImage.FRAMES]).as("before the clip").isZero();
        }
    }

    @Test
    void whatCameByTelephoneIsNotSentAgain() {
        byte[] levels = new byte[100 * NetworkImage.BANDS];
        for (int t = 0; t < 100; t++) {
            Arrays.fill(levels, t * NetworkImage.BANDS, t * NetworkImage.BANDS + 90, (byte) 230);
        }
        var clip = new ClipImage(spoken(Emotion.SAD), 100, levels);
        float[] sent = new float[PIXELS];
        float[] kept = new float[PIXELS];

        new Augmenter(new Augmentation(0, 0, 0, 0, 1, 0, 0, 0))
                .write(clip, new SplittableRandom(3), sent);
        new Augmenter(new Augmentation(0, 0, 0, 0, 0, 0, 0, 0))
                .write(clip, new SplittableRandom(3), kept);

        assertThat(clip.isNarrowBand()).isTrue();
        assertThat(sent).isEqualTo(kept);
    }

    @Test
    void theLossKnowsHowOftenEachEmotionIsDrawn() {
        List<ClipImage> clips = new ArrayList<>(Collections.nCopies(3, clip(80, 3)));
        clips.add(new ClipImage(spoken(Emotion.ANGRY), 1, new byte[NetworkImage.BANDS]));
        Recipe recipe = Recipe.standard(NetworkSize.TINY, 3, 7);

        float[] offsets = new BatchMaker(clips, recipe, 16).offsets();

        double share = recipe.logitAdjustment();
        assertThat(share).isPositive();
        assertThat(offsets[Emotion.SAD.ordinal()])
                .isCloseTo((float) (share * Math.log(0.75)), within(1e-6f));
        assertThat(offsets[Emotion.ANGRY.ordinal()])
                .isCloseTo((float) (share * Math.log(0.25)), within(1e-6f));
        assertThat(offsets[Emotion.CALM.ordinal()])
                .as("no clips: as an emotion of average share")
                .isCloseTo((float) (share * Math.log(0.125)), within(1e-6f));
    }

    private static ClipImage clip(int frames, long seed) {
        byte[] levels = new byte[frames * NetworkImage.BANDS];
        new Random(seed).nextBytes(levels);
        return new ClipImage(spoken(Emotion.SAD), frames, levels);
    }

    private static Clip spoken(Emotion emotion) {
        return new Clip(
                "1001_DFA_SAD_XX",
                Corpus.CREMA_D,
                "CREMA-D-1001",
                emotion,
                Path.of("x.png"),
                ClipKind.LOG_MEL);
    }
}
