// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.wizard;

import io.tonalyst.kpi.table.Dialect;
import io.tonalyst.kpi.table.DialectHints;
import io.tonalyst.kpi.table.TableSample;
import io.tonalyst.kpi.table.TextEncoding;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The first page: how the file is written, and its first rows. */
final class FilePage {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final List<Character> QUOTES = List.of('"', '\'', Dialect.NO_QUOTE);
    private static final List<Character> DECIMALS = List.of('.', ',');
    private static final int HEADER_ROWS = 30;
    private static final int MAX_COLUMNS = 60;

    private final ImportModel model;
    private final Choices<TextEncoding> encodings;
    private final Choices<Character> delimiters;
    private final Choices<Character> quotes;
    private final Choices<Character> decimals;
    private final Choices<Integer> headerRows;
    private final Choices<Integer> sheets;
    private final FlowPane choices = new FlowPane(12, 8);
    private final Label remarks = new Label();
    private final TableView<List<String>> rows = new TableView<>();
    private final VBox view;
    private List<String> sheetNames = List.of();

    FilePage(ImportModel model) {
        this.model = model;
        encodings = new Choices<>("Encoding", TextEncoding::title, this::encoding);
        delimiters = new Choices<>("Delimiter", FilePage::sign, this::delimiter);
        quotes = new Choices<>("Quotation marks", FilePage::sign, this::quote);
        decimals = new Choices<>("Decimal sign", FilePage::sign, this::decimal);
        headerRows =
                new Choices<>(
                        "Row with the column names",
                        row -> row == 0 ? "none" : Integer.toString(row),
                        this::headerRow);
        sheets = new Choices<>("Sheet", number -> sheetNames.get(number - 1), this::sheet);
        remarks.getStyleClass().add("wizard-doubt");
        remarks.setWrapText(true);
        remarks.managedProperty().bind(remarks.textProperty().isNotEmpty());
        rows.setPlaceholder(new Label("No rows"));
        rows.getStyleClass().addAll("wizard-preview", "dense");
        rows.setAccessibleText("First rows of the file");
        VBox.setVgrow(rows, Priority.ALWAYS);
        view = new VBox(10, choices, remarks, rows);
        model.sampleProperty().subscribe(this::show);
    }

    Node view() {
        return view;
    }

    /** The preview without the choices, which tables of databases do not have. */
    void showChoices(boolean shown) {
        choices.setVisible(shown);
        choices.setManaged(shown);
    }

    private void show(@Nullable TableSample sample) {
        rows.getColumns().clear();
        rows.getItems().clear();
        if (sample == null) {
            return;
        }
        Dialect dialect = sample.dialect();
        sheetNames = sample.sheets();
        encodings.show(List.of(TextEncoding.values()), dialect.encoding());
        delimiters.show(DELIMITERS, dialect.delimiter());
        quotes.show(QUOTES, dialect.quote());
        decimals.show(DECIMALS, dialect.decimal());
        headerRows.show(
                IntStream.rangeClosed(0, Math.max(HEADER_ROWS, dialect.headerRow()))
                        .boxed()
                        .toList(),
                dialect.headerRow());
        sheets.show(IntStream.rangeClosed(1, sheetNames.size()).boxed().toList(), dialect.sheet());
        arrange(sample.isWorkbook());
        remarks.setText(String.join(" ", sample.remarks()));
        showRows(sample);
    }

    private void arrange(boolean workbook) {
        Node names = Choices.named("Column names in row", headerRows.box());
        if (workbook) {
            choices.getChildren().setAll(Choices.named("Sheet", sheets.box()), names);
        } else {
            choices.getChildren()
                    .setAll(
                            Choices.named("Encoding", encodings.box()),
                            Choices.named("Delimiter", delimiters.box()),
                            Choices.named("Quotation marks", quotes.box()),
                            Choices.named("Decimal sign", decimals.box()),
                            names);
        }
    }

    private void showRows(TableSample sample) {
        int count = Math.min(MAX_COLUMNS, sample.columns().size());
        for (int i = 0; i < count; i++) {
            int index = i;
            var column = new TableColumn<List<String>, String>(sample.columns().get(i));
            column.setSortable(false);
            column.setPrefWidth(Math.clamp(longest(sample, index) * 7.5 + 28, 90, 260));
            column.setCellValueFactory(
                    row ->
                            new ReadOnlyStringWrapper(
                                    index < row.getValue().size()
                                            ? row.getValue().get(index)
                                            : ""));
            rows.getColumns().add(column);
        }
        rows.getItems().setAll(sample.head());
    }

    /** Characters of the longest text in a column of the preview or of its name. */
    private static int longest(TableSample sample, int column) {
        return sample.head().stream()
                .filter(row -> row.size() > column)
                .mapToInt(row -> row.get(column).length())
                .reduce(sample.columns().get(column).length(), Math::max);
    }

    private static String sign(char sign) {
        return switch (sign) {
            case ',' -> "comma ,";
            case ';' -> "semicolon ;";
            case '\t' -> "tab";
            case '|' -> "bar |";
            case '.' -> "point .";
            case '"' -> "double \"";
            case '\'' -> "single '";
            case Dialect.NO_QUOTE -> "none";
            default -> String.valueOf(sign);
        };
    }

    private void encoding(TextEncoding value) {
        DialectHints h = model.hints();
        change(
                new DialectHints(
                        value, h.delimiter(), h.quote(), h.decimal(), h.headerRow(), h.sheet()));
    }

    private void delimiter(Character value) {
        DialectHints h = model.hints();
        change(
                new DialectHints(
                        h.encoding(), value, h.quote(), h.decimal(), h.headerRow(), h.sheet()));
    }

    private void quote(Character value) {
        DialectHints h = model.hints();
        change(
                new DialectHints(
                        h.encoding(), h.delimiter(), value, h.decimal(), h.headerRow(), h.sheet()));
    }

    private void decimal(Character value) {
        DialectHints h = model.hints();
        change(
                new DialectHints(
                        h.encoding(), h.delimiter(), h.quote(), value, h.headerRow(), h.sheet()));
    }

    private void headerRow(Integer value) {
        DialectHints h = model.hints();
        change(
                new DialectHints(
                        h.encoding(), h.delimiter(), h.quote(), h.decimal(), value, h.sheet()));
    }

    private void sheet(Integer value) {
        DialectHints h = model.hints();
        change(new DialectHints(h.encoding(), h.delimiter(), h.quote(), h.decimal(), null, value));
    }

    private void change(DialectHints hints) {
        model.setHints(hints);
    }
}
