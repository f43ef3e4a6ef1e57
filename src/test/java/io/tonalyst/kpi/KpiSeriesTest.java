// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares every series of a random log with a plain calculation over a list of calls. */
class KpiSeriesTest {
    @TempDir static Path folder;

    private static final List<Call> CALLS = new ArrayList<>();
    private static CallLog log;

    private record Call(
            int agent, LocalDate date, int talk, int acw, int queue, String outcome, String label) {
        double handle() {
            return talk + acw;
        }
    }

    @BeforeAll
    static void makeLog() throws Exception {
        var random = new Random(20_170_101);
        int[] agents = {32400, 14270, 26210, 7, 2_000_000_000};
        String[] labels = {"anger", "sadness", "neutral", ""};
        var text =
                new StringBuilder(
                        "Plan_ID,Agent_ID,Call_Date,Talk_Time,After_Call_Work_Time,Queue_Time,"
                                + "Call_resolution_ID,Call_Type_ID,Emotion\n");
        for (int i = 0; i < 4000; i++) {
            var call =
                    new Call(
                            agents[random.nextInt(agents.length)],
                            LocalDate.of(2016, 11, 20).plusDays(random.nextInt(110)),
                            random.nextInt(3000),
                            random.nextInt(900),
                            random.nextInt(60),
                            "Resolution" + (1 + random.nextInt(3)),
                            labels[random.nextInt(labels.length)]);
            CALLS.add(call);
            text.append(
                    "P1,%d,%s 00:00:00,%d,%d,%d,%s,Type10,%s\n"
                            .formatted(
                                    call.agent,
                                    call.date,
                                    call.talk,
                                    call.acw,
                                    call.queue,
                                    call.outcome,
                                    call.label));
        }
        Path file = Files.writeString(folder.resolve("log.csv"), text);
        log = CallLogReader.read(file, new CancelToken(), ProgressSink.NONE).log();
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void everySeriesAgreesWithAPlainCalculation(Measure measure) {
        for (Definition definition : Definition.values()) {
            for (int agent : log.agents()) {
                for (YearMonth month : log.months(agent)) {
                    check(new KpiQuery(agent, month, measure, definition), call -> true);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void everyFilteredSeriesAgreesWithAPlainCalculation(Measure measure) {
        LocalDate from = LocalDate.of(2016, 12, 10);
        LocalDate to = LocalDate.of(2017, 1, 20);
        CallFilter filter =
                CallFilter.NONE
                        .with(CallDimension.OUTCOME, Set.of("Resolution1", "Resolution3"))
                        .with(CallDimension.EMOTION, Set.of("anger", "neutral"))
                        .between(from, to);
        Predicate<Call> same =
                c ->
                        !c.outcome.equals("Resolution2")
                                && (c.label.equals("anger") || c.label.equals("neutral"))
                                && !c.date.isBefore(from)
                                && !c.date.isAfter(to);
        for (int agent : log.agents()) {
            for (YearMonth month : log.months(agent)) {
                check(new KpiQuery(agent, month, measure, Definition.STANDARD, filter), same);
            }
        }
    }

    @Test
    void aFilterByAgentLimitsThePeersAndIsToldOf() {
        CallFilter filter =
                CallFilter.NONE.with(CallDimension.AGENT, Set.of("7", "14270", "32400"));
        var month = YearMonth.of(2017, 1);
        KpiSeries series =
                KpiSeries.of(log, new KpiQuery(7, month, Measure.AHT, Definition.STANDARD, filter));
        assertThat(series.peers()).isEqualTo(2);
        assertThat(series.notes()).contains("Filtered: Agent: 14270 or 32400 or 7.");
        var none = new KpiQuery(26210, month, Measure.AHT, Definition.STANDARD, filter);
        assertThat(none.problem(log).orElse(""))
                .startsWith("No call of agent 26210 in January 2017 passes the filter");
        assertThat(KpiSeries.of(log, none).points()).isEmpty();
    }

    @Test
    void filtersThatMakeNoSenseAreExplained() {
        assertThat(CallFilter.NONE.with(CallDimension.OUTCOME, Set.of("Solved")).problem(log))
                .contains(
                        "No call has the resolution 'Solved'; there are Resolution1, Resolution2,"
                                + " Resolution3.");
        assertThat(CallFilter.NONE.with(CallDimension.TEAM, Set.of("A")).problem(log))
                .contains("The call log does not record the team.");
        assertThat(
                        CallFilter.NONE
                                .between(LocalDate.of(2017, 2, 1), LocalDate.of(2017, 1, 1))
                                .problem(log)
                                .orElse(""))
                .startsWith("The filter ends on 2017-01-01, before");
        assertThat(CallFilter.NONE.with(CallDimension.OUTCOME, Set.of()))
                .isEqualTo(CallFilter.NONE);
        assertThat(CallFilter.NONE.with(CallDimension.PLAN, Set.of("P1", "P9")).within(log))
                .isEqualTo(CallFilter.NONE.with(CallDimension.PLAN, Set.of("P1")));
    }

    private static void check(KpiQuery query, Predicate<Call> counts) {
        var plain = plain(query.measure(), query.definition());
        var days =
                ofMonth(query.agent(), query.month()).stream()
                        .filter(counts)
                        .collect(
                                Collectors.groupingBy(
                                        Call::date, TreeMap::new, Collectors.toList()));
        days.values().removeIf(calls -> Double.isNaN(plain.applyAsDouble(calls)));
        KpiSeries series = KpiSeries.of(log, query);
        assertThat(series.points())
                .extracting(KpiPoint::date)
                .containsExactlyElementsOf(days.keySet());
        for (KpiPoint point : series.points()) {
            List<Call> calls = days.get(point.date());
            assertThat(point.value()).isCloseTo(plain.applyAsDouble(calls), within(1e-9));
            assertThat(point.totals().calls()).isEqualTo(calls.size());
            assertThat((long) point.calls())
                    .isEqualTo(
                            query.measure() == Measure.ANGRY
                                    ? calls.stream().filter(c -> !c.label.isEmpty()).count()
                                    : calls.size());
            assertThat(point.totals().queueS())
                    .isEqualTo(calls.stream().mapToDouble(Call::queue).sum());
            if (point.estimate().hasBand()) {
                assertThat(point.value()).isBetween(point.low(), point.high());
            }
        }
        List<Call> all = days.values().stream().flatMap(List::stream).toList();
        if (!all.isEmpty()) {
            assertThat(series.total().value()).isCloseTo(plain.applyAsDouble(all), within(1e-9));
        }
        assertThat(series.days()).isEqualTo(query.month().lengthOfMonth());
    }

    private static List<Call> ofMonth(int agent, YearMonth month) {
        return CALLS.stream()
                .filter(c -> c.agent == agent && YearMonth.from(c.date).equals(month))
                .toList();
    }

    private static ToDoubleFunction<List<Call>> plain(Measure measure, Definition definition) {
        return switch (measure) {
            case AHT ->
                    calls ->
                            calls.stream()
                                    .mapToDouble(
                                            definition == Definition.VOLAPHONE
                                                    ? Call::talk
                                                    : Call::handle)
                                    .average()
                                    .orElse(Double.NaN);
            case FCR ->
                    calls ->
                            100.0
                                    * calls.stream()
                                            .filter(c -> c.outcome.equals("Resolution1"))
                                            .count()
                                    / calls.size();
            case CALLS -> List::size;
            case ANGRY_MEASURED, VALENCE, VALENCE_CHANGE -> calls -> Double.NaN;
            case ANGRY ->
                    calls -> {
                        var labelled = calls.stream().filter(c -> !c.label.isEmpty()).toList();
                        return labelled.isEmpty()
                                ? Double.NaN
                                : 100.0
                                        * labelled.stream()
                                                .filter(c -> c.label.equals("anger"))
                                                .count()
                                        / labelled.size();
                    };
        };
    }

    @Test
    void theStandardErrorIsThatOfTheCalls() {
        var query = query(32400, 2017, 1, Measure.AHT);
        KpiPoint point = KpiSeries.of(log, query).points().getFirst();
        double[] handle =
                CALLS.stream()
                        .filter(c -> c.agent == 32400 && c.date.equals(point.date()))
                        .mapToDouble(Call::handle)
                        .toArray();
        double mean = java.util.Arrays.stream(handle).average().orElseThrow();
        double squares = java.util.Arrays.stream(handle).map(x -> (x - mean) * (x - mean)).sum();
        assertThat(point.estimate().standardError())
                .isCloseTo(Math.sqrt(squares / (handle.length - 1) / handle.length), within(1e-6));
    }

    @Test
    void thePeersMedianLeavesTheAgentOut() {
        var month = YearMonth.of(2017, 1);
        KpiSeries series = KpiSeries.of(log, query(32400, 2017, 1, Measure.AHT));
        double[] others =
                CALLS.stream()
                        .map(Call::agent)
                        .distinct()
                        .filter(agent -> agent != 32400)
                        .mapToDouble(
                                agent ->
                                        ofMonth(agent, month).stream()
                                                .mapToDouble(Call::handle)
                                                .average()
                                                .orElseThrow())
                        .sorted()
                        .toArray();
        assertThat(series.peers()).isEqualTo(4);
        assertThat(series.peerMedian().orElseThrow())
                .isCloseTo((others[1] + others[2]) / 2, within(1e-9));
        assertThat(series.defaultThreshold())
                .isEqualTo(Math.rint(series.peerMedian().orElseThrow()));
    }

    @Test
    void formulasSayWhatIsInThem() {
        assertThat(KpiSeries.of(log, query(7, 2017, 1, Measure.AHT)).formula())
                .contains("talk + after-call work, hold not recorded");
        assertThat(KpiSeries.of(log, query(7, 2017, 1, Measure.FCR)).formula())
                .startsWith("Resolution rate (FCR proxy)");
        assertThat(KpiSeries.of(log, query(7, 2017, 1, Measure.ANGRY)).notes().getFirst())
                .startsWith("Not measured")
                .contains("drawn at random");
        var volaphone = new KpiQuery(7, YearMonth.of(2017, 1), Measure.AHT, Definition.VOLAPHONE);
        KpiSeries series = KpiSeries.of(log, volaphone);
        assertThat(series.formula()).contains("VolaPhone reference").contains("talk only");
        assertThat(series.defaultThreshold()).isEqualTo(900);
        assertThat(series.title()).isEqualTo("Agent 7, January 2017, AHT");
    }

    @Test
    void whatIsNotInTheLogIsSaidInOneSentence() {
        assertThat(query(32400, 2017, 1, Measure.AHT).problem(log)).isEmpty();
        assertThat(query(99, 2017, 1, Measure.AHT).problem(log))
                .contains(
                        "Agent 99 is not in the call log, which holds 5 agents from 7 to 2000000000.");
        assertThat(query(7, 2020, 2, Measure.AHT).problem(log))
                .contains(
                        "Agent 7 has no calls in February 2020; the calls of this agent lie between"
                                + " November 2016 and March 2017.");
        assertThat(KpiSeries.of(log, query(99, 2017, 1, Measure.AHT)).points()).isEmpty();
    }

    @Test
    void theCallsOfADayAreFoundAgain() {
        LocalDate date = LocalDate.of(2017, 1, 9);
        int[] rows = log.callsOn(14270, date);
        assertThat(rows)
                .hasSize(
                        (int)
                                CALLS.stream()
                                        .filter(c -> c.agent == 14270 && c.date.equals(date))
                                        .count());
        for (int row : rows) {
            assertThat(log.agent(row)).isEqualTo(14270);
            assertThat(log.date(row)).isEqualTo(date);
        }
    }

    private static KpiQuery query(int agent, int year, int month, Measure measure) {
        return new KpiQuery(agent, YearMonth.of(year, month), measure, Definition.STANDARD);
    }
}
