// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClipAugmenterTest {
    private final float[] clip = clip();

    @Test
    void noiseIsAtMostAShareOfTheMaximum() {
        for (int seed = 0; seed < 20; seed++) {
            float[] noisy = ClipAugmenter.apply(Variant.NOISE, clip, new SplittableRandom(seed));
            double squares = 0;
            for (int i = 0; i < clip.length; i++) {
                squares += Math.pow(noisy[i] - clip[i], 2);
            }
            assertThat(Math.sqrt(squares / clip.length)).isBetween(0.0, 0.036 * 0.9);
        }
    }

    @Test
    void aShiftRollsTheClip() {
        float[] shifted = ClipAugmenter.apply(Variant.SHIFT, clip, new SplittableRandom(4));

        assertThat(shifted).isNotEqualTo(clip);
        int at = indexOf(shifted, clip[0]);
        assertThat(Math.min(at, clip.length - at)).isLessThanOrEqualTo(5000);
        for (int i = 0; i < clip.length; i++) {
            assertThat(shifted[(i + at) % clip.length]).isEqualTo(clip[i]);
        }
    }

    @Test
    void theSameSeedGivesTheSameVariant() {
        for (Variant variant : Variant.values()) {
            float[] before = clip.clone();

            assertThat(ClipAugmenter.apply(variant, clip, new SplittableRandom(4)))
                    .isEqualTo(ClipAugmenter.apply(variant, clip, new SplittableRandom(4)))
                    .hasSize(
                            variant == Variant.STRETCH_PITCH
                                    ? (int) Math.round(clip.length / 0.8)
                                    : clip.length);
            assertThat(clip).isEqualTo(before);
        }
    }

    private static float[] clip() {
        float[] clip = new float[12_000];
        var random = new Random(1);
        for (int i = 0; i < clip.length; i++) {
            clip[i] = 0.8f * random.nextFloat();
        }
        clip[0] = 0.9f;
        return clip;
    }

    private static int indexOf(float[] x, float value) {
        return (int) Arrays.asList(box(x)).indexOf(value);
    }

    private static Float[] box(float[] x) {
        Float[] boxed = new Float[x.length];
        Arrays.setAll(boxed, i -> x[i]);
        return boxed;
    }
}
