// SPDX-License-Identifier: GPL-3.0-or-later
/** Recording from microphones and other inputs into files, while what comes in can be looked at. */
@NullMarked
package io.tonalyst.capture;

import org.jspecify.annotations.NullMarked;
