/** The import wizard: how a table is written, what its columns mean, and what is wrong with it. */
@NullMarked
package io.tonalyst.ui.kpi.wizard;

import org.jspecify.annotations.NullMarked;
