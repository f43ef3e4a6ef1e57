/** Sample rates, frame ranges and the maps between time axes; knows nothing of the rest. */
@NullMarked
package io.tonalyst.time;

import org.jspecify.annotations.NullMarked;
