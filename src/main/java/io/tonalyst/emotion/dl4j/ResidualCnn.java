// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

import java.util.HashMap;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The network for prediction, as a SameDiff graph of plain convolutions: a residual 2-D convolution
 * net over the log-mel image (He et al., Deep residual learning, 2016), then attention over time
 * that gives mean and deviation (Okabe et al., Attentive statistics pooling, 2018).
 *
 * <p>Patches of the image become channels; a 3 x 3 convolution; residual stages; one convolution
 * over all remaining rows; pooling; one linear layer.
 */
final class ResidualCnn {
    /** Placeholder {@code [clips, 1, bands, frames]}, 0..1. */
    static final String INPUT = "input";

    /** Output {@code [clips, classes]}, before softmax. */
    static final String LOGITS = "logits";

    private final SameDiff graph = SameDiff.create();
    private final NetworkShape shape;
    private final Map<String, INDArray> arrays = new HashMap<>();

    private ResidualCnn(NetworkShape shape, LearningNetwork learned) {
        this.shape = shape;
        for (NormalisedConvolution.Folded f : learned.folded()) {
            INDArray filters = Nd4j.createFromArray(f.filters()).reshape(f.shape());
            arrays.put(f.name(), filters.permute(2, 3, 1, 0).dup('c'));
            arrays.put(f.name() + "_bias", Nd4j.createFromArray(f.bias()));
        }
        for (Parameter p : learned.plain()) {
            arrays.put(p.name(), Nd4j.createFromArray(p.value).reshape(p.shape()));
        }
        arrays.computeIfPresent("attention", (name, a) -> a.permute(2, 3, 1, 0).dup('c'));
    }

    /** The graph of a network that has learned. */
    static SameDiff of(NetworkShape shape, LearningNetwork learned) {
        var net = new ResidualCnn(shape, learned);
        net.build();
        return net.graph;
    }

    private void build() {
        SDVariable input =
                graph.placeHolder(INPUT, DataType.FLOAT, -1, 1, shape.bands(), shape.frames());
        NetworkShape.Stem stem = shape.stem();
        SDVariable x =
                rectify(
                        convolve(
                                "stem",
                                patches(input),
                                3,
                                3,
                                stem.rowStride(),
                                stem.columnStride()));
        for (int i = 0; i < shape.stages().size(); i++) {
            NetworkShape.Stage stage = shape.stages().get(i);
            for (int b = 0; b < stage.blocks(); b++) {
                String name = "stage" + (i + 1) + "_" + (b + 1);
                x =
                        b == 0
                                ? block(name, x, stage.rowStride(), stage.columnStride())
                                : block(name, x, 1, 1);
            }
        }
        SDVariable pooled = attentiveStatistics(rectify(join(x)));
        graph.nn().linear(LOGITS, pooled, constant("head"), constant("head_bias"));
    }

    private SDVariable patches(SDVariable input) {
        MapSize size = shape.patches();
        return input.reshape(
                        -1, size.rows(), shape.patchRows(), size.columns(), shape.patchColumns())
                .permute(0, 2, 4, 1, 3)
                .reshape(-1, size.channels(), size.rows(), size.columns());
    }

    private SDVariable block(String name, SDVariable x, int rows, int columns) {
        SDVariable branch = rectify(convolve(name + "_a", x, 3, 3, rows, columns));
        branch = convolve(name + "_b", branch, 3, 3, 1, 1);
        boolean straight = !arrays.containsKey(name + "_skip");
        SDVariable around =
                straight ? x : convolve(name + "_skip", x, rows, columns, rows, columns);
        return rectify(branch.add(around));
    }

    private SDVariable join(SDVariable x) {
        int rows = (int) array("join").size(0);
        var config = convolution(rows, 1, 1, 1).paddingMode(PaddingMode.VALID).build();
        return graph.cnn().conv2d(x, constant("join"), constant("join_bias"), config);
    }

    /** From {@code [clips, embedding, 1, columns]} to weighted mean and deviation over columns. */
    private SDVariable attentiveStatistics(SDVariable x) {
        var config = convolution(1, 1, 1, 1).paddingMode(PaddingMode.VALID).build();
        SDVariable score = graph.cnn().conv2d(x, constant("attention"), config);
        SDVariable share = graph.nn().softmax(score, 3);
        SDVariable mean = x.mul(share).sum(true, 2, 3);
        SDVariable variance = graph.math().square(x.sub(mean)).mul(share).sum(true, 2, 3);
        SDVariable deviation = graph.math().sqrt(variance.add(AttentivePooling.TINY));
        return graph.concat(1, mean, deviation).reshape(-1, shape.pooled());
    }

    private SDVariable convolve(
            String name, SDVariable x, int rows, int columns, int rowStride, int columnStride) {
        var config =
                convolution(rows, columns, rowStride, columnStride)
                        .paddingMode(PaddingMode.SAME)
                        .build();
        return graph.cnn().conv2d(x, constant(name), constant(name + "_bias"), config);
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

    private SDVariable rectify(SDVariable x) {
        return graph.nn().relu(x, 0);
    }

    private SDVariable constant(String name) {
        return graph.constant(name, array(name));
    }

    private INDArray array(String name) {
        INDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalStateException("No weights named " + name);
        }
        return array;
    }
}
