/** Writing pictures to files, also without a window. */
@NullMarked
package io.tonalyst.export;

import org.jspecify.annotations.NullMarked;
