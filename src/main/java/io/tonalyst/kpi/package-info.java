/** Call logs in columns and the key figures computed from them. */
@NullMarked
package io.tonalyst.kpi;

import org.jspecify.annotations.NullMarked;
