// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference.net;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A stretch of the network's learned values and of their gradient. All layers share one array, so
 * that the optimiser takes one step over all of it.
 */
final class ParameterRange {
    private final INDArray values;
    private final INDArray gradient;
    private final int from;
    private final int to;

    /**
     * @param values of the whole network, one row
     * @param gradient of the same size
     * @param from first value of the stretch
     * @param to behind its last value
     */
    ParameterRange(INDArray values, INDArray gradient, int from, int to) {
        this.values = values;
        this.gradient = gradient;
        this.from = from;
        this.to = to;
    }

    /** A part of the stretch; {@code begin} counts from its start. */
    ParameterRange part(int begin, int length) {
        if (from + begin + length > to) {
            throw new IllegalArgumentException("Beyond the layer's place");
        }
        return new ParameterRange(values, gradient, from + begin, from + begin + length);
    }

    /** The values in a shape of as many; a view, so that writing changes the network. */
    INDArray values(long... shape) {
        return view(values, shape);
    }

    /** The gradient in a shape of as many; a view. */
    INDArray gradient(long... shape) {
        return view(gradient, shape);
    }

    void set(float[] content) {
        values(1, to - from).assign(org.nd4j.linalg.factory.Nd4j.createFromArray(content));
    }

    float[] get() {
        return values(to - from).toFloatVector();
    }

    void setGradient(float[] content) {
        gradient(1, to - from).assign(org.nd4j.linalg.factory.Nd4j.createFromArray(content));
    }

    private INDArray view(INDArray whole, long... shape) {
        return whole.get(NDArrayIndex.point(0), NDArrayIndex.interval(from, to)).reshape(shape);
    }
}
