// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.ui.Palette;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The eight probabilities as bars with numbers, in fixed order so that recordings compare. */
final class EmotionBars extends GridPane {
    private static final PseudoClass TOP = PseudoClass.getPseudoClass("top");

    private final Label[] names = new Label[Emotion.ALL.size()];
    private final Label[] numbers = new Label[Emotion.ALL.size()];
    private final Label[] shares = new Label[Emotion.ALL.size()];
    private final Bar[] bars = new Bar[Emotion.ALL.size()];

    EmotionBars(boolean withShares) {
        getStyleClass().add("emotion-bars");
        var grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        grow.setFillWidth(true);
        getColumnConstraints().addAll(column(62), grow, column(46));
        if (withShares) {
            getColumnConstraints().add(column(54));
            addHeader("mean", 2);
            addHeader("of speech", 3);
        }
        for (Emotion emotion : Emotion.ALL) {
            int i = emotion.ordinal();
            names[i] = new Label(emotion.title());
            numbers[i] = number();
            shares[i] = number();
            shares[i].getStyleClass().add("muted");
            bars[i] = new Bar(emotion);
            addRow(i + 1, names[i], bars[i], numbers[i]);
            if (withShares) {
                add(shares[i], 3, i + 1);
            }
        }
    }

    /**
     * Shows probabilities; null empties the bars.
     *
     * @param speech share of the spoken time by emotion, or null
     */
    void show(@Nullable EmotionDistribution distribution, double @Nullable [] speech) {
        for (Emotion emotion : Emotion.ALL) {
            int i = emotion.ordinal();
            double value = distribution == null ? 0 : distribution.of(emotion);
            bars[i].set(value);
            numbers[i].setText(distribution == null ? "–" : percent(value));
            shares[i].setText(speech == null ? "–" : percent(speech[i]));
            boolean top = distribution != null && distribution.top() == emotion;
            names[i].pseudoClassStateChanged(TOP, top);
            numbers[i].pseudoClassStateChanged(TOP, top);
            bars[i].setAccessibleText(emotion.title() + " " + numbers[i].getText());
        }
    }

    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    private void addHeader(String text, int column) {
        Label label = Controls.muted(text);
        label.getStyleClass().add("column-note");
        setHalignment(label, HPos.RIGHT);
        add(label, column, 0);
    }

    private static ColumnConstraints column(double width) {
        var column = new ColumnConstraints(width);
        column.setMinWidth(Region.USE_PREF_SIZE);
        return column;
    }

    private static Label number() {
        var label = new Label("–");
        label.getStyleClass().add("number");
        setHalignment(label, HPos.RIGHT);
        return label;
    }

    /** A bar that fills its share of the column. */
    private static final class Bar extends StackPane {
        private final Region fill = new Region();
        private double share;

        Bar(Emotion emotion) {
            getStyleClass().add("emotion-bar");
            fill.setBackground(
                    new Background(
                            new BackgroundFill(Palette.of(emotion), new CornerRadii(3), null)));
            fill.setManaged(false);
            getChildren().add(fill);
            setMinHeight(10);
            setPrefHeight(10);
            setMaxHeight(10);
        }

        void set(double newShare) {
            share = newShare;
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            fill.resizeRelocate(0, 0, share * getWidth(), getHeight());
        }
    }
}
