/**
 * Many recordings: analysed in a batch that can be stopped and gone on with, their results kept,
 * agent and start time read from their names, folders watched.
 */
@NullMarked
package io.tonalyst.library;

import org.jspecify.annotations.NullMarked;
