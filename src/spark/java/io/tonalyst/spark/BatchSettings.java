// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.spark;

import java.io.Serializable;

/**
 * What a process needs to analyse its share. Paths are absolute and mean the same on every machine.
 *
 * @param model folder of the model
 * @param results folder that results are kept in, as the plain command keeps them
 * @param names how agent and start stand in the names of recordings; empty for not at all
 */
record BatchSettings(String model, String results, String names) implements Serializable {}
