/** The Library workspace: many recordings in a table, analysed in a batch. */
@NullMarked
package io.tonalyst.ui.library;

import org.jspecify.annotations.NullMarked;
