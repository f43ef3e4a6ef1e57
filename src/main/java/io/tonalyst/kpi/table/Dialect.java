// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

/**
 * How a table is written.
 *
 * @param encoding of a text; of no account for a workbook
 * @param delimiter between fields, an ASCII character; of no account for a workbook
 * @param quote around fields that hold delimiters or line ends, {@link #NO_QUOTE} for none
 * @param decimal point or comma
 * @param headerRow row with the column names, the first row being 1; 0 when there are none
 * @param sheet of a workbook, the first being 1; of no account for a text
 */
public record Dialect(
        TextEncoding encoding, char delimiter, char quote, char decimal, int headerRow, int sheet) {
    /** Fields are not quoted. */
    public static final char NO_QUOTE = 0;

    /** RFC 4180 with a header in the first row. */
    public static final Dialect PLAIN = new Dialect(TextEncoding.UTF_8, ',', '"', '.', 1, 1);

    public Dialect {
        if (delimiter >= 128 || quote >= 128 || headerRow < 0 || sheet < 1) {
            throw new IllegalArgumentException("no dialect");
        }
    }

    public Dialect withEncoding(TextEncoding changed) {
        return new Dialect(changed, delimiter, quote, decimal, headerRow, sheet);
    }

    public Dialect withDelimiter(char changed) {
        return new Dialect(encoding, changed, quote, decimal, headerRow, sheet);
    }

    public Dialect withQuote(char changed) {
        return new Dialect(encoding, delimiter, changed, decimal, headerRow, sheet);
    }

    public Dialect withDecimal(char changed) {
        return new Dialect(encoding, delimiter, quote, changed, headerRow, sheet);
    }

    public Dialect withHeaderRow(int changed) {
        return new Dialect(encoding, delimiter, quote, decimal, changed, sheet);
    }

    public Dialect withSheet(int changed) {
        return new Dialect(encoding, delimiter, quote, decimal, headerRow, changed);
    }
}
