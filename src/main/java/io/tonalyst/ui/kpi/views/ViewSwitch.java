// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The buttons that choose a view of the figures. */
public final class ViewSwitch {
    private final HBox view = new HBox();

    public ViewSwitch(ObjectProperty<ChartView> shown) {
        var group = new ToggleGroup();
        List<ChartView> all = List.of(ChartView.values());
        for (ChartView one : all) {
            var button = new ToggleButton(one.title());
            button.setId("chart-view-" + one.key());
            button.setToggleGroup(group);
            button.setTooltip(new Tooltip(one.hint()));
            button.setAccessibleText(one.title() + ": " + one.hint());
            button.getStyleClass()
                    .add(
                            one == all.getFirst()
                                    ? "left-pill"
                                    : one == all.getLast() ? "right-pill" : "center-pill");
            // One view is always shown: pressing its button again does not hide it.
            button.setOnAction(
                    event -> {
                        button.setSelected(true);
                        shown.set(one);
                    });
            shown.subscribe(now -> button.setSelected(now == one));
            view.getChildren().add(button);
        }
    }

    public Node view() {
        return view;
    }
}
