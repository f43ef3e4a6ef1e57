// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import io.tonalyst.kpi.CallExtra;
import io.tonalyst.kpi.CallLogBuilder;
import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.CallLogReader;
import io.tonalyst.kpi.Recorded;
import io.tonalyst.kpi.RejectedRows;
import io.tonalyst.kpi.RowProblem;
import io.tonalyst.kpi.RowProblems;
import io.tonalyst.kpi.source.CallRowReader.Result;
import io.tonalyst.kpi.table.TableException;
import io.tonalyst.kpi.table.TableFile;
import io.tonalyst.kpi.table.TableRows;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads call logs of any shape by a mapping that is bound to them. */
public final class CallLogImporter {
    private static final int ROWS_BETWEEN_REPORTS = 4096;
    private static final int MAX_PASSED_KINDS = 100;

    private final Binding binding;
    private final int width;
    private final Map<String, Long> passed = new TreeMap<>();
    private final RowProblems problems;
    private final CallLogBuilder builder;
    private final CallRowReader reader;
    private final LookupTables tables;

    private CallLogImporter(Binding binding, RejectedRows rejected) throws CallLogException {
        this.binding = binding;
        this.width = binding.sample().columns().size();
        this.problems = new RowProblems(CallLogReader.MAX_PROBLEMS, rejected);
        this.tables = LookupTables.read(binding.mapping().lookups(), folder(binding));
        this.builder =
                new CallLogBuilder(
                        recorded(binding), resolvedOutcomes(binding)::contains, kept(binding));
        this.reader = new CallRowReader(binding, tables);
    }

    private static Path folder(Binding binding) {
        Path parent = binding.sample().file().toAbsolutePath().getParent();
        return parent == null ? Path.of("") : parent;
    }

    /**
     * Reads a whole log. A log in VolaPhone's own form goes the quick way.
     *
     * @param rejected is handed every row that is left out
     * @throws CallLogException if the binding is not ready, the file cannot be read, a lookup table
     *     is missing, or no row is usable
     * @throws java.util.concurrent.CancellationException when the token is raised
     */
    public static CallLogImport read(
            Binding binding, RejectedRows rejected, CancelToken cancel, ProgressSink progress)
            throws CallLogException {
        if (!binding.isReady()) {
            throw new CallLogException(
                    "%s cannot be read with the mapping %s. %s"
                            .formatted(
                                    binding.sample().file(),
                                    binding.mapping().name(),
                                    binding.blocking()));
        }
        if (QuickForm.fits(binding)) {
            var tables = LookupTables.read(binding.mapping().lookups(), folder(binding));
            return CallLogReader.read(binding.sample().file(), rejected, cancel, progress)
                    .withTitles(tables.titles());
        }
        return new CallLogImporter(binding, rejected).read(cancel, progress);
    }

    private CallLogImport read(CancelToken cancel, ProgressSink progress) throws CallLogException {
        Path file = binding.sample().file();
        try (var table = TableFile.open(binding.sample())) {
            TableRows rows = table.rows();
            long count = 0;
            TableRows.Outcome outcome;
            while ((outcome = rows.next()) != TableRows.Outcome.END) {
                if (count++ % ROWS_BETWEEN_REPORTS == 0) {
                    cancel.throwIfCancelled();
                    progress.report(rows.progress(), "Reading " + file.getFileName());
                }
                take(rows, outcome);
            }
            requireCalls(file, count);
            progress.report(1, "Sorting the calls");
            return new CallLogImport(
                    builder.build(tables.titles()),
                    count,
                    problems.described(),
                    problems.counts(),
                    passed,
                    remarks(rows));
        } catch (TableException e) {
            throw CallLogException.of(e);
        } catch (IOException e) {
            throw CallLogException.of(TableException.of(file.toString(), e));
        }
    }

    private void take(TableRows rows, TableRows.Outcome outcome) throws IOException {
        switch (outcome) {
            case BAD_QUOTES -> reject(rows, RowProblem.Kind.QUOTES);
            case TOO_LONG -> reject(rows, RowProblem.Kind.TOO_LONG);
            case ROW -> {
                if (!hasWidth(rows)) {
                    reject(rows, RowProblem.Kind.FIELDS);
                } else {
                    takeRow(rows);
                }
            }
            case END -> throw new IllegalArgumentException("no row");
        }
    }

    /** Blank fields behind the last column do no harm; a workbook leaves out blank cells. */
    private boolean hasWidth(TableRows rows) {
        if (rows.fields() < width) {
            return binding.sample().isWorkbook();
        }
        for (int i = width; i < Math.min(rows.fields(), TableRows.MAX_FIELDS); i++) {
            if (!rows.text(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private void takeRow(TableRows rows) throws IOException {
        switch (reader.read(rows)) {
            case Result.Taken() -> {
                if (!builder.add(reader.call())) {
                    reject(rows, RowProblem.Kind.NAMES);
                }
            }
            case Result.Passed(String as) -> {
                if (passed.size() < MAX_PASSED_KINDS || passed.containsKey(as)) {
                    passed.merge(as, 1L, Long::sum);
                } else {
                    passed.merge("passed over otherwise", 1L, Long::sum);
                }
            }
            case Result.Bad(RowProblem.Kind kind, String column, String expected, int field) ->
                    problems.add(rows, kind, column, expected, field);
        }
    }

    private void reject(TableRows rows, RowProblem.Kind kind) throws IOException {
        problems.add(rows, kind, "", kind.title(), RowProblems.WHOLE_ROW);
    }

    private void requireCalls(Path file, long count) throws CallLogException {
        if (builder.size() > 0) {
            return;
        }
        if (count == 0) {
            throw new CallLogException(file + " holds column names but no calls.");
        }
        throw new CallLogException(
                problems.first().isEmpty()
                        ? file + " holds no call that was handled."
                        : "%s holds no usable call; the first problem is in row %s"
                                .formatted(file, problems.first()));
    }

    private List<String> remarks(TableRows rows) {
        List<String> remarks = new ArrayList<>(binding.remarks());
        remarks.addAll(tables.remarks());
        for (String remark : List.of(rows.remark(), reader.remark())) {
            if (!remark.isEmpty()) {
                remarks.add(remark);
            }
        }
        return remarks;
    }

    /** What a log records that is read by a binding. */
    public static Recorded recorded(Binding binding) {
        Map<CallField, Binding.Bound> fields = binding.fields();
        boolean talk = fields.containsKey(CallField.TALK);
        var handle =
                talk
                        ? Recorded.Handle.of(
                                fields.containsKey(CallField.HOLD),
                                fields.containsKey(CallField.WORK))
                        : Recorded.Handle.WHOLE;
        var resolution = Recorded.Resolution.NONE;
        if (marks(fields)) {
            resolution = Recorded.Resolution.MARK;
        } else if (!resolvedOutcomes(binding).isEmpty()) {
            resolution = Recorded.Resolution.OUTCOME;
        }
        return new Recorded(handle, resolution, fields.containsKey(CallField.CALLS));
    }

    private static boolean marks(Map<CallField, Binding.Bound> fields) {
        return fields.containsKey(CallField.RESOLVED)
                || fields.containsKey(CallField.RESOLVED_CALLS)
                || fields.containsKey(CallField.RESOLVED_SHARE);
    }

    /** The outcomes that mean that a call was resolved; empty where they do not tell. */
    public static List<String> resolvedOutcomes(Binding binding) {
        Binding.Bound outcome = binding.bound(CallField.OUTCOME);
        return outcome == null ? List.of() : outcome.rule().yes();
    }

    private static Set<CallExtra> kept(Binding binding) {
        Map<CallField, Binding.Bound> fields = binding.fields();
        Set<CallExtra> kept = EnumSet.noneOf(CallExtra.class);
        if (fields.containsKey(CallField.CUSTOMER)) {
            kept.add(CallExtra.CUSTOMER);
        }
        if (fields.containsKey(CallField.RATING)) {
            kept.add(CallExtra.RATING);
        }
        if (fields.containsKey(CallField.CALLS)) {
            kept.add(CallExtra.COUNT);
        }
        if (marks(fields)) {
            kept.add(CallExtra.RESOLVED);
        }
        if (fields.containsKey(CallField.RECORDING)) {
            kept.add(CallExtra.RECORDING);
        }
        return kept;
    }
}
