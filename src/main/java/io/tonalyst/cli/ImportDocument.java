// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.source.Binding;
import io.tonalyst.kpi.table.Dialect;
import io.tonalyst.kpi.table.TableSample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code tonalyst import} prints.
 *
 * @param ready whether the file can be read with the mapping
 * @param issues why it cannot, or what was assumed
 * @param rows the first rows, in a preview
 * @param log what was read, without a preview
 * @param files written, by the option
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportDocument(
        String file,
        TableForm table,
        List<String> columns,
        String mapping,
        List<Field> fields,
        boolean ready,
        List<String> issues,
        @Nullable List<List<String>> rows,
        @Nullable Log log,
        Map<String, String> files) {
    private static final int ROWS = 10;

    /** How the table is written. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TableForm(
            String kind,
            @Nullable String encoding,
            @Nullable String delimiter,
            @Nullable String quote,
            String decimal,
            @JsonProperty("header_row") int headerRow,
            @Nullable String sheet) {
        static TableForm of(TableSample sample) {
            Dialect dialect = sample.dialect();
            if (sample.isWorkbook()) {
                return new TableForm(
                        "workbook",
                        null,
                        null,
                        null,
                        ".",
                        dialect.headerRow(),
                        sample.sheets().get(dialect.sheet() - 1));
            }
            return new TableForm(
                    "text",
                    dialect.encoding().key(),
                    dialect.delimiter() == '\t' ? "tab" : String.valueOf(dialect.delimiter()),
                    dialect.quote() == Dialect.NO_QUOTE ? "none" : String.valueOf(dialect.quote()),
                    String.valueOf(dialect.decimal()),
                    dialect.headerRow(),
                    null);
        }
    }

    /** A field of a call with its column and, for dates and durations, its style. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Field(String field, String column, @Nullable String style) {
        static Field of(Binding.Bound bound) {
            var date = bound.date();
            var duration = bound.duration();
            String style = date == null ? null : date.key();
            return new Field(
                    bound.field().key(),
                    bound.rule().column(),
                    duration == null ? style : duration.key());
        }
    }

    /** What a log holds. */
    record Log(
            long rows,
            int calls,
            int agents,
            @JsonProperty("first_day") String firstDay,
            @JsonProperty("last_day") String lastDay,
            Map<String, Integer> codes,
            @JsonProperty("passed_over") Map<String, Long> passedOver,
            KpiDocument.Problems problems,
            List<String> remarks,
            String summary) {
        static Log of(CallLogImport read) {
            CallLog log = read.log();
            int first = Integer.MAX_VALUE;
            int last = Integer.MIN_VALUE;
            for (int row = 0; row < log.size(); row++) {
                first = Math.min(first, log.epochDay(row));
                last = Math.max(last, log.epochDay(row));
            }
            var codes = new LinkedHashMap<String, Integer>();
            for (CallDimension dimension : CallDimension.values()) {
                int count = log.codes(dimension).size();
                if (count > 0) {
                    codes.put(dimension.key(), count);
                }
            }
            return new Log(
                    read.rows(),
                    log.totals(log.all()).calls(),
                    log.agents().length,
                    LocalDate.ofEpochDay(first).toString(),
                    LocalDate.ofEpochDay(last).toString(),
                    codes,
                    read.passedOver(),
                    KpiDocument.Problems.of(read),
                    read.remarks(),
                    read.summary());
        }
    }

    static ImportDocument of(
            Binding binding, @Nullable CallLogImport read, Map<String, String> files) {
        TableSample sample = binding.sample();
        List<String> issues = new ArrayList<>(sample.remarks());
        binding.issues().forEach(issue -> issues.add(issue.sentence()));
        return new ImportDocument(
                sample.file().toString(),
                TableForm.of(sample),
                sample.columns(),
                binding.mapping().name(),
                binding.fields().values().stream().map(Field::of).toList(),
                binding.isReady(),
                issues,
                read == null ? sample.head().stream().limit(ROWS).toList() : null,
                read == null ? null : Log.of(read),
                files);
    }

    /** The same of a table in a database. */
    ImportDocument ofDatabase(String product) {
        return new ImportDocument(
                file,
                new TableForm(product, null, null, null, ".", 0, null),
                columns,
                mapping,
                fields,
                ready,
                issues,
                rows,
                log,
                files);
    }

    /** The same for reading. */
    String inWords() {
        var text = new StringBuilder();
        text.append("%s: %s, mapping %s%n".formatted(file, form(), mapping));
        for (Field field : fields) {
            text.append(
                    "  %-16s %s%s%n"
                            .formatted(
                                    field.field,
                                    field.column,
                                    field.style == null ? "" : " (" + field.style + ")"));
        }
        issues.forEach(issue -> text.append(issue).append('\n'));
        if (rows != null) {
            text.append("Columns: ").append(String.join(" | ", columns)).append('\n');
            rows.forEach(row -> text.append(String.join(" | ", row)).append('\n'));
            text.append(ready ? "Ready to be imported.\n" : "Not ready to be imported.\n");
        }
        if (log != null) {
            text.append(log.summary).append('\n');
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%,d agents, %s to %s.%n",
                            log.agents,
                            log.firstDay,
                            log.lastDay));
            log.remarks.stream()
                    .filter(r -> !issues.contains(r))
                    .forEach(r -> text.append(r).append('\n'));
            log.problems.first().forEach(problem -> text.append(problem).append('\n'));
        }
        files.forEach((option, path) -> text.append("Wrote ").append(path).append(".\n"));
        return text.toString();
    }

    private String form() {
        if (table.sheet == null && table.encoding == null) {
            return "a table in " + table.kind;
        }
        return table.sheet == null
                ? "%s, delimiter %s, decimal %s, names in row %d"
                        .formatted(table.encoding, table.delimiter, table.decimal, table.headerRow)
                : "sheet %s, names in row %d".formatted(table.sheet, table.headerRow);
    }
}
