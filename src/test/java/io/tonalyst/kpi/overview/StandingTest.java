// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.CallLogReader;
import io.tonalyst.kpi.CallTotals;
import io.tonalyst.kpi.DaySums;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.LatestDaySums;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.MeasureFormula;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ranks and medians against the plain way to find them, and the sums they are made of. */
class StandingTest {
    @TempDir Path folder;

    private CallLog log;

    @BeforeEach
    void read() throws Exception {
        var random = new Random(3);
        var text =
                new StringBuilder(
                        "Agent_ID,Call_Date,Talk_Time,After_Call_Work_Time,Queue_Time,"
                                + "Call_resolution_ID,Call_Type_ID,Plan_ID\n");
        for (int i = 0; i < 2000; i++) {
            text.append(
                    "%d,%s 00:00:00,%d,0,1,Resolution%d,T%d,P\n"
                            .formatted(
                                    1 + random.nextInt(9),
                                    LocalDate.of(2017, 1, 20).plusDays(random.nextInt(50)),
                                    random.nextInt(900),
                                    1 + random.nextInt(2),
                                    random.nextInt(3)));
        }
        Path file = Files.writeString(folder.resolve("log.csv"), text);
        log = CallLogReader.read(file, new CancelToken(), ProgressSink.NONE).log();
    }

    @Test
    void ranksAndMediansAreThoseOfThePlainCalculation() {
        var random = new Random(1);
        for (int agents = 1; agents < 12; agents++) {
            for (Measure measure : new Measure[] {Measure.AHT, Measure.FCR}) {
                var formula = MeasureFormula.of(measure, Definition.STANDARD, CallFilter.NONE, log);
                List<CallTotals> totals = new ArrayList<>();
                for (int i = 0; i < agents; i++) {
                    int calls = random.nextInt(4);
                    int resolved = calls == 0 ? 0 : random.nextInt(calls);
                    totals.add(
                            new CallTotals(
                                    calls, 100.0 * resolved, 0, 0, 0, 0, 0, calls, resolved, 0, 0));
                }
                List<Standing> found = Standing.of(formula, totals);
                double[] values = found.stream().mapToDouble(s -> s.estimate().value()).toArray();
                for (int i = 0; i < agents; i++) {
                    assertThat(found.get(i).rank()).isEqualTo(plainRank(measure, values, i));
                    assertThat(found.get(i).peerMedian())
                            .isEqualTo((Double) plainMedian(values, i));
                }
            }
        }
    }

    private static int plainRank(Measure measure, double[] values, int of) {
        int rank = Double.isNaN(values[of]) ? 0 : 1;
        for (double value : values) {
            if (measure.higherIsWorse() ? value < values[of] : value > values[of]) {
                rank++;
            }
        }
        return rank;
    }

    private static double plainMedian(double[] values, int without) {
        List<Double> others = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (i != without && !Double.isNaN(values[i])) {
                others.add(values[i]);
            }
        }
        others.sort(null);
        int n = others.size();
        return n == 0
                ? Double.NaN
                : n % 2 == 1 ? others.get(n / 2) : (others.get(n / 2 - 1) + others.get(n / 2)) / 2;
    }

    @Test
    void daysAddUpToTheSumsOfEachMonth() {
        for (CallFilter filter :
                List.of(CallFilter.NONE, CallFilter.NONE.between(LocalDate.of(2017, 2, 3), null))) {
            DaySums sums = DaySums.of(log, filter);
            assertThat(sums.first())
                    .isEqualTo(filter.from() == null ? LocalDate.of(2017, 1, 20) : filter.from());
            for (DaySums.Agent agent : sums.agents()) {
                assertThat(agent.days())
                        .isSortedAccordingTo((a, b) -> Integer.compare(a.epochDay(), b.epochDay()))
                        .allSatisfy(
                                day ->
                                        assertThat(day.date().toEpochDay())
                                                .isEqualTo(day.epochDay()));
                for (YearMonth month : log.months(agent.number())) {
                    var whole = log.totals(log.calls(agent.number(), month), filter);
                    var summed =
                            agent.days().stream()
                                    .filter(day -> YearMonth.from(day.date()).equals(month))
                                    .map(DaySums.Day::totals)
                                    .reduce(CallTotals.NONE, CallTotals::plus);
                    assertThat(summed).isEqualTo(whole);
                }
            }
        }
    }

    @Test
    void theLastSumsAreKept() {
        var latest = new LatestDaySums();
        DaySums all = latest.of(log, CallFilter.NONE);
        assertThat(latest.of(log, CallFilter.NONE)).isSameAs(all);
        CallFilter some = CallFilter.NONE.between(LocalDate.of(2017, 2, 3), null);
        assertThat(latest.of(log, some)).isNotSameAs(all);
        assertThat(latest.of(log, CallFilter.NONE)).isNotSameAs(all);
    }
}
