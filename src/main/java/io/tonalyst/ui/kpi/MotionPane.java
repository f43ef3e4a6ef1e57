// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.ui.PaintSurface;
import io.tonalyst.ui.Palette;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The motion chart on screen with its scrubber under the plot. At each pulse it asks the audio
 * clock, through the player, where it is, and draws that; there is no other timer.
 */
final class MotionPane {
    private final MotionChartPainter painter = new MotionChartPainter();
    private final ScoreController player;
    private final ObservableValue<Palette> palette;
    private final PaintSurface surface = new PaintSurface(this::paint);
    private final Slider scrubber = new Slider(0, 30, 0);
    private final VBox view = new VBox(surface, scrubber);
    private @Nullable MotionFrame shown;
    private boolean following;

    /**
     * @param drill shows the calls of the day under the playhead
     */
    MotionPane(ScoreController player, ObservableValue<Palette> palette, Runnable drill) {
        this.player = player;
        this.palette = palette;
        palette.subscribe(
                colours -> {
                    view.setBackground(Background.fill(colours.background()));
                    surface.repaint();
                });
        player.playingProperty()
                .addListener((property, before, after) -> surface.setAnimated(after));
        player.dayPositionProperty().addListener((property, before, after) -> follow());
        scrubber.valueProperty().addListener((property, before, after) -> scrubbed());
        scrubber.setOnMouseReleased(event -> player.endScrub());
        scrubber.setAccessibleText("Day of the month");
        scrubber.getStyleClass().add("kpi-scrubber");
        surface.setOnMousePressed(this::drag);
        surface.setOnMouseDragged(this::drag);
        surface.setOnMouseReleased(event -> player.endScrub());
        surface.setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
                        drill.run();
                    }
                });
        surface.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        surface.setMinSize(360, 240);
        surface.setPrefSize(720, 420);
        VBox.setVgrow(surface, Priority.ALWAYS);
        VBox.setMargin(
                scrubber,
                new Insets(0, MotionChartLayout.RIGHT - 8, 4, MotionChartLayout.LEFT - 8));
        view.getStyleClass().add("kpi-chart");
    }

    Node view() {
        return view;
    }

    /** Shows a month; its day position comes from the player. */
    void show(@Nullable MotionFrame frame) {
        shown = frame;
        if (frame != null) {
            following = true;
            scrubber.setMax(frame.days() - 1.0);
            surface.setAccessibleText("Motion chart: " + frame.series().title());
            following = false;
        }
        follow();
    }

    /** What is drawn at this moment, or null while there is nothing to draw. */
    @Nullable MotionFrame frame() {
        return shown == null ? null : shown.at(player.dayPositionProperty().get());
    }

    private void paint(GraphicsContext g, double width, double height) {
        player.tick();
        MotionFrame frame = frame();
        if (frame != null) {
            painter.paint(g, width, height, frame, palette.getValue());
        }
    }

    private void follow() {
        following = true;
        scrubber.setValue(player.dayPositionProperty().get());
        following = false;
        surface.repaint();
    }

    private void scrubbed() {
        if (!following) {
            player.scrub(scrubber.getValue());
            if (!scrubber.isValueChanging() && !scrubber.isPressed()) {
                player.endScrub();
            }
        }
    }

    private void drag(MouseEvent event) {
        MotionFrame frame = shown;
        if (frame != null && event.getButton() == MouseButton.PRIMARY) {
            var layout = MotionChartPainter.layout(frame, surface.getWidth(), surface.getHeight());
            player.scrub(layout.dayPosition(event.getX()));
        }
    }
}
