// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import io.tonalyst.kpi.table.DelimitedRows;
import io.tonalyst.kpi.table.TableException;
import io.tonalyst.kpi.table.TableRows;
import io.tonalyst.kpi.table.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads daily figures that have been computed elsewhere: the columns {@code date, calls,
 * resolved_by_agent, mean_talk_time_s}, one row a day in any order. Nothing is passed over: a row
 * that cannot be read is an error.
 */
public final class KpiSeriesReader {
    /** Days a file may hold, about ten years. */
    public static final int MAX_DAYS = 3653;

    private static final List<String> COLUMNS =
            List.of("date", "calls", "resolved_by_agent", "mean_talk_time_s");

    private KpiSeriesReader() {}

    /**
     * Reads a series over the whole months its days lie in. Handle time is the mean talk time, for
     * the file has no more.
     *
     * @param measure {@link Measure#ANGRY} is not in such files
     * @throws CallLogException if the file cannot be read or is not such a series
     */
    public static KpiSeries read(Path path, Measure measure) throws CallLogException {
        try (var file = TextTable.open(path)) {
            file.header().require(file.name(), COLUMNS);
            MeasureFormula formula = MeasureFormula.ofDaily(measure);
            var points = new TreeMap<LocalDate, KpiPoint>();
            DelimitedRows rows = file.rows();
            TableRows.Outcome outcome;
            while ((outcome = rows.next()) != TableRows.Outcome.END) {
                if (outcome != TableRows.Outcome.ROW || rows.fields() != file.header().size()) {
                    throw bad(file, "cannot be split into the columns of the first line");
                }
                KpiPoint point = point(file, formula);
                if (points.put(point.date(), point) != null) {
                    throw bad(file, "repeats the day " + point.date());
                }
                if (points.size() > MAX_DAYS) {
                    throw bad(file, "is one more than the " + MAX_DAYS + " days a series may have");
                }
            }
            if (points.isEmpty()) {
                throw new CallLogException(file.name() + " holds column names but no days.");
            }
            return KpiSeries.of(
                    String.valueOf(path.getFileName()).replaceFirst("\\.csv$", ""),
                    formula,
                    YearMonth.from(points.firstKey()),
                    YearMonth.from(points.lastKey()),
                    List.copyOf(points.values()),
                    new double[0]);
        } catch (TableException e) {
            throw CallLogException.of(e);
        } catch (IOException e) {
            throw CallLogException.of(TableException.of(path.toString(), e));
        }
    }

    private static KpiPoint point(TextTable file, MeasureFormula formula) throws CallLogException {
        var fields = new Fields();
        DelimitedRows rows = file.rows();
        byte[] bytes = rows.buffer();
        int[] at = COLUMNS.stream().mapToInt(file.header()::field).toArray();
        long time = fields.dateTime(bytes, rows.start(at[0]), rows.end(at[0]));
        if (time == Fields.NO_DATE) {
            throw bad(file, "has no date of the form 2017-01-31");
        }
        int calls = fields.wholeNumber(bytes, rows.start(at[1]), rows.end(at[1]));
        int resolved = fields.wholeNumber(bytes, rows.start(at[2]), rows.end(at[2]));
        double mean = seconds(rows.text(at[3]));
        if (calls < 1 || resolved < 0 || resolved > calls || Double.isNaN(mean)) {
            throw bad(
                    file,
                    "needs at least 1 call, not more resolved than calls, and a mean talk time"
                            + " from 0 to 86400 s");
        }
        var sums =
                new CallTotals(
                        calls,
                        mean * calls,
                        0,
                        0,
                        0,
                        Double.NaN,
                        Double.NaN,
                        calls,
                        resolved,
                        0,
                        0);
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(time, 86_400L));
        Estimate estimate = formula.estimate(sums);
        return new KpiPoint(
                date, formula.measure() == Measure.AHT ? Estimate.exact(mean) : estimate, sums);
    }

    /** NaN for no number or one outside the range. */
    private static double seconds(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return value >= 0 && value <= Fields.MAX_SECONDS ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static CallLogException bad(TextTable file, String what) {
        return new CallLogException(
                "Row %d of %s %s.".formatted(file.rows().row(), file.name(), what));
    }
}
