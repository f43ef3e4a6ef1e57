// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How the pages are put together: headings, paragraphs, columns, name and value pairs, choices. */
final class Layout {
    private Layout() {}

    /** A name and what it is. */
    record Fact(String name, String value) {}

    /** A page that scrolls down and fits its width. */
    static Node page(String title, String intro, Node... content) {
        var heading = new Label(title);
        heading.getStyleClass().add("models-title");
        var body = new VBox(16);
        body.getStyleClass().add("models-page");
        body.getChildren().add(heading);
        if (!intro.isBlank()) {
            body.getChildren().add(muted(intro));
        }
        body.getChildren().addAll(content);
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("models-scroll", "edge-to-edge");
        return scroll;
    }

    /** Text over as many lines as it needs. */
    static Label paragraph(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinWidth(0);
        return label;
    }

    static Label muted(String text) {
        var label = paragraph(text);
        label.getStyleClass().add("models-muted");
        return label;
    }

    static Label section(String text) {
        var label = new Label(text);
        label.getStyleClass().add("models-section");
        return label;
    }

    /** Nodes below each other. */
    static VBox stack(Node... nodes) {
        var box = new VBox(10, nodes);
        box.setMinWidth(0);
        return box;
    }

    /** Two columns that share the width. */
    static GridPane columns(double leftPercent, Node left, Node right) {
        var grid = new GridPane(22, 16);
        for (double percent : new double[] {leftPercent, 100 - leftPercent}) {
            var column = new ColumnConstraints();
            column.setPercentWidth(percent);
            column.setMinWidth(0);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(0, left, right);
        GridPane.setValignment(left, VPos.TOP);
        GridPane.setValignment(right, VPos.TOP);
        grid.setMinWidth(0);
        return grid;
    }

    static Node facts(List<Fact> facts) {
        var grid = new GridPane(16, 5);
        int row = 0;
        for (Fact fact : facts) {
            var name = new Label(fact.name());
            name.getStyleClass().add("models-muted");
            name.setMinWidth(130);
            var value = paragraph(fact.value());
            GridPane.setHgrow(value, Priority.ALWAYS);
            GridPane.setValignment(name, VPos.TOP);
            grid.addRow(row++, name, value);
        }
        grid.setMinWidth(0);
        return grid;
    }

    /** Large figures beside each other, each with what it is. */
    static Node tiles(List<Fact> figures) {
        var box = new HBox(12);
        for (Fact figure : figures) {
            var value = new Label(figure.value());
            value.getStyleClass().add("models-figure");
            value.setMinWidth(Region.USE_PREF_SIZE);
            var name = new Label(figure.name());
            name.getStyleClass().add("models-muted");
            var tile = new VBox(2, value, name);
            tile.getStyleClass().add("models-tile");
            tile.setPrefWidth(180);
            HBox.setHgrow(tile, Priority.ALWAYS);
            box.getChildren().add(tile);
        }
        return box;
    }

    /**
     * Buttons of which one is pressed, the first at the beginning.
     *
     * @param chosen told when another is chosen
     */
    static HBox choice(String accessibleText, List<String> names, Consumer<Integer> chosen) {
        var box = new HBox();
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMaxHeight(Region.USE_PREF_SIZE);
        var group = new ToggleGroup();
        box.setAccessibleText(accessibleText);
        for (int i = 0; i < names.size(); i++) {
            var button = new ToggleButton(names.get(i));
            button.setToggleGroup(group);
            button.setSelected(i == 0);
            button.getStyleClass().add(pill(i, names.size()));
            button.setMinWidth(Region.USE_PREF_SIZE);
            int number = i;
            // A second click would leave none chosen.
            button.setOnAction(
                    event -> {
                        button.setSelected(true);
                        chosen.accept(number);
                    });
            box.getChildren().add(button);
        }
        return box;
    }

    private static String pill(int number, int count) {
        if (count == 1) {
            return "single-pill";
        }
        return number == 0 ? "left-pill" : number == count - 1 ? "right-pill" : "center-pill";
    }
}
