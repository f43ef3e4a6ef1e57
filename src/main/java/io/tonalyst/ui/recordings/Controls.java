// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small parts the views of this workspace share. */
final class Controls {
    private Controls() {}

    /** Gives a button an icon, a name for screen readers, and a tooltip with its key. */
    static <B extends ButtonBase> B icon(B button, Feather icon, String name, String key) {
        button.setGraphic(new FontIcon(icon));
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(key.isEmpty() ? name : name + "  (" + key + ")"));
        button.getStyleClass().add("button-icon");
        button.setFocusTraversable(true);
        return button;
    }

    /** Takes the room that is left. */
    static Region spacer() {
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    /** A heading over a part of the window. */
    static Label heading(String text) {
        var label = new Label(text);
        label.getStyleClass().add("section-heading");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** Text of the second rank. */
    static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }
}
