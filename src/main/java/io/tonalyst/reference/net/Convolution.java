// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference.net;

import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A 1-D convolution with bias, zero-padded to the length of its input: ND4J's 2-D one over a single
 * row of points. Starts from Glorot's uniform weights (Glorot and Bengio 2010). With length and
 * kernel 1 it is a dense layer.
 */
final class Convolution implements Layer {
    private static final int SAME_LENGTH = 1;
    private static final int CHANNELS_LAST = 1;

    private final int length;
    private final int in;
    private final int out;
    private final int kernel;
    private final INDArray x;
    private final INDArray y;
    private final INDArray gradientX;
    private final INDArray gradientY;
    private final float[] output;
    private final float[] gradientInput;
    private final boolean first;
    private ParameterRange weights;
    private ParameterRange bias;

    /**
     * @param rows most rows of a batch
     * @param length positions of a row
     * @param in channels that come in
     * @param out filters
     * @param kernel positions a filter sees
     * @param first whether nothing lies before this layer, so that no gradient is handed on
     */
    Convolution(int rows, int length, int in, int out, int kernel, boolean first) {
        this.length = length;
        this.in = in;
        this.out = out;
        this.kernel = kernel;
        this.first = first;
        this.x = Nd4j.create(DataType.FLOAT, rows, 1, length, in);
        this.y = Nd4j.create(DataType.FLOAT, rows, 1, length, out);
        this.gradientX = x.ulike();
        this.gradientY = y.ulike();
        this.output = new float[rows * outputs()];
        this.gradientInput = new float[first ? 0 : rows * inputs()];
        var nowhere = Nd4j.create(DataType.FLOAT, 1, parameters());
        this.weights = new ParameterRange(nowhere, nowhere, 0, kernel * in * out);
        this.bias = new ParameterRange(nowhere, nowhere, kernel * in * out, parameters());
    }

    @Override
    public int inputs() {
        return length * in;
    }

    @Override
    public int outputs() {
        return length * out;
    }

    @Override
    public int parameters() {
        return kernel * in * out + out;
    }

    @Override
    public void bind(ParameterRange place, RandomGenerator random) {
        weights = place.part(0, kernel * in * out);
        bias = place.part(kernel * in * out, out);
        float limit = (float) Math.sqrt(6.0 / (kernel * (in + out)));
        float[] start = new float[kernel * in * out];
        for (int i = 0; i < start.length; i++) {
            start[i] = random.nextFloat(-limit, limit);
        }
        weights.set(start);
        bias.set(new float[out]);
    }

    @Override
    public float[] forward(float[] values, int rows, Mode mode) {
        put(values, x, rows * inputs());
        Nd4j.exec(
                operation("conv2d")
                        .addInputs(rows(x, rows), filters(), bias.values(out))
                        .addOutputs(rows(y, rows))
                        .build());
        get(y, output, rows * outputs());
        return output;
    }

    @Override
    public float[] backward(float[] gradient, int rows) {
        put(gradient, gradientY, rows * outputs());
        Nd4j.exec(
                operation("conv2d_bp")
                        .addInputs(
                                rows(x, rows), filters(), bias.values(out), rows(gradientY, rows))
                        .addOutputs(
                                rows(gradientX, rows),
                                weights.gradient(1, kernel, in, out),
                                bias.gradient(out))
                        .build());
        if (!first) {
            get(gradientX, gradientInput, rows * inputs());
        }
        return gradientInput;
    }

    private INDArray filters() {
        return weights.values(1, kernel, in, out);
    }

    private DynamicCustomOp.DynamicCustomOpsBuilder operation(String name) {
        // Kernel, stride, padding and dilation, each by height and width.
        return DynamicCustomOp.builder(name)
                .addIntegerArguments(1, kernel, 1, 1, 0, 0, 1, 1, SAME_LENGTH, CHANNELS_LAST, 0);
    }

    private static INDArray rows(INDArray batch, int rows) {
        return rows == batch.size(0) ? batch : batch.get(NDArrayIndex.interval(0, rows));
    }

    private static void put(float[] from, INDArray to, int count) {
        to.data().asNioFloat().put(from, 0, count);
    }

    private static void get(INDArray from, float[] to, int count) {
        from.data().asNioFloat().get(to, 0, count);
    }
}
