/**
 * Call logs of any shape: mappings of a table's columns onto the fields of calls, presets and saved
 * ones, lookup tables, and the import itself, which keeps aside every row it cannot use.
 */
@NullMarked
package io.tonalyst.kpi.source;

import org.jspecify.annotations.NullMarked;
