// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.Segment;
import io.tonalyst.ui.Palette;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * The emotion of a segment with its colour; a question mark where the model is not sure. Where a
 * person gave a label, that one comes first and the model's stands below.
 */
final class EmotionCell extends TableCell<Segment, Segment> {
    private final Rectangle swatch = new Rectangle(10, 10);
    private final Label label = new Label();
    private final Label below = Controls.muted("");
    private final VBox both = new VBox(label, below);
    private final Function<Segment, Optional<Emotion>> given;

    /**
     * @param given the person's label
     */
    EmotionCell(Function<Segment, Optional<Emotion>> given) {
        this.given = given;
        both.setAlignment(Pos.CENTER_LEFT);
        swatch.setArcWidth(3);
        swatch.setArcHeight(3);
        label.setGraphic(swatch);
        below.managedProperty().bind(below.visibleProperty());
    }

    @Override
    protected void updateItem(@Nullable Segment segment, boolean empty) {
        super.updateItem(segment, empty);
        if (empty || segment == null) {
            setGraphic(null);
            return;
        }
        Optional<Emotion> own = given.apply(segment);
        Emotion shown = own.orElse(segment.emotion());
        boolean unsure = own.isEmpty() && segment.uncertain();
        swatch.setFill(Palette.of(shown));
        swatch.setOpacity(unsure ? 0.4 : 1);
        label.setText(shown.title() + (unsure ? " ?" : ""));
        below.setVisible(own.isPresent());
        below.setText(own.map(e -> second(segment, e)).orElse(""));
        setAccessibleText(
                own.map(e -> e.title() + " by you, " + spoken(segment) + " by the model")
                        .orElse(spoken(segment)));
        setGraphic(both);
    }

    private static String second(Segment segment, Emotion own) {
        return own == segment.emotion() ? "confirmed" : "not " + segment.emotion().key();
    }

    private static String spoken(Segment segment) {
        return segment.emotion().title() + (segment.uncertain() ? ", uncertain" : "");
    }
}
