// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

import java.util.List;

/**
 * Sizes of the network; see {@link ResidualCnn}.
 *
 * @param bands rows of the input, a multiple of the patch
 * @param frames columns of the input, a multiple of the patch
 * @param patchRows rows of the input that become channels of one point
 * @param patchColumns columns of the input that become channels of one point
 * @param stem filters of the first convolution
 * @param stages residual stages after it
 * @param embedding filters of the layer that joins all rows
 * @param classes outputs
 */
public record NetworkShape(
        int bands,
        int frames,
        int patchRows,
        int patchColumns,
        Stem stem,
        List<Stage> stages,
        int embedding,
        int classes) {
    public NetworkShape {
        stages = List.copyOf(stages);
    }

    /** The first convolution, 3 x 3. */
    public record Stem(int channels, int rowStride, int columnStride) {}

    /**
     * Residual blocks of one size.
     *
     * @param channels filters of each convolution
     * @param rowStride of the first block
     * @param columnStride of the first block
     */
    public record Stage(int channels, int blocks, int rowStride, int columnStride) {}

    /** The input after patches have become channels. */
    MapSize patches() {
        return new MapSize(patchRows * patchColumns, bands / patchRows, frames / patchColumns);
    }

    /** Number of pooled values a clip. */
    int pooled() {
        return 2 * embedding;
    }
}
