// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.ui.Workspace;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The head of the window: menus with their shortcuts, and the switch between workspaces. */
final class WindowBar {
    private final MenuBar menus = new MenuBar();
    private final SegmentedButton tabs = new SegmentedButton();
    private final Button back = new Button(null, new FontIcon(Feather.ARROW_LEFT));
    private final MenuItem goBack = item("Back to the calls", "Alt+Left", back::fire);
    private final HBox view;

    WindowBar(List<Workspace> workspaces, Consumer<Workspace> show) {
        var group = new ToggleGroup();
        tabs.setToggleGroup(group);
        var go = new Menu("_Go");
        int number = 1;
        for (Workspace workspace : workspaces) {
            var tab = new ToggleButton(workspace.title());
            tab.setUserData(workspace);
            tab.setAccessibleText("Workspace " + workspace.title());
            tab.setOnAction(event -> show.accept(workspace));
            tabs.getButtons().add(tab);
            go.getItems()
                    .add(
                            item(
                                    workspace.title(),
                                    "Shortcut+" + number++,
                                    () -> show.accept(workspace)));
        }
        go.getItems().addAll(separator(), goBack);
        back.setId("window-back");
        back.visibleProperty().bind(back.disableProperty().not());
        back.managedProperty().bind(back.visibleProperty());
        goBack.disableProperty().bind(back.disableProperty());
        offerNoWayBack();
        menus.getMenus().add(go);
        menus.setUseSystemMenuBar(false);
        var name = new Label("Tonalyst");
        name.getStyleClass().add("product-name");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        view = new HBox(name, menus, back, space, tabs);
        view.getStyleClass().add("window-bar");
    }

    Node view() {
        return view;
    }

    /** Adds a menu before or after those that are there. */
    void addMenu(int index, String title, MenuItem... items) {
        var menu = new Menu(title);
        menu.getItems().addAll(items);
        menus.getMenus().add(index, menu);
    }

    /** Shows a button that leads back to where something was opened from. */
    void offerBack(String to, Runnable action) {
        back.setText(to);
        back.setTooltip(new Tooltip("Back (Alt+Left)"));
        back.setOnAction(event -> action.run());
        back.setDisable(false);
    }

    /** Takes the button away. */
    void offerNoWayBack() {
        back.setDisable(true);
    }

    /** Marks the tab of the workspace on show; none for null. */
    void select(@Nullable Workspace workspace) {
        for (ToggleButton tab : tabs.getButtons()) {
            tab.setSelected(tab.getUserData() == workspace);
        }
    }

    static MenuItem item(String title, @Nullable String shortcut, Runnable action) {
        var item = new MenuItem(title);
        if (shortcut != null) {
            item.setAccelerator(KeyCombination.keyCombination(shortcut));
        }
        item.setOnAction(event -> action.run());
        return item;
    }

    static MenuItem separator() {
        return new SeparatorMenuItem();
    }
}
