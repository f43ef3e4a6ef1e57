/** The desktop application: launcher, wiring, settings and the guided tour. */
@NullMarked
package io.tonalyst.app;

import org.jspecify.annotations.NullMarked;
