// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.Arrays;

/** A growing column of numbers; NaN stands for what is not recorded. */
final class FloatColumn {
    private static final int FIRST_CAPACITY = 1024;

    private float[] values = new float[FIRST_CAPACITY];
    private int size;

    void add(float value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    float get(int row) {
        return values[row];
    }

    /** The values and, until {@link #reorder}, spare room behind them; not a copy. */
    float[] values() {
        return values;
    }

    /** Puts row {@code order[i]} at i and drops spare room. */
    void reorder(int[] order) {
        float[] result = new float[order.length];
        for (int i = 0; i < order.length; i++) {
            result[i] = values[order[i]];
        }
        values = result;
    }
}
