// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

/**
 * Neighbouring rows of a {@link CallLog}, half-open.
 *
 * @param from first row
 * @param to row after the last, at least {@code from}
 */
public record RowRange(int from, int to) {
    public int size() {
        return to - from;
    }

    public boolean isEmpty() {
        return from == to;
    }
}
