// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

import java.util.List;
import java.util.random.RandomGenerator;

/** A convolution and the normalisation of its output; one convolution with bias in prediction. */
final class NormalisedConvolution {
    private final Convolution convolution;
    private final BatchNormalisation normalisation;
    private final float[] convolved;

    NormalisedConvolution(
            String name,
            int clips,
            MapSize input,
            Convolution.Kernel kernel,
            float firstGain,
            RandomGenerator random) {
        this.convolution = new Convolution(name, clips, input, kernel, random);
        MapSize output = convolution.output();
        this.normalisation = new BatchNormalisation(name, clips, output, firstGain);
        this.convolved = new float[clips * output.values()];
    }

    MapSize output() {
        return convolution.output();
    }

    void forward(float[] in, float[] out, boolean learning) {
        convolution.forward(in, convolved);
        normalisation.forward(convolved, out, learning);
    }

    /** Overwrites {@code gradientOut}. */
    void backward(float[] gradientOut, float[] gradientIn) {
        normalisation.backward(convolved, gradientOut, gradientOut);
        convolution.backward(gradientOut, gradientIn);
    }

    List<Parameter> learned() {
        return List.of(convolution.filters(), normalisation.gain(), normalisation.bias());
    }

    List<Parameter> running() {
        return List.of(normalisation.mean(), normalisation.variance());
    }

    /** Name, filters {@code [out, in, rows, columns]} and bias of the convolution they make. */
    Folded folded() {
        Parameter filters = convolution.filters();
        int channels = output().channels();
        int each = filters.value.length / channels;
        float[] weights = new float[filters.value.length];
        float[] bias = new float[channels];
        for (int c = 0; c < channels; c++) {
            float factor = normalisation.scale(c);
            for (int i = c * each; i < (c + 1) * each; i++) {
                weights[i] = filters.value[i] * factor;
            }
            bias[c] = normalisation.shift(c);
        }
        return new Folded(filters.name(), weights, filters.shape(), bias);
    }

    /**
     * Becomes the convolution with bias that it was folded to, whose statistics no longer change.
     *
     * @param filters {@code [out, in, rows, columns]}
     */
    void start(float[] filters, float[] bias) {
        System.arraycopy(filters, 0, convolution.filters().value, 0, filters.length);
        normalisation.start(bias);
    }

    String name() {
        return convolution.filters().name();
    }

    long[] filterShape() {
        return convolution.filters().shape();
    }

    record Folded(String name, float[] filters, long[] shape, float[] bias) {}
}
