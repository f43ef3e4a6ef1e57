// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference.net;

import java.util.random.RandomGenerator;

/**
 * A layer of a network that goes from one to the next. The values of a row lie together, position
 * by position, the channels of a position side by side. What a layer hands out is its own array,
 * which the next call overwrites. Not safe between threads.
 */
interface Layer {
    /** Values a row that come in. */
    int inputs();

    /** Values a row that go out. */
    int outputs();

    /** Learned values. */
    default int parameters() {
        return 0;
    }

    /**
     * Takes the place of the learned values in the network and fills it with the first ones.
     *
     * @param place holds exactly {@link #parameters} values
     */
    default void bind(ParameterRange place, RandomGenerator random) {}

    /** Values that are kept beside the learned ones, such as running means; may be empty. */
    default float[] statistics() {
        return new float[0];
    }

    /**
     * Goes forward.
     *
     * @param x at least {@code rows * inputs} values
     * @return at least {@code rows * outputs} values
     */
    float[] forward(float[] x, int rows, Mode mode);

    /**
     * Goes back over the last {@link #forward}, which was one of training with as many rows; leaves
     * the gradient by the learned values in their place.
     *
     * @param gradient of the loss by the output
     * @return gradient by the input
     */
    float[] backward(float[] gradient, int rows);

    /** What a pass through the network is for. */
    sealed interface Mode {
        /** Telling: nothing is random, running statistics are used. */
        record Predict() implements Mode {}

        /**
         * Learning: values are dropped, statistics taken of the batch.
         *
         * @param random decides what is dropped
         */
        record Train(RandomGenerator random) implements Mode {}
    }
}
