/** Real-time playback through javax.sound, and the clock that everything visible follows. */
@NullMarked
package io.tonalyst.playback;

import org.jspecify.annotations.NullMarked;
