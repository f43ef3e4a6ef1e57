// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

import org.nd4j.autodiff.samediff.SDVariable;

/** Where the graph gets its weights from: learned and standardised, or folded into constants. */
interface ConvolutionWeights {
    /** What is multiplied onto the filters of a convolution. */
    enum Gain {
        /** Nothing: the first layer, which no ReLU precedes. */
        PLAIN,
        /** Root of the inverse variance that a ReLU leaves of a standard normal, 1.7139. */
        AFTER_RELU,
        /** The same, times a learned scalar that starts at 0: the end of a residual branch. */
        BRANCH_END
    }

    /** Filters {@code [rows, columns, in, out]}. */
    SDVariable filters(String name, int rows, int columns, int in, int out, Gain gain);

    /** Bias {@code [out]}, to be asked for after the filters of the same name. */
    SDVariable bias(String name, int out, Gain gain);

    /** A plain weight matrix {@code [in, out]}. */
    SDVariable matrix(String name, int in, int out);
}
