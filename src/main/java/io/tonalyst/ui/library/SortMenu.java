// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.library;

import io.tonalyst.library.LibraryEntry;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Orders of the library for those who cannot click the heads of its columns. */
final class SortMenu {
    private final TableView<LibraryEntry> table;
    private final MenuButton button = new MenuButton("Sort", new FontIcon(Feather.BAR_CHART_2));

    SortMenu(TableView<LibraryEntry> table) {
        this.table = table;
        button.setTooltip(new Tooltip("Order of the rows; the heads of the columns sort too"));
        add("Angriest first", "Angry", SortType.DESCENDING);
        add("Newest first", "Start", SortType.DESCENDING);
        add("Longest first", "Length", SortType.DESCENDING);
        add("Most said first", "Said", SortType.DESCENDING);
        add("By name", "Name", SortType.ASCENDING);
        add("By agent", "Agent", SortType.ASCENDING);
        add("By state", "State", SortType.ASCENDING);
        var none = new MenuItem("As taken in");
        none.setOnAction(event -> table.getSortOrder().clear());
        button.getItems().addAll(new SeparatorMenuItem(), none);
    }

    MenuButton view() {
        return button;
    }

    private void add(String text, String title, SortType type) {
        var item = new MenuItem(text);
        item.setOnAction(event -> sort(title, type));
        button.getItems().add(item);
    }

    private void sort(String title, SortType type) {
        for (TableColumn<LibraryEntry, ?> column : table.getColumns()) {
            if (title.equals(column.getText())) {
                table.getSortOrder().clear();
                column.setSortType(type);
                table.getSortOrder().add(column);
                table.scrollTo(0);
            }
        }
    }
}
