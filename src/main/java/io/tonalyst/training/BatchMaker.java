// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.NetworkImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Draws the batches of an epoch. Order and augmentation follow from seed, epoch and batch number
 * alone, so that a resumed training sees what an uninterrupted one sees.
 */
final class BatchMaker {
    private static final int PIXELS = NetworkImage.BANDS * NetworkImage.FRAMES;
    private static final int CLASSES = Emotion.ALL.size();

    private final List<ClipImage> clips;
    private final Recipe recipe;
    private final int dropWidth;
    private final Augmenter augmenter;

    BatchMaker(List<ClipImage> clips, Recipe recipe, int dropWidth) {
        this.clips = clips;
        this.recipe = recipe;
        this.dropWidth = dropWidth;
        this.augmenter = new Augmenter(recipe.augmentation());
    }

    /**
     * The clips of an epoch in full batches: what is left over is left out, and clips too few for a
     * batch are drawn again.
     */
    List<List<ClipImage>> epoch(int epoch) {
        var random = new Random(seed(epoch, -1));
        List<ClipImage> drawn = new ArrayList<>();
        for (ClipImage clip : clips) {
            for (double left = draws(clip); left >= 1 || random.nextDouble() < left; left--) {
                drawn.add(clip);
            }
        }
        Collections.shuffle(drawn, random);
        for (int i = 0; drawn.size() < recipe.batch(); i++) {
            drawn.add(clips.get(i % clips.size()));
        }
        List<List<ClipImage>> batches = new ArrayList<>();
        for (int i = 0; i + recipe.batch() <= drawn.size(); i += recipe.batch()) {
            batches.add(drawn.subList(i, i + recipe.batch()));
        }
        return batches;
    }

    /**
     * What the loss adds to the logits, one value an emotion: {@link Recipe#logitAdjustment} times
     * the logarithm of its share of the draws. An emotion without clips counts as one of average
     * share, so that it is unlearned as usual.
     */
    float[] offsets() {
        double[] drawn = new double[CLASSES];
        for (ClipImage clip : clips) {
            drawn[clip.clip().emotion().ordinal()] += draws(clip);
        }
        double all = Arrays.stream(drawn).sum();
        float[] offsets = new float[CLASSES];
        for (int k = 0; k < CLASSES; k++) {
            double share = drawn[k] == 0 ? 1.0 / CLASSES : drawn[k] / all;
            offsets[k] = (float) (recipe.logitAdjustment() * Math.log(share));
        }
        return offsets;
    }

    private double draws(ClipImage clip) {
        return recipe.draws().getOrDefault(clip.clip().corpus().title(), 1.0);
    }

    /** Augmented images, smoothed labels and dropout of one batch. */
    Batch make(List<ClipImage> chosen, int epoch, int number) {
        var random = new SplittableRandom(seed(epoch, number));
        int size = chosen.size();
        float[] images = new float[size * PIXELS];
        float[] labels = new float[size * CLASSES];
        float[] plane = new float[PIXELS];
        for (int i = 0; i < size; i++) {
            augmenter.write(chosen.get(i), random, plane);
            System.arraycopy(plane, 0, images, i * PIXELS, PIXELS);
            target(chosen.get(i), labels, i);
        }
        mix(random, size, images, labels);
        return new Batch(size, images, drop(random, size), labels);
    }

    private void target(ClipImage clip, float[] labels, int row) {
        float rest = (float) (recipe.labelSmoothing() / CLASSES);
        Arrays.fill(labels, row * CLASSES, (row + 1) * CLASSES, rest);
        labels[row * CLASSES + clip.clip().emotion().ordinal()] +=
                (float) (1 - recipe.labelSmoothing());
    }

    /** Mixup (Zhang et al. 2018): each chosen image with the next one of the batch as it was. */
    private void mix(RandomGenerator random, int size, float[] images, float[] labels) {
        float[] imagesBefore = images.clone();
        float[] labelsBefore = labels.clone();
        for (int i = 0; i < size; i++) {
            if (random.nextDouble() >= recipe.mixupShare()) {
                continue;
            }
            float share = (float) beta(random, recipe.mixupAlpha());
            int other = (i + 1) % size;
            blend(images, imagesBefore, i, other, PIXELS, share);
            blend(labels, labelsBefore, i, other, CLASSES, share);
        }
    }

    private static void blend(
            float[] target, float[] source, int row, int other, int width, float share) {
        for (int k = 0; k < width; k++) {
            target[row * width + k] =
                    (1 - share) * source[row * width + k] + share * source[other * width + k];
        }
    }

    private float[] drop(RandomGenerator random, int size) {
        float[] drop = new float[size * dropWidth];
        float kept = (float) (1 / (1 - recipe.dropout()));
        for (int i = 0; i < drop.length; i++) {
            drop[i] = random.nextDouble() < recipe.dropout() ? 0 : kept;
        }
        return drop;
    }

    /** A beta(a, a) number for a below 1 by Jöhnk's method, folded to 0..0.5. */
    private static double beta(RandomGenerator random, double a) {
        while (true) {
            double x = Math.pow(random.nextDouble(), 1 / a);
            double y = Math.pow(random.nextDouble(), 1 / a);
            if (x + y > 0 && x + y <= 1) {
                double share = x / (x + y);
                return Math.min(share, 1 - share);
            }
        }
    }

    private long seed(int epoch, int number) {
        return (recipe.seed() * 1_000_003L + epoch) * 1_000_003L + number;
    }
}
