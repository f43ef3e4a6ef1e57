/** The eight emotions, predictions over time and the analysis of a whole recording. */
@NullMarked
package io.tonalyst.emotion;

import org.jspecify.annotations.NullMarked;
