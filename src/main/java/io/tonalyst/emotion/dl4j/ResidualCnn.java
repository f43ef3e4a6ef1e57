// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

import io.tonalyst.emotion.dl4j.ConvolutionWeights.Gain;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;

/**
 * The network: a residual 2-D convolution net over the log-mel image without normalisation of
 * activations (after Brock et al., High-performance large-scale image recognition without
 * normalization, 2021), then attention over time that gives mean and deviation (after Okabe et al.,
 * Attentive statistics pooling, 2018).
 *
 * <p>Patches of 2 x 4 points as channels and a 3 x 3 convolution; residual stages of one block,
 * each halving rows, and columns too except in the last; one convolution over all remaining rows;
 * pooling; one linear layer. A convolution with stride 2 stands in for average pooling on the skip
 * path, which is slow in ND4J.
 */
final class ResidualCnn {
    /** Placeholder {@code [clips, 1, bands, frames]}, 0..1. */
    static final String INPUT = "input";

    /** Output {@code [clips, classes]}, before softmax. */
    static final String LOGITS = "logits";

    private static final double TINY = 1e-5;
    private static final int PATCH_ROWS = 2;
    private static final int PATCH_COLUMNS = 4;
    private static final int PATCH = PATCH_ROWS * PATCH_COLUMNS;

    private final SameDiff graph;
    private final NetworkShape shape;
    private final ConvolutionWeights weights;

    ResidualCnn(SameDiff graph, NetworkShape shape, ConvolutionWeights weights) {
        this.graph = graph;
        this.shape = shape;
        this.weights = weights;
    }

    /** Number of pooled values a clip. */
    static int pooled(NetworkShape shape) {
        return 2 * shape.embedding();
    }

    /** From the input to {@code [clips, pooled]}. */
    SDVariable pooledFeatures(SDVariable input) {
        var channels = shape.channels();
        SDVariable x =
                convolve("stem", patches(input), 3, 3, PATCH, channels.get(0), 1, 1, Gain.PLAIN);
        for (int i = 1; i < channels.size(); i++) {
            int columns = i == channels.size() - 1 ? 1 : 2;
            x = block("stage" + i, x, channels.get(i - 1), channels.get(i), 2, columns);
        }
        int last = channels.get(channels.size() - 1);
        x = joinRows(graph.nn().relu(x, 0), last);
        return attentiveStatistics(graph.nn().relu(x, 0));
    }

    /** From {@code [clips, pooled]} to the logits. */
    SDVariable classify(SDVariable pooled) {
        SDVariable matrix = weights.matrix("head", pooled(shape), shape.classes());
        SDVariable bias = weights.bias("head", shape.classes(), Gain.PLAIN);
        return graph.nn().linear(LOGITS, pooled, matrix, bias);
    }

    /** Patches of 2 rows and 4 columns become the channels of one point. */
    private SDVariable patches(SDVariable input) {
        int rows = shape.bands() / PATCH_ROWS;
        int columns = shape.frames() / PATCH_COLUMNS;
        return input.reshape(-1, rows, PATCH_ROWS, columns, PATCH_COLUMNS)
                .permute(0, 2, 4, 1, 3)
                .reshape(-1, PATCH, rows, columns);
    }

    private SDVariable block(String name, SDVariable x, int in, int out, int rows, int columns) {
        SDVariable active = graph.nn().relu(x, 0);
        SDVariable skip =
                convolve(
                        name + "_skip",
                        active,
                        rows,
                        columns,
                        in,
                        out,
                        rows,
                        columns,
                        Gain.AFTER_RELU);
        SDVariable branch =
                convolve(name + "_a", active, 3, 3, in, out, rows, columns, Gain.AFTER_RELU);
        branch =
                convolve(
                        name + "_b",
                        graph.nn().relu(branch, 0),
                        3,
                        3,
                        out,
                        out,
                        1,
                        1,
                        Gain.BRANCH_END);
        return skip.add(branch);
    }

    private SDVariable joinRows(SDVariable x, int in) {
        int rows = shape.lastRows();
        var config = convolution(rows, 1, 1, 1).paddingMode(PaddingMode.VALID).build();
        SDVariable filters =
                weights.filters("join", rows, 1, in, shape.embedding(), Gain.AFTER_RELU);
        SDVariable bias = weights.bias("join", shape.embedding(), Gain.AFTER_RELU);
        return graph.cnn().conv2d(x, filters, bias, config);
    }

    /** From {@code [clips, embedding, 1, columns]} to weighted mean and deviation over columns. */
    private SDVariable attentiveStatistics(SDVariable x) {
        SDVariable score =
                convolve("attention", x, 1, 1, shape.embedding(), 1, 1, 1, Gain.AFTER_RELU);
        SDVariable share = graph.nn().softmax(score, 3);
        SDVariable mean = x.mul(share).sum(true, 2, 3);
        SDVariable deviation =
                graph.math()
                        .sqrt(
                                graph.math()
                                        .square(x.sub(mean))
                                        .mul(share)
                                        .sum(true, 2, 3)
                                        .add(TINY));
        SDVariable both = graph.concat(1, mean, deviation);
        return both.reshape(-1, pooled(shape));
    }

    private SDVariable convolve(
            String name,
            SDVariable x,
            int rows,
            int columns,
            int in,
            int out,
            int rowStride,
            int columnStride,
            Gain gain) {
        var config =
                convolution(rows, columns, rowStride, columnStride)
                        .paddingMode(PaddingMode.SAME)
                        .build();
        SDVariable filters = weights.filters(name, rows, columns, in, out, gain);
        return graph.cnn().conv2d(x, filters, weights.bias(name, out, gain), config);
    }

    private static Conv2DConfig.Conv2DConfigBuilder convolution(
            int rows, int columns, int rowStride, int columnStride) {
        return Conv2DConfig.builder()
                .kH(rows)
                .kW(columns)
                .sH(rowStride)
                .sW(columnStride)
                .dH(1)
                .dW(1)
                .dataFormat("NCHW");
    }
}
