/** All agents over many days, weeks or months: trends with control limits, alerts, ranks. */
@NullMarked
package io.tonalyst.kpi.overview;

import org.jspecify.annotations.NullMarked;
