// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The switch for explanations over the spectrogram, and what they say in words. */
final class ExplanationView {
    private final ExplanationModel model;
    private final ToggleButton toggle = new ToggleButton("Explain");
    private final Label words = Controls.muted("");

    ExplanationView(ExplanationModel model) {
        this.model = model;
        toggle.getStyleClass().addAll("small", "explain");
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        toggle.setTooltip(
                new Tooltip(
                        "What in the spectrogram speaks for the emotion of the selection  (E)"));
        toggle.setAccessibleText("Explain the emotion of the selection");
        toggle.setOnAction(event -> model.setOn(toggle.isSelected()));
        words.setWrapText(true);
        words.getStyleClass().add("explanation");
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.managedProperty().bind(words.textProperty().isNotEmpty());
        model.onChange(this::refresh);
        refresh();
    }

    Node toggle() {
        return toggle;
    }

    Node words() {
        return words;
    }

    void flip() {
        model.setOn(!model.isOn());
    }

    private void refresh() {
        toggle.setSelected(model.isOn());
        toggle.setText(
                Double.isNaN(model.fraction())
                        ? "Explain"
                        : "Explain %.0f %%".formatted(100 * model.fraction()));
        words.setText(model.text());
    }
}
