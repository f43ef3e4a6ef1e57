// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.ui.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

/**
 * The eight probabilities of a stretch as a radial chart: a spoke an emotion, in fixed order from
 * the top, clockwise, so that two stretches are told apart by their shape. The outer ring is the
 * next of 25, 50 or 100 %, and says which.
 */
final class EmotionWheel extends Region {
    private static final double WIDTH = 168;
    private static final double HEIGHT = 124;
    private static final double MARGIN = 18;
    private static final double DOT = 3;
    private static final double[] SCALES = {0.25, 0.5, 1};

    private final List<Polygon> rings = List.of(new Polygon(), new Polygon());
    private final List<Line> spokes = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private final List<Circle> dots = new ArrayList<>();
    private final Polygon shape = new Polygon();
    private final Label scale = new Label();
    private double[] shares = new double[Emotion.ALL.size()];
    private double full = 1;

    EmotionWheel() {
        getStyleClass().add("emotion-wheel");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        managedProperty().bind(visibleProperty());
        rings.forEach(ring -> ring.getStyleClass().add("wheel-ring"));
        getChildren().addAll(rings);
        for (Emotion emotion : Emotion.ALL) {
            var spoke = new Line();
            spoke.getStyleClass().add("wheel-ring");
            spokes.add(spoke);
            names.add(new Label(emotion.title()));
            dots.add(new Circle(DOT, Palette.of(emotion)));
        }
        shape.getStyleClass().add("wheel-shape");
        scale.getStyleClass().add("muted");
        getChildren().addAll(spokes);
        getChildren().add(shape);
        getChildren().addAll(dots);
        getChildren().addAll(names);
        getChildren().add(scale);
        setVisible(false);
    }

    /** Shows the probabilities of a stretch. */
    void show(EmotionDistribution distribution) {
        shares = Emotion.ALL.stream().mapToDouble(distribution::of).toArray();
        double most = distribution.of(distribution.top());
        full = 1;
        for (int i = SCALES.length - 1; i >= 0; i--) {
            full = most <= SCALES[i] ? SCALES[i] : full;
        }
        scale.setText("Ring " + EmotionBars.percent(full));
        setAccessibleText(
                "Radial chart of the selection: "
                        + DetailsPane.ranking(distribution, Emotion.ALL.size()));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double x = getWidth() / 2;
        double y = HEIGHT / 2;
        double radius = y - MARGIN;
        ring(rings.getFirst(), x, y, radius);
        ring(rings.getLast(), x, y, radius / 2);
        shape.getPoints().clear();
        for (int i = 0; i < shares.length; i++) {
            double across = Math.sin(angle(i));
            double down = -Math.cos(angle(i));
            Line spoke = spokes.get(i);
            spoke.setStartX(x);
            spoke.setStartY(y);
            spoke.setEndX(x + radius * across);
            spoke.setEndY(y + radius * down);
            double reach = radius * Math.min(1, shares[i] / full);
            shape.getPoints().addAll(x + reach * across, y + reach * down);
            dots.get(i).setCenterX(x + reach * across);
            dots.get(i).setCenterY(y + reach * down);
            place(names.get(i), x + (radius + 8) * across, y + (radius + 8) * down, across);
        }
        scale.autosize();
        scale.relocate(0, HEIGHT - scale.getHeight());
    }

    private static void ring(Polygon ring, double x, double y, double radius) {
        ring.getPoints().clear();
        for (int i = 0; i < Emotion.ALL.size(); i++) {
            ring.getPoints()
                    .addAll(x + radius * Math.sin(angle(i)), y - radius * Math.cos(angle(i)));
        }
    }

    /** Names stand outside of the ring, on the side of their spoke. */
    private void place(Label name, double x, double y, double across) {
        name.autosize();
        double share = (1 - across) / 2;
        name.relocate(
                Math.clamp(
                        x - share * name.getWidth(), 0, Math.max(0, getWidth() - name.getWidth())),
                y - name.getHeight() / 2);
    }

    private static double angle(int spoke) {
        return 2 * Math.PI * spoke / Emotion.ALL.size();
    }
}
