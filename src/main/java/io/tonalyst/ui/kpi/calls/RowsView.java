// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.calls;

import io.tonalyst.kpi.explore.FigureTable;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** Rows of texts and numbers whose columns sort; Enter or a double click chooses one. */
final class RowsView {
    /** A row and its place before sorting. */
    private record Row(int place, List<@Nullable Object> values) {}

    private final TableView<Row> view = new TableView<>();

    /**
     * @param chosen is told the place of the row, counted from 0 before sorting
     */
    RowsView(String name, String empty, IntConsumer chosen) {
        view.setAccessibleText(name);
        view.setPlaceholder(new Label(empty));
        view.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        view.getStyleClass().addAll("kpi-table", "dense", "striped");
        view.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        choose(chosen);
                        event.consume();
                    }
                });
        view.setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2) {
                        choose(chosen);
                    }
                });
    }

    private void choose(IntConsumer chosen) {
        Row row = view.getSelectionModel().getSelectedItem();
        if (row != null) {
            chosen.accept(row.place());
        }
    }

    TableView<?> view() {
        return view;
    }

    /** The place of the selected row before sorting; -1 without one. */
    int selected() {
        Row row = view.getSelectionModel().getSelectedItem();
        return row == null ? -1 : row.place();
    }

    /** Shows a table and selects a row of it, none for -1. */
    void show(FigureTable table, int selected) {
        view.getColumns()
                .setAll(
                        IntStream.range(0, table.columns().size())
                                .mapToObj(i -> column(table, i))
                                .toList());
        view.getItems()
                .setAll(
                        IntStream.range(0, table.rows().size())
                                .mapToObj(i -> new Row(i, table.rows().get(i)))
                                .toList());
        if (selected >= 0) {
            view.getSelectionModel().clearAndSelect(selected);
            view.getFocusModel().focus(selected);
        }
    }

    private static TableColumn<Row, Object> column(FigureTable table, int index) {
        String name = table.columns().get(index);
        var column = new TableColumn<Row, Object>(name);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(cell.getValue().values().get(index)));
        column.setCellFactory(ignored -> new Cell());
        column.setMinWidth(Math.max(58, name.length() * 7.4 + 24));
        column.setPrefWidth(Math.max(column.getMinWidth(), longest(table, index) * 6.8 + 20));
        column.setReorderable(false);
        boolean number = table.rows().stream().anyMatch(row -> row.get(index) instanceof Number);
        column.getStyleClass().add(number ? "kpi-number" : "kpi-date");
        return column;
    }

    /** Characters of the longest of the first texts in a column; 60 at most. */
    private static int longest(FigureTable table, int index) {
        return table.rows().stream()
                .limit(200)
                .mapToInt(row -> Math.min(60, Cell.written(row.get(index)).length()))
                .max()
                .orElse(0);
    }

    /** A text or number as people read it. */
    private static final class Cell extends TableCell<Row, Object> {
        @Override
        protected void updateItem(@Nullable Object value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty ? null : written(value));
        }

        private static String written(@Nullable Object value) {
            return switch (value) {
                case null -> "–";
                case Float number -> String.format(Locale.ROOT, "%,.0f", number);
                case Double number -> String.format(Locale.ROOT, "%,.1f", number);
                case Number number -> String.format(Locale.ROOT, "%,d", number.longValue());
                default -> value.toString();
            };
        }
    }
}
