/**
 * Emotional speech corpora: finding their clips, labels and speakers, and splitting them honestly.
 */
@NullMarked
package io.tonalyst.corpus;

import org.jspecify.annotations.NullMarked;
