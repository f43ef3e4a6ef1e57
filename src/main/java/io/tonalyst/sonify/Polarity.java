// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

/** Which way the pitch goes. */
public enum Polarity {
    /** A higher value sounds higher, as it is drawn higher. */
    UP,
    /** A worse value sounds higher, whether worse is up or down on the chart. */
    CONCERN
}
