// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

import java.util.random.RandomGenerator;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A 2-D convolution without bias over a fixed number of clips: the two native operations of ND4J
 * with arrays made once. Values are {@code [clips, channels, rows, columns]}, filters {@code [out,
 * in, rows, columns]}.
 */
final class Convolution {
    private static final int OUT_IN_ROWS_COLUMNS = 1;
    private static final int CHANNELS_FIRST = 0;

    private final Parameter filters;
    private final MapSize input;
    private final MapSize output;
    private final INDArray x;
    private final INDArray w;
    private final INDArray y;
    private final INDArray gradientX;
    private final INDArray gradientW;
    private final INDArray gradientY;
    private final CustomOp forward;
    private final CustomOp backward;

    Convolution(String name, int clips, MapSize input, Kernel kernel, RandomGenerator random) {
        this.input = input;
        this.output = kernel.output(input);
        int fanIn = input.channels() * kernel.rows() * kernel.columns();
        long[] filterShape = {kernel.channels(), input.channels(), kernel.rows(), kernel.columns()};
        this.filters =
                new Parameter(
                        name,
                        true,
                        normal(random, kernel.channels() * fanIn, Math.sqrt(2.0 / fanIn)),
                        filterShape);
        this.x = Nd4j.create(DataType.FLOAT, input.shape(clips));
        this.w = Nd4j.create(DataType.FLOAT, filterShape);
        this.y = Nd4j.create(DataType.FLOAT, output.shape(clips));
        this.gradientX = x.ulike();
        this.gradientW = w.ulike();
        this.gradientY = y.ulike();
        int[] arguments = {
            kernel.rows(),
            kernel.columns(),
            kernel.rowStride(),
            kernel.columnStride(),
            0,
            0,
            1,
            1,
            kernel.padded() ? 1 : 0,
            CHANNELS_FIRST,
            OUT_IN_ROWS_COLUMNS
        };
        this.forward =
                DynamicCustomOp.builder("conv2d")
                        .addInputs(x, w)
                        .addOutputs(y)
                        .addIntegerArguments(arguments)
                        .build();
        this.backward =
                DynamicCustomOp.builder("conv2d_bp")
                        .addInputs(x, w, gradientY)
                        .addOutputs(gradientX, gradientW)
                        .addIntegerArguments(arguments)
                        .build();
    }

    /**
     * Shape of the filters of a convolution.
     *
     * @param channels filters
     * @param padded with zeros, so that the output has one point a stride; otherwise filters stay
     *     inside the input
     */
    record Kernel(
            int channels, int rows, int columns, int rowStride, int columnStride, boolean padded) {
        MapSize output(MapSize in) {
            int rowsLeft = padded ? in.rows() : in.rows() - rows + 1;
            int columnsLeft = padded ? in.columns() : in.columns() - columns + 1;
            return new MapSize(
                    channels,
                    (rowsLeft + rowStride - 1) / rowStride,
                    (columnsLeft + columnStride - 1) / columnStride);
        }
    }

    Parameter filters() {
        return filters;
    }

    MapSize input() {
        return input;
    }

    MapSize output() {
        return output;
    }

    void forward(float[] in, float[] out) {
        pointer(x).put(in, 0, (int) x.length());
        pointer(w).put(filters.value, 0, filters.value.length);
        Nd4j.exec(forward);
        pointer(y).get(out, 0, (int) y.length());
    }

    /** Uses the input of the last {@link #forward}. */
    void backward(float[] gradientOut, float[] gradientIn) {
        pointer(gradientY).put(gradientOut, 0, (int) gradientY.length());
        Nd4j.exec(backward);
        pointer(gradientX).get(gradientIn, 0, (int) gradientX.length());
        pointer(gradientW).get(filters.gradient, 0, filters.gradient.length);
    }

    private static FloatPointer pointer(INDArray array) {
        return (FloatPointer) array.data().pointer();
    }

    static float[] normal(RandomGenerator random, int count, double deviation) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return values;
    }
}
