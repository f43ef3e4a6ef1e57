// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the delimiter by trying: with the right one, almost all rows have the same number of
 * fields, more than one.
 */
final class DialectGuess {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int ROWS = 400;
    private static final int BYTES = 128 * 1024;

    private DialectGuess() {}

    /** The dialect of the beginning of a text, apart from decimal sign and header. */
    static Dialect of(byte[] head, TextEncoding encoding, DialectHints hints) throws IOException {
        byte[] start = head.length <= BYTES ? head : Arrays.copyOf(head, BYTES);
        Dialect best = plain(encoding, hints);
        double bestScore = -1;
        char[] delimiters = hints.delimiter() == null ? DELIMITERS : of(hints.delimiter());
        for (char delimiter : delimiters) {
            Dialect tried = best.withDelimiter(delimiter);
            double score = score(rows(start, tried, ROWS));
            if (score > bestScore) {
                bestScore = score;
                best = tried;
            }
        }
        boolean open = hints.quote() == null;
        return open && usesApostrophes(rows(start, best, ROWS)) ? best.withQuote('\'') : best;
    }

    private static char[] of(char only) {
        return new char[] {only};
    }

    private static Dialect plain(TextEncoding encoding, DialectHints hints) {
        return Dialect.PLAIN
                .withEncoding(encoding)
                .withDelimiter(hints.delimiter() == null ? ',' : hints.delimiter())
                .withQuote(hints.quote() == null ? '"' : hints.quote());
    }

    /** The share of rows with the commonest width above all, then wider tables. */
    private static double score(List<List<String>> rows) {
        int width = commonWidth(rows);
        if (width < 2) {
            return 0;
        }
        long even = rows.stream().filter(row -> row.size() == width).count();
        return 10.0 * even / rows.size() + Math.min(width, 50) / 50.0;
    }

    /** Whether many fields stand between apostrophes. */
    private static boolean usesApostrophes(List<List<String>> rows) {
        long fields = rows.stream().mapToLong(List::size).sum();
        long between =
                rows.stream()
                        .flatMap(List::stream)
                        .filter(t -> t.length() > 1 && t.startsWith("'") && t.endsWith("'"))
                        .count();
        return between > fields / 10;
    }

    /** The commonest number of fields; 0 without rows. */
    static int commonWidth(List<List<String>> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** The rows of some bytes, at most {@code limit}; those that cannot be split are left out. */
    static List<List<String>> rows(byte[] bytes, Dialect dialect, int limit) throws IOException {
        List<List<String>> result = new ArrayList<>();
        Dialect asUtf8 =
                dialect.encoding().isByteWise()
                        ? dialect
                        : dialect.withEncoding(TextEncoding.UTF_8);
        try (var rows = new DelimitedRows(new ByteArrayInputStream(bytes), asUtf8, () -> 0)) {
            TableRows.Outcome outcome;
            while (result.size() < limit && (outcome = rows.next()) != TableRows.Outcome.END) {
                if (outcome == TableRows.Outcome.ROW) {
                    result.add(texts(rows));
                }
            }
        }
        return result;
    }

    /** The fields of a row. */
    static List<String> texts(TableRow row) {
        List<String> texts = new ArrayList<>(row.fields());
        for (int i = 0; i < row.fields(); i++) {
            texts.add(row.text(i));
        }
        return texts;
    }
}
