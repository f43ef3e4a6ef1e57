// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

import java.util.Arrays;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The weights in the graph of a network for prediction, in the order a learning network keeps. */
final class StoredWeights {
    private final SameDiff graph;

    StoredWeights(SameDiff graph) {
        this.graph = graph;
    }

    /**
     * Filters as {@code [out, in, rows, columns]}.
     *
     * @throws IllegalArgumentException if there are none of this name and shape
     */
    float[] filters(String name, long... shape) {
        INDArray filters = array(name).permute(3, 2, 0, 1);
        if (!Arrays.equals(filters.shape(), shape)) {
            throw new IllegalArgumentException("The filters " + name + " have another shape");
        }
        return filters.dup('c').data().asFloat();
    }

    /** Any other array, of as many values. */
    float[] values(String name, int count) {
        float[] values = array(name).dup('c').data().asFloat();
        if (values.length != count) {
            throw new IllegalArgumentException("The weights " + name + " have another shape");
        }
        return values;
    }

    private INDArray array(String name) {
        SDVariable found = graph.getVariable(name);
        if (found == null) {
            throw new IllegalArgumentException("There are no weights " + name);
        }
        return found.getArr();
    }
}
