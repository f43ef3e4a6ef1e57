// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

/**
 * What one epoch came to.
 *
 * @param epoch 1 is the first
 * @param trainLoss mean cross-entropy in nats on a fixed sample of the training part as it is,
 *     without augmentation
 * @param trainAccuracy on the same sample
 * @param validationLoss mean cross-entropy in nats
 * @param validationUar mean recall over the classes
 * @param learningRate of the last step
 * @param seconds wall time
 */
public record EpochRecord(
        int epoch,
        double trainLoss,
        double trainAccuracy,
        double validationLoss,
        double validationAccuracy,
        double validationUar,
        double learningRate,
        double seconds) {}
