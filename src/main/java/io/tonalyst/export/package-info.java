/** Writing what is on screen or in memory to files: PNG, WAV, MIDI. */
@NullMarked
package io.tonalyst.export;

import org.jspecify.annotations.NullMarked;
