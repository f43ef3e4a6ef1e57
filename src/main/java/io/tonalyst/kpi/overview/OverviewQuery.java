// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.overview;

import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.Measure;
import java.util.OptionalDouble;

/**
 * What an {@link Overview} shows.
 *
 * @param target in the unit of the measure; empty for the default
 */
public record OverviewQuery(
        Measure measure,
        Definition definition,
        CallFilter filter,
        Granularity granularity,
        OptionalDouble target) {}
