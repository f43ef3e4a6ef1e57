// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes samples of a file and tells from them how it is written. */
public final class TableSampler {
    /** So many rows are kept for looking at. */
    public static final int HEAD = 100;

    /** So many rows of a workbook, and of each block of a text, are looked at. */
    private static final int ROWS = 3000;

    private static final int ROWS_OF_A_BLOCK = 300;

    private TableSampler() {}

    /**
     * Takes samples of a file; takes well under a second for a text of any length.
     *
     * @param hints what is known of how it is written
     * @throws TableException if the file cannot be read or is no table
     */
    public static TableSample sample(Path file, DialectHints hints) throws TableException {
        try {
            return switch (FileKind.of(file)) {
                case WORKBOOK -> ofWorkbook(file, hints);
                case OLD_WORKBOOK ->
                        throw new TableException(
                                file
                                        + " is a workbook of the old kind (.xls): save it as .xlsx"
                                        + " or CSV first.");
                case ZIP ->
                        throw new TableException(
                                file + " is a ZIP archive: unpack it and choose the table in it.");
                case TEXT -> ofText(file, hints);
            };
        } catch (IOException e) {
            throw TableException.of(file.toString(), e);
        }
    }

    private static TableSample ofText(Path file, DialectHints hints)
            throws IOException, TableException {
        TextEncoding encoding = hints.encoding() == null ? encoding(file) : hints.encoding();
        SampledText text;
        try (var input = TextInput.open(file)) {
            text = SampledText.of(input, input.text(encoding));
        }
        if (text.head().length == 0) {
            throw new TableException(file + " is empty.");
        }
        List<byte[]> blocks = text.wholeLines();
        Dialect guessed = DialectGuess.of(blocks.getFirst(), encoding, hints);
        List<HeaderGuess.Numbered> head = numbered(blocks.getFirst(), guessed);
        List<List<String>> rows = new ArrayList<>();
        for (byte[] block : blocks.subList(1, blocks.size())) {
            rows.addAll(DialectGuess.rows(block, guessed, ROWS_OF_A_BLOCK));
        }
        return sample(file, guessed, hints, head, rows, List.of());
    }

    private static TextEncoding encoding(Path file) throws IOException, TableException {
        try (var input = TextInput.open(file)) {
            var text = SampledText.of(input, input.bytes());
            Optional<TextEncoding> encoding = EncodingGuess.of(text.blocks());
            return encoding.orElseThrow(
                    () ->
                            new TableException(
                                    file
                                            + " is neither text nor a workbook: choose a CSV, TSV"
                                            + " or XLSX file."));
        }
    }

    private static List<HeaderGuess.Numbered> numbered(byte[] block, Dialect dialect)
            throws IOException {
        Dialect asUtf8 =
                dialect.encoding().isByteWise()
                        ? dialect
                        : dialect.withEncoding(TextEncoding.UTF_8);
        try (var rows = new DelimitedRows(new ByteArrayInputStream(block), asUtf8, () -> 0)) {
            return numbered(rows);
        }
    }

    private static List<HeaderGuess.Numbered> numbered(TableRows rows) throws IOException {
        List<HeaderGuess.Numbered> result = new ArrayList<>();
        TableRows.Outcome outcome;
        while (result.size() < ROWS && (outcome = rows.next()) != TableRows.Outcome.END) {
            if (outcome == TableRows.Outcome.ROW) {
                result.add(new HeaderGuess.Numbered(rows.row(), DialectGuess.texts(rows)));
            }
        }
        return result;
    }

    private static TableSample ofWorkbook(Path file, DialectHints hints)
            throws IOException, TableException {
        Integer wanted = hints.sheet();
        try (var workbook = Workbook.open(file)) {
            List<String> sheets = workbook.sheets();
            int sheet = wanted == null ? 1 : wanted;
            List<HeaderGuess.Numbered> head;
            try (var rows = workbook.rows(sheet)) {
                head = numbered(rows);
            }
            Dialect dialect = Dialect.PLAIN.withSheet(sheet);
            return sample(file, dialect, hints, padded(head), List.of(), sheets);
        }
    }

    /** Cells left empty at the end of a row of a workbook are not in the file. */
    private static List<HeaderGuess.Numbered> padded(List<HeaderGuess.Numbered> rows) {
        int width = rows.stream().mapToInt(row -> row.fields().size()).max().orElse(0);
        List<HeaderGuess.Numbered> result = new ArrayList<>();
        for (HeaderGuess.Numbered row : rows) {
            List<String> fields = new ArrayList<>(row.fields());
            while (fields.size() < width) {
                fields.add("");
            }
            result.add(new HeaderGuess.Numbered(row.row(), fields));
        }
        return result;
    }

    private static TableSample sample(
            Path file,
            Dialect guessed,
            DialectHints hints,
            List<HeaderGuess.Numbered> head,
            List<List<String>> others,
            List<String> sheets)
            throws TableException {
        if (head.isEmpty()) {
            throw new TableException(file + " has no readable rows.");
        }
        int width =
                DialectGuess.commonWidth(head.stream().map(HeaderGuess.Numbered::fields).toList());
        Integer told = hints.headerRow();
        int headerRow = told == null ? HeaderGuess.row(head, width) : told;
        List<String> names = names(head, headerRow, width);
        List<List<String>> below =
                head.stream()
                        .filter(row -> row.row() > headerRow)
                        .map(HeaderGuess.Numbered::fields)
                        .toList();
        List<List<String>> rows = new ArrayList<>();
        for (List<List<String>> part : List.of(below, others)) {
            part.stream().filter(row -> row.size() == names.size()).forEach(rows::add);
        }
        @Nullable Character decimal = hints.decimal();
        Dialect dialect =
                guessed.withHeaderRow(headerRow)
                        .withDecimal(
                                decimal != null
                                        ? decimal
                                        : sheets.isEmpty() ? DecimalGuess.of(rows) : '.');
        return new TableSample(
                file,
                dialect,
                names,
                below.subList(0, Math.min(HEAD, below.size())),
                rows,
                sheets,
                remarks(names, rows, below));
    }

    private static List<String> names(List<HeaderGuess.Numbered> head, int headerRow, int width) {
        List<String> none = Collections.nCopies(width, "");
        List<String> found =
                head.stream()
                        .filter(row -> row.row() == headerRow)
                        .findFirst()
                        .map(HeaderGuess.Numbered::fields)
                        .orElse(none);
        return TableHeader.distinct(found);
    }

    private static List<String> remarks(
            List<String> names, List<List<String>> rows, List<List<String>> below) {
        List<String> remarks = new ArrayList<>();
        if (names.size() == 1) {
            remarks.add("Only one column was found: check the delimiter.");
        }
        long uneven = below.stream().filter(row -> row.size() != names.size()).count();
        if (uneven > 0) {
            remarks.add(
                    "%d of the first %d rows %s another number of fields than the header."
                            .formatted(uneven, below.size(), uneven == 1 ? "has" : "have"));
        }
        if (rows.isEmpty()) {
            remarks.add("No row below the column names was found.");
        }
        return remarks;
    }
}
