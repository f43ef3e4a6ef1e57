/** Charts of months and agents that move with time: compare, bubbles, small multiples, calendar. */
@NullMarked
package io.tonalyst.ui.kpi.views;

import org.jspecify.annotations.NullMarked;
