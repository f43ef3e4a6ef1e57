// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.Arrays;

/** A growing column of whole numbers. */
final class IntColumn {
    private static final int FIRST_CAPACITY = 1024;

    private int[] values = new int[FIRST_CAPACITY];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    int get(int row) {
        return values[row];
    }

    int size() {
        return size;
    }

    /** The values and, until {@link #reorder}, spare room behind them; not a copy. */
    int[] values() {
        return values;
    }

    /** Puts what is known by {@code codes[value]} in place of each value. */
    void replace(int[] codes) {
        for (int row = 0; row < size; row++) {
            values[row] = codes[values[row]];
        }
    }

    /** Puts row {@code order[i]} at i and drops spare room. */
    void reorder(int[] order) {
        int[] result = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            result[i] = values[order[i]];
        }
        values = result;
    }
}
