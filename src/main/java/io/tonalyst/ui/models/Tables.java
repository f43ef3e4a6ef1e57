// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The tables beside the charts: dense, sortable by every column, copied whole by Ctrl+C. */
final class Tables {
    private static final double ROW = 26;
    private static final double HEADER = 38;
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private Tables() {}

    /** A table that is as high as its rows, up to {@code mostRows} of them. */
    static <R> TableView<R> of(
            String accessibleText, int mostRows, List<R> rows, List<TableColumn<R, ?>> columns) {
        var table = new TableView<R>();
        table.getColumns().setAll(columns);
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getStyleClass().addAll("dense", "models-table");
        table.setAccessibleText(accessibleText);
        table.setMinWidth(0);
        table.setOnKeyPressed(
                event -> {
                    if (COPY.match(event)) {
                        copy(table);
                        event.consume();
                    }
                });
        fill(table, mostRows, rows);
        return table;
    }

    /** Puts other rows into a table and makes it as high as they need. */
    static <R> void fill(TableView<R> table, int mostRows, List<R> rows) {
        table.getItems().setAll(rows);
        table.sort();
        double height = ROW * Math.clamp(rows.size(), 1, mostRows) + HEADER;
        table.setPrefHeight(height);
        table.setMinHeight(height);
        table.setMaxHeight(height);
    }

    static <R> TableColumn<R, String> text(String title, double width, Function<R, String> value) {
        var column = new TableColumn<R, String>(title);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setPrefWidth(width);
        return column;
    }

    /** A column that sorts by number, values that are not a number last. */
    static <R> TableColumn<R, Double> number(
            String title, double width, ToDoubleFunction<R> value, DoubleFunction<String> format) {
        var column = new TableColumn<R, Double>(title);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(cell.getValue())));
        column.setCellFactory(
                c ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(Double item, boolean empty) {
                                super.updateItem(item, empty);
                                setText(empty || item == null ? "" : format.apply(item));
                            }
                        });
        column.setPrefWidth(width);
        column.getStyleClass().add("models-number");
        return column;
    }

    static <R> TableColumn<R, Double> percent(
            String title, double width, ToDoubleFunction<R> value) {
        return number(title, width, value, Format::percent);
    }

    static <R> TableColumn<R, Double> count(String title, double width, ToDoubleFunction<R> value) {
        return number(title, width, value, v -> Format.count(Math.round(v)));
    }

    private static <R> void copy(TableView<R> table) {
        String head =
                table.getColumns().stream()
                        .map(TableColumn::getText)
                        .collect(Collectors.joining("\t"));
        String rows =
                table.getItems().stream()
                        .map(
                                row ->
                                        table.getColumns().stream()
                                                .map(c -> String.valueOf(c.getCellData(row)))
                                                .collect(Collectors.joining("\t")))
                        .collect(Collectors.joining("\n"));
        var content = new ClipboardContent();
        content.putString(head + "\n" + rows + "\n");
        Clipboard.getSystemClipboard().setContent(content);
    }
}
