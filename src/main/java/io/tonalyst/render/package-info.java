/** Pixels without a toolkit: colour maps and ARGB rasters. */
@NullMarked
package io.tonalyst.render;

import org.jspecify.annotations.NullMarked;
