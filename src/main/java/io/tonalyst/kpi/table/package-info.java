/**
 * Tables in files as rows of text: delimited text of any common dialect, plain or gzip, and XLSX
 * workbooks; how a file is written is found out from samples of it. Knows nothing of calls.
 */
@NullMarked
package io.tonalyst.kpi.table;

import org.jspecify.annotations.NullMarked;
