/**
 * The analysis of a recording in the formats of other programs, and labels back from them. Needs no
 * window.
 */
@NullMarked
package io.tonalyst.interchange;

import org.jspecify.annotations.NullMarked;
