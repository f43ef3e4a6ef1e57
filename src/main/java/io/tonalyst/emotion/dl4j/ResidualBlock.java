// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Two 3 x 3 convolutions and a way around them (He et al., Deep residual learning, 2016). The way
 * around is a convolution of the size of the stride where size or channels change.
 */
final class ResidualBlock {
    private final NormalisedConvolution first;
    private final NormalisedConvolution second;
    private final Optional<NormalisedConvolution> skip;
    private final float[] middle;
    private final float[] around;
    private final float[] gradientMiddle;
    private final float[] gradientAround;

    /** Values after the block. */
    final float[] output;

    ResidualBlock(
            String name,
            int clips,
            MapSize input,
            int channels,
            int rowStride,
            int columnStride,
            RandomGenerator random) {
        var down = new Convolution.Kernel(channels, 3, 3, rowStride, columnStride, true);
        this.first = new NormalisedConvolution(name + "_a", clips, input, down, 1, random);
        MapSize size = first.output();
        var same = new Convolution.Kernel(channels, 3, 3, 1, 1, true);
        this.second = new NormalisedConvolution(name + "_b", clips, size, same, 0, random);
        var pool =
                new Convolution.Kernel(
                        channels, rowStride, columnStride, rowStride, columnStride, true);
        this.skip =
                input.equals(size)
                        ? Optional.empty()
                        : Optional.of(
                                new NormalisedConvolution(
                                        name + "_skip", clips, input, pool, 1, random));
        this.middle = new float[clips * size.values()];
        this.around = new float[skip.isPresent() ? clips * size.values() : 0];
        this.output = new float[clips * size.values()];
        this.gradientMiddle = new float[clips * size.values()];
        this.gradientAround = new float[clips * input.values()];
    }

    MapSize size() {
        return second.output();
    }

    void forward(float[] input, boolean learning) {
        first.forward(input, middle, learning);
        Rectifier.forward(middle);
        second.forward(middle, output, learning);
        skip.ifPresent(s -> s.forward(input, around, learning));
        Rectifier.addAndRectify(output, skip.isPresent() ? around : input);
    }

    /** Overwrites {@code gradientOut}. */
    void backward(float[] gradientOut, float[] gradientIn) {
        Rectifier.backward(output, gradientOut);
        if (skip.isPresent()) {
            System.arraycopy(gradientOut, 0, around, 0, around.length);
            skip.get().backward(around, gradientAround);
        } else {
            System.arraycopy(gradientOut, 0, gradientAround, 0, gradientOut.length);
        }
        second.backward(gradientOut, gradientMiddle);
        Rectifier.backward(middle, gradientMiddle);
        first.backward(gradientMiddle, gradientIn);
        for (int i = 0; i < gradientIn.length; i++) {
            gradientIn[i] += gradientAround[i];
        }
    }

    Stream<NormalisedConvolution> convolutions() {
        return Stream.concat(List.of(first, second).stream(), skip.stream());
    }
}
