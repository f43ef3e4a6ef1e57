// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.ui.PaintSurface;
import io.tonalyst.ui.Palette;
import java.util.List;
import java.util.function.DoubleSupplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A chart in the window: heading, export menu, the drawing, and below it what stands under the
 * pointer. The drawing takes the focus; arrow keys walk its items.
 */
final class ChartPane {
    private static final String HINT = "Point at the chart, or focus it and use the arrow keys.";
    private static final double LONGEST_4K = 3840;

    private final VBox root = new VBox(4);
    private final Label title = new Label();
    private final Label readout = new Label(HINT);
    private final StackPane frame = new StackPane();
    private final HBox head = new HBox(8);
    private final PaintSurface surface;
    private final PageTools tools;
    private final CheckMenuItem dark = new CheckMenuItem("Dark colours");
    private Chart chart;
    private String hint = HINT;
    private int marked = Chart.NONE;
    private Subscription themes = Subscription.EMPTY;

    /**
     * @param height of the drawing
     */
    ChartPane(Chart chart, double height, PageTools tools) {
        this.chart = chart;
        this.tools = tools;
        ObservableValue<Palette> palette = tools.palette();
        surface =
                new PaintSurface(
                        (g, w, h) -> this.chart.paint(g, w, h, palette.getValue(), marked));
        frame.sceneProperty().subscribe(scene -> follow(palette, scene != null));
        title.getStyleClass().add("chart-title");
        title.setMinWidth(0);
        readout.getStyleClass().add("chart-readout");
        readout.setWrapText(true);
        readout.setMinHeight(34);
        frame.getStyleClass().add("chart-frame");
        frame.getChildren().add(surface);
        frame.setMinHeight(height);
        frame.setPrefHeight(height);
        frame.setMinWidth(0);
        frame.setFocusTraversable(true);
        frame.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        frame.setMaxHeight(height);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        head.getChildren().addAll(title, space, exportMenu());
        head.getStyleClass().add("chart-head");
        root.getChildren().addAll(head, frame, readout);
        root.setMinWidth(0);
        listen();
        describe();
    }

    Node view() {
        return root;
    }

    /**
     * Listens to the theme only while in a scene, so that a pane that was replaced can be freed.
     */
    private void follow(ObservableValue<Palette> palette, boolean shown) {
        themes.unsubscribe();
        themes = shown ? palette.subscribe(p -> surface.repaint()) : Subscription.EMPTY;
    }

    /** Puts controls of the chart before its export menu. */
    ChartPane with(Node... controls) {
        head.getChildren().addAll(head.getChildren().size() - 1, List.of(controls));
        return this;
    }

    /** Writes something else below the chart while nothing in it is marked. */
    ChartPane withHint(String text) {
        hint = text;
        describe();
        return this;
    }

    /** Shows another chart in the same place; nothing is marked in it yet. */
    void show(Chart next) {
        chart = next;
        marked = Chart.NONE;
        describe();
        surface.repaint();
    }

    private void listen() {
        frame.setOnMouseMoved(
                event ->
                        mark(
                                chart.itemAt(
                                        event.getX() - surface.getLayoutX(),
                                        event.getY() - surface.getLayoutY(),
                                        surface.getWidth(),
                                        surface.getHeight())));
        frame.setOnMousePressed(event -> frame.requestFocus());
        frame.setOnMouseExited(
                event -> {
                    if (!frame.isFocused()) {
                        mark(Chart.NONE);
                    }
                });
        frame.setOnKeyPressed(this::walk);
    }

    private void walk(KeyEvent event) {
        int last = chart.items() - 1;
        if (last < 0) {
            return;
        }
        int next =
                switch (event.getCode()) {
                    case LEFT -> Math.max(0, marked - 1);
                    case RIGHT -> Math.min(last, marked + 1);
                    case UP -> marked - chart.stride() < 0 ? marked : marked - chart.stride();
                    case DOWN ->
                            marked == Chart.NONE
                                    ? 0
                                    : marked + chart.stride() > last
                                            ? marked
                                            : marked + chart.stride();
                    case HOME -> 0;
                    case END -> last;
                    case ESCAPE -> Chart.NONE;
                    default -> Integer.MIN_VALUE;
                };
        if (next != Integer.MIN_VALUE) {
            mark(next);
            event.consume();
        }
    }

    private void mark(int item) {
        if (item != marked && item < chart.items()) {
            marked = item;
            describe();
            surface.repaint();
        }
    }

    private void describe() {
        title.setText(chart.name());
        readout.setText(marked == Chart.NONE ? hint : chart.readout(marked));
        frame.setAccessibleText(
                chart.name() + (marked == Chart.NONE ? "" : ". " + chart.readout(marked)));
        frame.setAccessibleHelp(HINT);
    }

    private MenuButton exportMenu() {
        var menu = new MenuButton("", new FontIcon(Feather.DOWNLOAD));
        menu.getStyleClass().addAll("chart-export", "flat", "no-arrow");
        menu.setTooltip(new Tooltip("Export this chart as a picture"));
        menu.setAccessibleText("Export this chart as a picture");
        menu.getItems()
                .addAll(
                        item("PNG…", () -> 1.0),
                        item("PNG, double size…", () -> 2.0),
                        item(
                                "PNG, 4K…",
                                () ->
                                        LONGEST_4K
                                                / Math.max(
                                                        surface.getWidth(),
                                                        surface.getHeight() + 1)),
                        dark);
        return menu;
    }

    // How the file was written is told in the status bar; nobody waits for it here.
    @SuppressWarnings("FutureReturnValueIgnored")
    private MenuItem item(String text, DoubleSupplier scale) {
        var item = new MenuItem(text);
        item.setOnAction(
                event ->
                        tools.files()
                                .picture(ChartExport.fileName(chart))
                                .ifPresent(
                                        file ->
                                                tools.export()
                                                        .png(
                                                                chart,
                                                                Math.max(1, surface.getWidth()),
                                                                Math.max(1, surface.getHeight()),
                                                                scale.getAsDouble(),
                                                                dark.isSelected()
                                                                        ? Palette.DARK
                                                                        : Palette.LIGHT,
                                                                file)));
        return item;
    }
}
