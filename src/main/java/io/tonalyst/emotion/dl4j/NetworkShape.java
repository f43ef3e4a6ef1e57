// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

import java.util.List;

/**
 * Sizes of the network; see {@link ResidualCnn}.
 *
 * @param bands rows of the input
 * @param frames columns of the input
 * @param channels filters of the first layer and of the stages after it
 * @param embedding filters of the layer that joins all bands
 * @param classes outputs
 */
public record NetworkShape(
        int bands, int frames, List<Integer> channels, int embedding, int classes) {
    public NetworkShape {
        channels = List.copyOf(channels);
    }

    /**
     * Rows left before the layer that joins all bands: the first layer and each stage halve them.
     */
    int lastRows() {
        return bands >> channels.size();
    }
}
