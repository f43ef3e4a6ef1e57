// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class CallLogGeneratorTest {
    private static final long ROWS = 120_000;

    private record Row(
            String agent, String date, int talk, int work, int queue, String outcome, String mood) {
        static Row parse(String line) {
            String[] cells = line.split(",", -1);
            assertThat(cells).hasSize(9);
            return new Row(
                    cells[0],
                    cells[1],
                    Integer.parseInt(cells[2]),
                    Integer.parseInt(cells[3]),
                    Integer.parseInt(cells[4]),
                    cells[5],
                    cells[8]);
        }
    }

    private static List<String> lines(long rows, long seed) throws IOException {
        StringWriter out = new StringWriter();
        new CallLogGenerator(seed).write(out, rows, new CancelToken(), ProgressSink.NONE);
        return out.toString().lines().toList();
    }

    @Test
    void hasTheStatisticsOfTheRealLog() throws IOException {
        List<Row> rows = lines(ROWS, 5).stream().skip(1).map(Row::parse).toList();
        assertThat(rows).hasSize((int) ROWS);
        assertMoments(rows, Row::talk, 849.3, 587);
        assertMoments(rows, Row::work, 246.5, 179);
        assertMoments(rows, Row::queue, 15.6, 9.4);
        double resolved = share(rows, "Resolution1", Row::outcome);
        assertThat(resolved).isCloseTo(0.7504, within(0.006));
        assertThat(share(rows, "anger", Row::mood)).isCloseTo(177.0 / 587, within(0.006));
        assertThat(share(rows, "neutral", Row::mood)).isCloseTo(312.0 / 587, within(0.006));
        assertThat(rows.getFirst().date()).startsWith("2017-01-01 08:");
        assertThat(rows.getLast().date()).startsWith("2019-06-30 ");
        assertThat(rows).extracting(Row::agent).contains("14270", "26210", "32400");
        assertThat(rows).allMatch(r -> r.talk() > 0 && r.work() >= 0 && r.queue() >= 0);
    }

    @Test
    void agentsTakeFourToElevenCallsOnAboutFiveDaysAWeek() throws IOException {
        Map<String, Integer> days = new HashMap<>();
        lines(ROWS, 5).stream()
                .skip(1)
                .map(Row::parse)
                .forEach(r -> days.merge(r.agent() + r.date().substring(0, 10), 1, Integer::sum));
        assertThat(days.values()).allMatch(n -> n >= 4 && n <= 11);
        long agents = days.keySet().stream().map(k -> k.substring(0, 5)).distinct().count();
        double weeks = CallPlan.LAST_DAY.toEpochDay() - CallPlan.FIRST_DAY.toEpochDay() + 1;
        assertThat(days.size() / (agents * weeks / 7)).isBetween(4.3, 5.0);
    }

    @Test
    void agent32400HasABadWeek() throws IOException {
        List<Row> rows =
                lines(21_500, SampleFiles.DEFAULT_SEED).stream()
                        .skip(1)
                        .map(Row::parse)
                        .filter(r -> r.agent().equals("32400") && r.date().startsWith("2017-01"))
                        .toList();
        List<Row> bad = rows.stream().filter(CallLogGeneratorTest::isInBadWeek).toList();
        List<Row> rest = rows.stream().filter(r -> !isInBadWeek(r)).toList();
        assertThat(bad.size()).isGreaterThan(20);
        assertThat(mean(bad, Row::talk)).isGreaterThan(1.4 * mean(rest, Row::talk));
        assertThat(share(bad, "Resolution1", Row::outcome))
                .isLessThan(share(rest, "Resolution1", Row::outcome) - 0.15);
    }

    @Test
    void hasExactlyTheRowsAskedForAndTheSameForTheSameSeed() throws IOException {
        for (long rows : new long[] {1, 37, 4_301, 9_999}) {
            assertThat(lines(rows, 8)).hasSize((int) rows + 1);
        }
        assertThat(lines(2_000, 8)).isEqualTo(lines(2_000, 8)).isNotEqualTo(lines(2_000, 9));
    }

    @Test
    void refusesSizesOutsideItsRangeAndStopsWhenCancelled() {
        assertThatThrownBy(() -> lines(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> lines(CallLogGenerator.MAX_ROWS + 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        assertThatThrownBy(
                        () ->
                                new CallLogGenerator(1)
                                        .write(new StringWriter(), 100, cancel, ProgressSink.NONE))
                .isInstanceOf(CancellationException.class);
    }

    private static boolean isInBadWeek(Row row) {
        int day = Integer.parseInt(row.date().substring(8, 10));
        return day >= 16 && day <= 22;
    }

    private static void assertMoments(
            List<Row> rows, ToDoubleFunction<Row> value, double mean, double deviation) {
        double measured = mean(rows, value);
        assertThat(measured).isCloseTo(mean, within(0.015 * mean));
        double variance =
                rows.stream()
                        .mapToDouble(value)
                        .map(v -> (v - measured) * (v - measured))
                        .average()
                        .orElseThrow();
        assertThat(Math.sqrt(variance)).isCloseTo(deviation, within(0.02 * deviation));
    }

    private static double mean(List<Row> rows, ToDoubleFunction<Row> value) {
        return rows.stream().mapToDouble(value).average().orElseThrow();
    }

    private static double share(
            List<Row> rows, String value, java.util.function.Function<Row, String> column) {
        return rows.stream().filter(r -> column.apply(r).equals(value)).count()
                / (double) rows.size();
    }
}
