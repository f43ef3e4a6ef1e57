// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.session;

import java.util.List;

/**
 * Which view of the figures was shown, and how the views beside the line were set. Texts are the
 * keys of the command line; one that is not known any more is passed over.
 *
 * @param view such as {@code bubbles}
 * @param measure of calendar and small multiples
 * @param by how long a period is, such as {@code week}
 * @param x across the bubbles
 * @param y up the bubbles
 * @param area of the bubbles
 * @param colour of the bubbles; empty for one colour
 * @param trail periods that bubbles draw behind them
 * @param named agents named among the bubbles, as the log has them
 * @param compared agents that the chosen one is compared with, as the log has them
 * @param order of the small multiples
 * @param page of the small multiples, from 0
 */
public record ChartsState(
        String view,
        String measure,
        String by,
        String x,
        String y,
        String area,
        String colour,
        int trail,
        List<String> named,
        List<String> compared,
        String order,
        int page) {
    public ChartsState {
        named = List.copyOf(named);
        compared = List.copyOf(compared);
    }
}
