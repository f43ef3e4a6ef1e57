// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The pages of an open log, one of which is shown, and the buttons that switch between them. */
final class KpiPages {
    private final Map<String, Node> pages = new LinkedHashMap<>();
    private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper("");
    private final StackPane view = new StackPane();
    private final HBox head;

    /**
     * @param first name of the page that is shown at first
     * @param others further pages by their names, in order
     * @param actions shown beside the buttons
     */
    KpiPages(String first, Node page, Map<String, Node> others, Node actions) {
        pages.put(first, page);
        pages.putAll(others);
        var group = new ToggleGroup();
        var buttons = new HBox();
        int place = 0;
        for (String name : pages.keySet()) {
            var button = new ToggleButton(name);
            button.setToggleGroup(group);
            boolean last = ++place == pages.size();
            button.getStyleClass()
                    .add(place == 1 ? "left-pill" : last ? "right-pill" : "center-pill");
            // One page is always shown: pressing its button again does not hide it.
            button.setOnAction(
                    event -> {
                        button.setSelected(true);
                        show(name);
                    });
            shown.subscribe(now -> button.setSelected(now.equals(name)));
            buttons.getChildren().add(button);
        }
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        head = new HBox(8, buttons, space, actions);
        head.setAlignment(Pos.CENTER_LEFT);
        show(first);
    }

    /** Puts something beside the buttons that belongs to the first page. */
    void addBeside(Node node) {
        head.getChildren().add(1, node);
        String first = pages.keySet().iterator().next();
        node.visibleProperty().bind(shown.isEqualTo(first));
    }

    Node head() {
        return head;
    }

    StackPane view() {
        return view;
    }

    /** Name of the page that is shown. */
    ReadOnlyStringProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Shows a page by its name; others are passed over. */
    void show(String name) {
        Node page = pages.get(name);
        if (page != null) {
            view.getChildren().setAll(page);
            shown.set(name);
        }
    }
}
