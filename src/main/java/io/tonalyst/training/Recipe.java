// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tonalyst.emotion.dl4j.NetworkShape;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that decides a training beside its clips.
 *
 * @param network name of the size, such as {@code small}
 * @param shape of the network
 * @param epochs passes over the training part
 * @param members networks that are trained alike but for their seeds and predict together
 * @param wholeMembers how many of them, the last ones, learn from whole images, without blanked
 *     stripes: networks that err differently are worth more together
 * @param seed of weights, order and augmentation of the first member
 * @param batch clips a step
 * @param peakLearningRate after the warm-up; from there half a cosine down to 0
 * @param warmUpEpochs in which the rate rises from 0
 * @param weightDecay share of a weight lost a step, times the rate
 * @param labelSmoothing share of the target spread over all classes
 * @param dropout share of the pooled values blanked
 * @param mixupAlpha parameter of the beta distribution two images are mixed with
 * @param mixupShare share of the images that are mixed
 * @param logitAdjustment how far the loss makes up for rare emotions: this share of the logarithm
 *     of each emotion's share of the draws is added to the logits in training only (Menon et al.,
 *     Long-tail learning via logit adjustment, 2021); 0 leaves the network with the habits of the
 *     corpora, 1 with none
 * @param draws how often a clip is drawn an epoch by corpus title, 1 where it is not named; a
 *     fraction is the chance of one more draw. The 2,800 TESS clips of two voices are nearly alike,
 *     those of RAVDESS and SAVEE few
 */
public record Recipe(
        String network,
        NetworkShape shape,
        int epochs,
        int members,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int wholeMembers,
        long seed,
        int batch,
        double peakLearningRate,
        double warmUpEpochs,
        double weightDecay,
        double labelSmoothing,
        double dropout,
        double mixupAlpha,
        double mixupShare,
        double logitAdjustment,
        Map<String, Double> draws,
        Augmentation augmentation) {
    /** Distance of the seeds of two members, so that no two trainings share one. */
    private static final long MEMBER_SEEDS = 1000;

    public Recipe {
        draws = Collections.unmodifiableMap(new TreeMap<>(draws));
    }

    /** The recipe of the shipped model. */
    public static Recipe standard(NetworkSize size, int epochs, long seed) {
        return new Recipe(
                size.key(),
                size.shape(),
                epochs,
                1,
                0,
                seed,
                32,
                5e-3,
                1,
                0.05,
                0.1,
                0.3,
                0.2,
                0.5,
                0.6,
                Map.of("TESS", 0.6, "RAVDESS", 2.0, "SAVEE", 3.0),
                Augmentation.standard());
    }

    /**
     * The recipe of one member alone.
     *
     * @param number 0 to {@code members} - 1
     */
    Recipe member(int number) {
        Augmentation own =
                number < members - wholeMembers ? augmentation : augmentation.withoutStripes();
        return with(seed + MEMBER_SEEDS * number, 1, 0, own);
    }

    /** The same of another seed. */
    Recipe withSeed(long other) {
        return with(other, members, wholeMembers, augmentation);
    }

    /**
     * The same with another number of members.
     *
     * @param whole how many of them learn from whole images, 0 to {@code other}
     */
    public Recipe withMembers(int other, int whole) {
        return with(seed, other, whole, augmentation);
    }

    private Recipe with(
            long otherSeed, int otherMembers, int otherWhole, Augmentation otherAugmentation) {
        return new Recipe(
                network,
                shape,
                epochs,
                otherMembers,
                otherWhole,
                otherSeed,
                batch,
                peakLearningRate,
                warmUpEpochs,
                weightDecay,
                labelSmoothing,
                dropout,
                mixupAlpha,
                mixupShare,
                logitAdjustment,
                draws,
                otherAugmentation);
    }
}
