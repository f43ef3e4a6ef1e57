// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import org.controlsfx.control.RangeSlider;

/** The controls of a scene that take the focus, and what they are called. FX thread only. */
final class Focusables {
    private Focusables() {}

    /** All that can be seen and is not disabled, in the order of the scene. */
    static List<Node> of(Node root) {
        List<Node> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable() && isShown(node) && !(node instanceof ListCell)) {
            found.add(node);
        }
        if (node instanceof ComboBoxBase
                || node instanceof RangeSlider
                || node instanceof ListCell) {
            // Their parts are those of one control.
            return;
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    static boolean isShown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return node.getLayoutBounds().getWidth() > 0;
    }

    /** What a screen reader says of a control, apart from its value. */
    static String name(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        String own =
                switch (node) {
                    case TabPane tabs ->
                            String.join(", ", tabs.getTabs().stream().map(Tab::getText).toList());
                    case Labeled labeled -> labeled.getText();
                    case TextInputControl text -> text.getPromptText();
                    default -> "";
                };
        return own == null || own.isBlank() ? labelOf(node) : own;
    }

    private static String labelOf(Node node) {
        for (Node label : node.getScene().getRoot().lookupAll(".label")) {
            if (label instanceof Label l && node.equals(l.getLabelFor())) {
                return l.getText();
            }
        }
        return "";
    }

    static String describe(Node node) {
        return node.getClass().getSimpleName()
                + " "
                + node.getStyleClass()
                + " \""
                + name(node)
                + "\" in "
                + (node.getParent() == null ? "" : node.getParent().getStyleClass());
    }
}
