// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import java.util.List;

/**
 * Everything that decides a training of a reference network beside its clips.
 *
 * @param pipeline key of the pipeline
 * @param widths filters of the convolutions in order
 * @param dense units of the layer before the last
 * @param epochs passes over the training rows
 * @param batch rows a step
 * @param seed of augmentation, split, weights, order and dropout
 */
public record ReferenceRecipe(
        String pipeline, List<Integer> widths, int dense, int epochs, int batch, long seed) {
    public ReferenceRecipe {
        widths = List.copyOf(widths);
    }
}
