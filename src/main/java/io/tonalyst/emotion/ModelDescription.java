// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import java.nio.file.Path;

/**
 * What is said of a model on screen.
 *
 * @param name its folder name under {@code models/}
 * @param folder where its files lie
 * @param inputFrames log-mel frames the network takes at most
 * @param temperature what the logits are divided by, from validation data
 * @param abstainBelow confidence under which a prediction is shown as uncertain, 0 to 1
 */
public record ModelDescription(
        String name, Path folder, int inputFrames, double temperature, double abstainBelow) {}
