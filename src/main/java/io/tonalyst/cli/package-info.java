/** The command line; the same services as the window, headless. */
@NullMarked
package io.tonalyst.cli;

import org.jspecify.annotations.NullMarked;
