// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.Measure;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a bubble chart shows.
 *
 * @param size by area
 * @param colour null for one colour
 * @param trail how many periods of the past a bubble draws behind it; 0 for none
 * @param chosen numbers of the agents that are named and leave trails; all leave trails when there
 *     are none
 */
public record BubbleSpec(
        Measure x,
        Measure y,
        Measure size,
        @Nullable Measure colour,
        Definition definition,
        int trail,
        Set<Integer> chosen) {
    /** Longest trail. */
    public static final int MAX_TRAIL = 60;

    public BubbleSpec {
        chosen = Set.copyOf(chosen);
        trail = Math.clamp(trail, 0, MAX_TRAIL);
    }
}
