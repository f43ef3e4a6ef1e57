// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.explore;

import io.tonalyst.kpi.explore.FigureTable;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Figures in a table whose columns sort; its selected row is the marked item of a chart. */
public final class FigureTableView {
    /** A row and its place before sorting, which is the item of the chart. */
    private record Row(int item, List<@Nullable Object> values) {}

    private final TableView<Row> view = new TableView<>();
    private final IntegerProperty marked;
    private boolean following;

    public FigureTableView(IntegerProperty marked) {
        this.marked = marked;
        view.setPlaceholder(new Label("No figures to show"));
        view.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        view.getStyleClass().addAll("kpi-table", "dense", "striped");
        view.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, after) -> {
                            if (!following && after != null) {
                                marked.set(after.item());
                            }
                        });
        marked.subscribe(this::follow);
    }

    public TableView<?> view() {
        return view;
    }

    public void show(String name, @Nullable FigureTable table) {
        following = true;
        view.setAccessibleText(name);
        if (table == null) {
            view.getItems().clear();
        } else {
            List<String> names = view.getColumns().stream().map(TableColumn::getText).toList();
            // Widths follow the longest texts, which other figures change as little as the names.
            if (!names.equals(table.columns())) {
                view.getColumns()
                        .setAll(
                                IntStream.range(0, table.columns().size())
                                        .mapToObj(i -> column(table, i))
                                        .toList());
            }
            view.getItems()
                    .setAll(
                            IntStream.range(0, table.rows().size())
                                    .mapToObj(i -> new Row(i, table.rows().get(i)))
                                    .toList());
            view.sort();
        }
        following = false;
    }

    private static TableColumn<Row, Object> column(FigureTable table, int index) {
        String name = table.columns().get(index);
        var column = new TableColumn<Row, Object>(name);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(cell.getValue().values().get(index)));
        column.setCellFactory(ignored -> new Cell());
        column.setMinWidth(index == 0 ? 96 : Math.max(58, name.length() * 6.5 + 18));
        column.setPrefWidth(Math.max(column.getMinWidth(), longest(table, index) * 6.5 + 18));
        column.setReorderable(false);
        boolean words = table.rows().stream().anyMatch(row -> row.get(index) instanceof String);
        column.getStyleClass().add(words ? "kpi-date" : "kpi-number");
        return column;
    }

    /** Characters of the longest of the first texts in a column; 34 at most. */
    private static int longest(FigureTable table, int index) {
        return table.rows().stream()
                .limit(200)
                .mapToInt(row -> Cell.written(row.get(index)).length())
                .map(length -> Math.min(length, 34))
                .max()
                .orElse(0);
    }

    /** Selects the row of the marked item. */
    public void follow() {
        if (following) {
            return;
        }
        following = true;
        for (Row row : view.getItems()) {
            Row selected = view.getSelectionModel().getSelectedItem();
            if (row.item() == marked.get() && (selected == null || selected.item() != row.item())) {
                view.getSelectionModel().select(row);
                if (!view.isFocused()) {
                    view.scrollTo(Math.max(0, view.getItems().indexOf(row) - 4));
                }
            }
        }
        following = false;
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
                case Long number -> String.format(Locale.ROOT, "%,d", number);
                case Integer number -> String.format(Locale.ROOT, "%,d", number);
                case Double number -> String.format(Locale.ROOT, "%,.1f", number);
                default -> value.toString();
            };
        }
    }
}
