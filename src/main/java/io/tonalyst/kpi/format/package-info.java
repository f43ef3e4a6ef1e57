/**
 * How dates, times, durations and marks are written in tables, and finding that out from samples.
 */
@NullMarked
package io.tonalyst.kpi.format;

import org.jspecify.annotations.NullMarked;
