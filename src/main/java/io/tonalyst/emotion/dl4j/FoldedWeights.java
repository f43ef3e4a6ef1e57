// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Weights as constants, for prediction. */
final class FoldedWeights implements ConvolutionWeights {
    private final SameDiff graph;
    private final Map<String, INDArray> arrays;

    /**
     * @param arrays by the names that {@link StandardisedWeights} gives
     */
    FoldedWeights(SameDiff graph, Map<String, INDArray> arrays) {
        this.graph = graph;
        this.arrays = arrays;
    }

    @Override
    public SDVariable filters(String name, int rows, int columns, int in, int out, Gain gain) {
        return constant(name + StandardisedWeights.FILTERS);
    }

    @Override
    public SDVariable bias(String name, int out, Gain gain) {
        return constant(name + StandardisedWeights.BIAS);
    }

    @Override
    public SDVariable matrix(String name, int in, int out) {
        return constant(name + StandardisedWeights.MATRIX);
    }

    private SDVariable constant(String name) {
        INDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalStateException("No weights named " + name);
        }
        return graph.constant(name, array.dup('c'));
    }
}
