// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Learned weights under scaled weight standardisation: each filter minus its mean, divided by its
 * deviation times the root of its fan-in, times a learned gain (Brock et al. 2021). It costs
 * nothing a sample, because it works on the weights, and folds into plain weights afterwards.
 */
final class StandardisedWeights implements ConvolutionWeights {
    /** Name of the filters as the convolution uses them, after the name of the layer. */
    static final String FILTERS = "_filters";

    /** Name of the bias as the layer uses it, after the name of the layer. */
    static final String BIAS = "_bias";

    /** Name of a matrix, after the name of the layer. */
    static final String MATRIX = "_matrix";

    private static final double RELU_GAIN = 1.7139;
    private static final double HEAD_DEVIATION = 0.02;

    private final SameDiff graph;
    private final Random random;
    private final List<String> effective = new ArrayList<>();

    StandardisedWeights(SameDiff graph, long seed) {
        this.graph = graph;
        this.random = Nd4j.getRandomFactory().getNewRandomInstance(seed);
    }

    /** Names of everything the layers use, to be evaluated when folding. */
    List<String> effectiveNames() {
        return List.copyOf(effective);
    }

    @Override
    public SDVariable filters(String name, int rows, int columns, int in, int out, Gain gain) {
        long fanIn = (long) rows * columns * in;
        SDVariable raw =
                graph.var(name + "_w", normal(rows, columns, in, out).muli(1 / Math.sqrt(fanIn)));
        double factor = (gain == Gain.PLAIN ? 1 : RELU_GAIN) / Math.sqrt(fanIn);
        SDVariable scale =
                graph.var(name + "_gain", Nd4j.ones(DataType.FLOAT, 1, 1, 1, out)).mul(factor);
        if (gain == Gain.BRANCH_END) {
            scale = scale.mul(graph.var(name + "_branch", Nd4j.zeros(DataType.FLOAT, 1)));
        }
        return named(name + FILTERS, graph.math().standardize(raw, 0, 1, 2).mul(scale));
    }

    @Override
    public SDVariable bias(String name, int out, Gain gain) {
        INDArray zeros = Nd4j.zeros(DataType.FLOAT, out);
        if (gain == Gain.BRANCH_END) {
            SDVariable raw = graph.var(name + "_b", zeros);
            return named(name + BIAS, raw.mul(graph.getVariable(name + "_branch")));
        }
        effective.add(name + BIAS);
        return graph.var(name + BIAS, zeros);
    }

    @Override
    public SDVariable matrix(String name, int in, int out) {
        effective.add(name + MATRIX);
        return graph.var(name + MATRIX, normal(in, out).muli(HEAD_DEVIATION));
    }

    private SDVariable named(String name, SDVariable value) {
        effective.add(name);
        return value.rename(name);
    }

    private INDArray normal(long... size) {
        INDArray values = Nd4j.create(DataType.FLOAT, size);
        return random.nextGaussian(size).castTo(DataType.FLOAT).reshape(values.shape());
    }
}
