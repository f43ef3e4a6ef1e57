// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

/**
 * What one step learns from.
 *
 * @param size number of clips
 * @param images {@code size x 128 x 192}
 * @param drop {@code size x dropWidth}
 * @param labels {@code size x 8}
 */
record Batch(int size, float[] images, float[] drop, float[] labels) {}
