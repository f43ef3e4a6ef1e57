// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.review.Annotation;
import io.tonalyst.review.Reviewed;
import io.tonalyst.ui.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * The emotion of a segment with its colour; a question mark where the model is not sure. Where a
 * person gave a label, that one comes first and the model's stands below, with the comment.
 */
final class EmotionCell extends TableCell<Reviewed, Reviewed> {
    private final Rectangle swatch = new Rectangle(10, 10);
    private final Label label = new Label();
    private final Label below = Controls.muted("");
    private final VBox both = new VBox(label, below);

    EmotionCell() {
        both.setAlignment(Pos.CENTER_LEFT);
        swatch.setArcWidth(3);
        swatch.setArcHeight(3);
        label.setGraphic(swatch);
        below.managedProperty().bind(below.visibleProperty());
    }

    @Override
    protected void updateItem(@Nullable Reviewed row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        swatch.setVisible(row.emotion().isPresent());
        row.emotion().ifPresent(e -> swatch.setFill(Palette.of(e)));
        swatch.setOpacity(row.isUncertain() ? 0.4 : 1);
        label.setText(
                row.emotion().map(Emotion::title).orElse(row.isSilent() ? "No speech" : "Note")
                        + (row.isUncertain() ? " ?" : ""));
        String second = second(row);
        below.setVisible(!second.isEmpty());
        below.setText(second);
        setAccessibleText(spoken(row));
        setGraphic(both);
    }

    /** What a person changed, and the comment. */
    static String second(Reviewed row) {
        List<String> parts = new ArrayList<>();
        row.label()
                .ifPresent(
                        own ->
                                parts.add(
                                        row.predicted()
                                                .map(e -> e == own ? "confirmed" : "not " + e.key())
                                                .orElse("by you")));
        if (row.isSilent()) {
            parts.add(row.predicted().map(e -> "not " + e.key()).orElse("by you"));
        }
        if (row.annotation().filter(Annotation::isMoved).isPresent()) {
            parts.add("edges moved");
        }
        if (!row.comment().isBlank()) {
            parts.add("“" + row.comment().strip() + "”");
        }
        return String.join(", ", parts);
    }

    private static String spoken(Reviewed row) {
        String model =
                row.predicted()
                        .map(e -> e.title() + (row.isUncertain() ? ", uncertain" : ""))
                        .orElse("Note");
        if (row.isSilent()) {
            return "No speech by you, " + model + " by the model";
        }
        return row.label().map(e -> e.title() + " by you, " + model + " by the model").orElse(model)
                + (row.comment().isBlank() ? "" : ", " + row.comment());
    }
}
