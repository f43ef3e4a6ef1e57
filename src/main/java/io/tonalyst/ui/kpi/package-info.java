/** The KPI workspace: motion chart, tiles and tables in step with the sonification. */
@NullMarked
package io.tonalyst.ui.kpi;

import org.jspecify.annotations.NullMarked;
