// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.explore;

import io.tonalyst.ui.PaintSurface;
import io.tonalyst.ui.Palette;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A chart on screen with a line that reads out the item under the pointer or chosen by the arrow
 * keys.
 */
final class PlotPane {
    private final ObservableValue<Palette> palette;
    private final PaintSurface surface = new PaintSurface(this::paint);
    private final Label readout = new Label();
    private final VBox view = new VBox(surface, readout);
    private final IntegerProperty marked = new SimpleIntegerProperty(Plot.NONE);
    private @Nullable Plot shown;

    PlotPane(ObservableValue<Palette> palette) {
        this.palette = palette;
        palette.subscribe(
                colours -> {
                    view.setBackground(Background.fill(colours.background()));
                    surface.repaint();
                });
        surface.setFocusTraversable(true);
        surface.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        surface.setMinSize(280, 220);
        surface.setPrefSize(640, 420);
        surface.setOnMouseMoved(event -> point(event.getX(), event.getY()));
        surface.setOnMousePressed(
                event -> {
                    surface.requestFocus();
                    point(event.getX(), event.getY());
                });
        surface.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        VBox.setVgrow(surface, Priority.ALWAYS);
        readout.getStyleClass().add("explore-readout");
        readout.setMinHeight(24);
        marked.subscribe(this::read);
        view.getStyleClass().add("kpi-chart");
    }

    Node view() {
        return view;
    }

    /** The item that is emphasised, {@link Plot#NONE} for none. */
    IntegerProperty markedProperty() {
        return marked;
    }

    void show(@Nullable Plot plot) {
        shown = plot;
        marked.set(Plot.NONE);
        surface.setAccessibleText(plot == null ? "" : plot.title());
        surface.repaint();
        read();
    }

    private void paint(GraphicsContext g, double width, double height) {
        if (shown != null) {
            shown.paint(g, width, height, palette.getValue(), marked.get());
        }
    }

    private void point(double x, double y) {
        if (shown != null) {
            int item = shown.itemAt(x, y, surface.getWidth(), surface.getHeight());
            if (item != Plot.NONE) {
                marked.set(item);
            }
        }
    }

    private void pressed(KeyEvent event) {
        int items = shown == null ? 0 : shown.items();
        if (items == 0) {
            return;
        }
        int now = marked.get();
        switch (event.getCode()) {
            case UP, LEFT -> marked.set(now < 0 ? items - 1 : Math.max(0, now - 1));
            case DOWN, RIGHT -> marked.set(Math.min(items - 1, now + 1));
            case HOME -> marked.set(0);
            case END -> marked.set(items - 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void read() {
        int item = marked.get();
        boolean known = shown != null && item >= 0 && item < shown.items();
        String text = known && shown != null ? shown.readout(item) : "";
        readout.setText(text);
        if (shown != null) {
            surface.setAccessibleText(shown.title() + (text.isEmpty() ? "" : ". " + text));
        }
        surface.repaint();
    }
}
