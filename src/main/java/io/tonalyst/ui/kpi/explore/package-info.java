/** Pages of the KPI workspace that compare groups of calls and agents: charts beside tables. */
@NullMarked
package io.tonalyst.ui.kpi.explore;

import org.jspecify.annotations.NullMarked;
