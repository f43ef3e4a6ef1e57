// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/**
 * An entry of the list at the side.
 *
 * @param view builds what it shows, once, when it is first chosen
 */
record Page(String title, Feather icon, Supplier<Node> view) {}
