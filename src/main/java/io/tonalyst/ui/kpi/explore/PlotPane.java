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
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Background;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A chart on screen with a line that reads out the item under the pointer or chosen by the arrow
 * keys.
 */
public final class PlotPane {
    private static final double TIP_WIDTH = 300;

    private final ObservableValue<Palette> palette;
    private final PaintSurface surface = new PaintSurface(this::paint);
    private final Label readout = new Label();
    private final Label tip = new Label();
    private final StackPane stage = new StackPane(surface, tip);
    private final VBox view = new VBox(stage, readout);
    private final IntegerProperty marked = new SimpleIntegerProperty(Plot.NONE);
    private @Nullable Plot shown;
    private Runnable pulse = () -> {};
    private Activation activation = (item, clicks) -> {};

    /** What happens to an item that is clicked or entered. */
    @FunctionalInterface
    public interface Activation {
        /**
         * Opens or chooses the item.
         *
         * @param clicks how often; 2 for the key Enter
         */
        void activate(int item, int clicks);
    }

    public PlotPane(ObservableValue<Palette> palette) {
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
        surface.setOnMouseExited(event -> tip.setVisible(false));
        surface.setOnMousePressed(
                event -> {
                    surface.requestFocus();
                    point(event.getX(), event.getY());
                    if (event.getButton() == MouseButton.PRIMARY) {
                        activate(itemAt(event.getX(), event.getY()), event.getClickCount());
                    }
                });
        tip.setManaged(false);
        tip.setMouseTransparent(true);
        tip.setVisible(false);
        tip.setWrapText(true);
        tip.getStyleClass().add("explore-tip");
        surface.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        VBox.setVgrow(stage, Priority.ALWAYS);
        readout.getStyleClass().add("explore-readout");
        readout.setMinHeight(24);
        marked.subscribe(this::read);
        view.getStyleClass().add("kpi-chart");
    }

    public Node view() {
        return view;
    }

    /** The item that is emphasised, {@link Plot#NONE} for none. */
    public IntegerProperty markedProperty() {
        return marked;
    }

    public void show(@Nullable Plot plot) {
        shown = plot;
        marked.set(Plot.NONE);
        tip.setVisible(false);
        surface.setAccessibleText(plot == null ? "" : plot.title());
        surface.repaint();
        read();
    }

    /** Shows the same items at another moment; the mark stays. */
    public void move(Plot plot) {
        shown = plot;
        read();
    }

    /** Draws at every pulse while true, after {@code tick} has moved the plot. */
    public void animate(boolean on, Runnable tick) {
        pulse = on ? tick : () -> {};
        surface.setAnimated(on);
    }

    /** What a click on an item, or Enter, does. */
    public void setActivation(Activation activation) {
        this.activation = activation;
    }

    private void activate(int item, int clicks) {
        if (item != Plot.NONE) {
            activation.activate(item, clicks);
        }
    }

    private void paint(GraphicsContext g, double width, double height) {
        pulse.run();
        if (shown != null) {
            shown.paint(g, width, height, palette.getValue(), marked.get());
        }
    }

    private void point(double x, double y) {
        int item = itemAt(x, y);
        if (item != Plot.NONE) {
            marked.set(item);
            tell(x, y);
        }
        tip.setVisible(item != Plot.NONE);
    }

    private int itemAt(double x, double y) {
        return shown == null
                ? Plot.NONE
                : shown.itemAt(x, y, surface.getWidth(), surface.getHeight());
    }

    /** The sentence of the marked item beside the pointer, inside the pane. */
    private void tell(double x, double y) {
        tip.setText(readout.getText());
        tip.setMaxWidth(TIP_WIDTH);
        tip.autosize();
        double width = Math.min(TIP_WIDTH, tip.prefWidth(-1));
        double height = tip.prefHeight(width);
        boolean right = x + 16 + width < surface.getWidth();
        boolean below = y + 18 + height < surface.getHeight();
        tip.resizeRelocate(
                Math.max(0, right ? x + 16 : x - 12 - width),
                Math.max(0, below ? y + 18 : y - 12 - height),
                width,
                height);
    }

    private void pressed(KeyEvent event) {
        int items = shown == null ? 0 : shown.items();
        if (items == 0) {
            return;
        }
        int now = marked.get();
        tip.setVisible(false);
        switch (event.getCode()) {
            case UP, LEFT -> marked.set(now < 0 ? items - 1 : Math.max(0, now - 1));
            case DOWN, RIGHT -> marked.set(Math.min(items - 1, now + 1));
            case HOME -> marked.set(0);
            case END -> marked.set(items - 1);
            case ENTER -> activate(now, 2);
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
