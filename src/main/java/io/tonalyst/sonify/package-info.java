/** Turning a KPI series into notes, and notes into sound and MIDI. */
@NullMarked
package io.tonalyst.sonify;

import org.jspecify.annotations.NullMarked;
