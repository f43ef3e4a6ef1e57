// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.samples;

/**
 * A made-up speaker.
 *
 * @param pitchHz usual fundamental frequency when calm
 * @param formantScale scale of the formant frequencies: 1 for a long vocal tract, 1.16 for a short
 *     one
 */
record Voice(double pitchHz, double formantScale) {}
