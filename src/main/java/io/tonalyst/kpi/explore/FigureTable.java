// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.explore;

import io.tonalyst.kpi.Estimate;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Figures in rows.
 *
 * @param columns names for people, with units
 * @param rows texts and numbers, null where nothing is known; as wide as the columns
 */
public record FigureTable(List<String> columns, List<List<@Nullable Object>> rows) {
    public FigureTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(FigureTable::copy).toList();
    }

    private static List<@Nullable Object> copy(List<@Nullable Object> row) {
        return Collections.unmodifiableList(new ArrayList<>(row));
    }

    /** A row of texts, numbers and nulls; a number that is none becomes null. */
    public static List<@Nullable Object> row(@Nullable Object... values) {
        var row = new ArrayList<@Nullable Object>(Arrays.asList(values));
        row.replaceAll(value -> value instanceof Double d && d.isNaN() ? null : value);
        return row;
    }

    static FigureTable of(Breakdown breakdown) {
        Figure figure = breakdown.figure();
        var columns = new ArrayList<String>(List.of(breakdown.by().title()));
        boolean counts = figure.kind() == Figure.Kind.COUNT;
        if (!counts) {
            String unit = figure.unit().isEmpty() ? "" : ", " + figure.unit();
            columns.addAll(List.of(figure.title() + unit, "95 % from", "to", "n"));
        }
        columns.addAll(List.of("Calls", "Share, %"));
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Breakdown.Group group : breakdown.groups()) {
            double share = breakdown.share(group);
            Estimate estimate = group.estimate();
            rows.add(
                    counts
                            ? row(group.title(), group.calls(), share)
                            : row(
                                    group.title(),
                                    group.value(),
                                    estimate.low(),
                                    estimate.high(),
                                    group.counted(),
                                    group.calls(),
                                    share));
        }
        return new FigureTable(columns, rows);
    }

    static FigureTable of(Distribution spread) {
        var rows = new ArrayList<List<@Nullable Object>>();
        long below = 0;
        for (Distribution.Bin bin : spread.bins()) {
            below += bin.calls();
            rows.add(
                    row(
                            bin.title(),
                            bin.calls(),
                            100.0 * bin.calls() / spread.calls(),
                            100.0 * below / spread.calls()));
        }
        return new FigureTable(List.of("Span", "Calls", "Share, %", "Up to here, %"), rows);
    }

    /**
     * Writes the table as CSV in UTF-8 with numbers in full precision.
     *
     * @throws IOException if the file cannot be written
     */
    public void writeCsv(Path file) throws IOException {
        var text = new StringBuilder(line(columns));
        rows.forEach(row -> text.append(line(row)));
        WholeFile.write(file, text.toString());
    }

    private static String line(List<? extends @Nullable Object> fields) {
        return fields.stream()
                .map(field -> field == null ? "" : quoted(field.toString()))
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
