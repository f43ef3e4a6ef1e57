// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.Arrays;

/** A growing column of sums. */
final class DoubleColumn {
    private static final int FIRST_CAPACITY = 1024;

    private double[] values = new double[FIRST_CAPACITY];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    double get(int row) {
        return values[row];
    }

    /** Puts row {@code order[i]} at i and drops spare room. */
    void reorder(int[] order) {
        double[] result = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            result[i] = values[order[i]];
        }
        values = result;
    }
}
