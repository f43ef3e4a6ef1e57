// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.kpi.explore.FigureTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints tables with aligned columns: texts to the left, numbers to the right. */
final class TextColumns {
    private TextColumns() {}

    static void print(FigureTable table, PrintWriter out) {
        List<List<String>> lines = new ArrayList<>(List.of(table.columns()));
        table.rows().forEach(row -> lines.add(row.stream().map(TextColumns::written).toList()));
        int[] widths = new int[table.columns().size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        for (List<String> line : lines) {
            var text = new StringBuilder(" ");
            for (int i = 0; i < widths.length; i++) {
                String space = " ".repeat(widths[i] - line.get(i).length());
                text.append(' ').append(i == 0 ? line.get(i) + space : space + line.get(i));
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static String written(@Nullable Object value) {
        return switch (value) {
            case null -> "-";
            case Double number -> String.format(Locale.ROOT, "%.1f", number);
            default -> value.toString();
        };
    }
}
