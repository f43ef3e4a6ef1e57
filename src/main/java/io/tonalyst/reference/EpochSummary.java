// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

/**
 * One pass over the training rows.
 *
 * @param epoch 1 is the first
 * @param loss mean cross-entropy of the rows as they were learned, with dropout
 * @param accuracy share told right as they were learned
 * @param rate learning rate
 */
public record EpochSummary(int epoch, double loss, double accuracy, double rate) {}
