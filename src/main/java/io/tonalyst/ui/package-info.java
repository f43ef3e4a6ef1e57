/** What the workspaces share: canvas hosts, palettes, the way onto the FX thread. */
@NullMarked
package io.tonalyst.ui;

import org.jspecify.annotations.NullMarked;
