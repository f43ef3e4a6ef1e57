// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

/** How a tone sounds. */
public enum Timbre {
    /** A struck bar, marimba-like: the partials 1, 4 and 10, each dying away by itself. */
    STRUCK,
    /** A sustained triangle wave. */
    SUSTAINED
}
