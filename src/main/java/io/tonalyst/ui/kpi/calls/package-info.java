/** The calls behind the figures: joined to recordings, and shown day by day on the way to them. */
@NullMarked
package io.tonalyst.ui.kpi.calls;

import org.jspecify.annotations.NullMarked;
