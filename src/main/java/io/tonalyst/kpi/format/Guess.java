// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.format;

import java.util.List;

/**
 * What samples tell of the style of a column.
 *
 * @param style the most likely one
 * @param others styles that fit the samples as well
 * @param certain whether no other style fits, or the column's name settles it
 * @param read how many of the samples the style can read
 * @param sampled how many samples there were
 * @param <S> the kind of style
 */
public record Guess<S>(S style, List<S> others, boolean certain, int read, int sampled) {
    public Guess {
        others = List.copyOf(others);
    }
}
