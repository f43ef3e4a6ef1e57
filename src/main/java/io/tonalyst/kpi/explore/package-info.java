/** Questions to a whole call log: groups of calls compared, and how durations are spread. */
@NullMarked
package io.tonalyst.kpi.explore;

import org.jspecify.annotations.NullMarked;
