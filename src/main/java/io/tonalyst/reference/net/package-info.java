// SPDX-License-Identifier: GPL-3.0-or-later
/** The layers of the reference networks, with their gradients, on plain arrays and ND4J. */
@org.jspecify.annotations.NullMarked
package io.tonalyst.reference.net;
