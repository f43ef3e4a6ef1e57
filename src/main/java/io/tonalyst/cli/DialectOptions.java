// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.kpi.table.Dialect;
import io.tonalyst.kpi.table.DialectHints;
import io.tonalyst.kpi.table.TextEncoding;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how a table is written, where finding it out is not enough. */
final class DialectOptions {
    @Option(
            names = "--encoding",
            paramLabel = "KEY",
            description = "utf-8, windows-1252, latin-1, utf-16le or utf-16be.")
    private @Nullable String encoding;

    @Option(
            names = "--delimiter",
            paramLabel = "C",
            description = "Character between fields, or tab.")
    private @Nullable String delimiter;

    @Option(names = "--quote", paramLabel = "C", description = "Character around fields, or none.")
    private @Nullable String quote;

    @Option(names = "--decimal", paramLabel = "C", description = "Decimal sign: . or ,")
    private @Nullable String decimal;

    @Option(
            names = "--header-row",
            paramLabel = "N",
            description = "Row with the column names; 0 when there are none.")
    private @Nullable Integer headerRow;

    @Option(names = "--sheet", paramLabel = "N", description = "Sheet of a workbook, from 1.")
    private @Nullable Integer sheet;

    /**
     * What was said, over what a mapping says.
     *
     * @throws picocli.CommandLine.ParameterException if it makes no sense
     */
    DialectHints over(DialectHints known, CallLogs logs) {
        Character sign = sign("--decimal", decimal, logs);
        if (sign != null && sign != '.' && sign != ',') {
            throw logs.usage("--decimal is . or , and not '%s'.".formatted(decimal));
        }
        if (headerRow != null && headerRow < 0) {
            throw logs.usage(
                    "--header-row is a row from 1 on, or 0, and not %d.".formatted(headerRow));
        }
        if (sheet != null && sheet < 1) {
            throw logs.usage("--sheet is a number from 1 on, not %d.".formatted(sheet));
        }
        Character between = sign("--delimiter", delimiter, logs);
        Character around = sign("--quote", quote, logs);
        TextEncoding named = encoding(logs);
        return new DialectHints(
                named == null ? known.encoding() : named,
                between == null ? known.delimiter() : between,
                around == null ? known.quote() : around,
                sign == null ? known.decimal() : sign,
                headerRow == null ? known.headerRow() : headerRow,
                sheet == null ? known.sheet() : sheet);
    }

    private @Nullable TextEncoding encoding(CallLogs logs) {
        if (encoding == null) {
            return null;
        }
        String name = encoding;
        return TextEncoding.ofKey(name)
                .orElseThrow(
                        () ->
                                logs.usage(
                                        "--encoding is one of %s, not '%s'."
                                                .formatted(
                                                        Arrays.stream(TextEncoding.values())
                                                                .map(TextEncoding::key)
                                                                .collect(Collectors.joining(", ")),
                                                        name)));
    }

    private static @Nullable Character sign(String option, @Nullable String text, CallLogs logs) {
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "tab", "\\t" -> '\t';
            case "none" -> Dialect.NO_QUOTE;
            default -> {
                if (text.length() != 1 || text.charAt(0) >= 128) {
                    throw logs.usage("%s is one character, not '%s'.".formatted(option, text));
                }
                yield text.charAt(0);
            }
        };
    }
}
