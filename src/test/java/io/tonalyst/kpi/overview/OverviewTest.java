// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.source.LogOpener;
import io.tonalyst.kpi.source.MappingStore;
import io.tonalyst.kpi.source.Presets;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every figure against a plain calculation in decimals over the lines of the same file. */
class OverviewTest {
    @TempDir Path folder;

    /** One call as it was written. */
    private record Line(
            int agent, LocalDate day, int talk, int work, boolean resolved, String emotion) {}

    private final List<Line> lines = new ArrayList<>();
    private CallLog log;

    @BeforeEach
    void write() throws Exception {
        var random = new Random(5);
        var text =
                new StringBuilder(
                        "Agent_ID,Call_Date,Talk_Time,After_Call_Work_Time,Queue_Time,"
                                + "Call_resolution_ID,Call_Type_ID,Plan_ID,Emotion\n");
        for (int i = 0; i < 6000; i++) {
            int agent = 100 + random.nextInt(5);
            boolean worse = agent == 104;
            var line =
                    new Line(
                            agent,
                            LocalDate.of(2016, 12, 20).plusDays(random.nextInt(120)),
                            random.nextInt(1200) + (worse ? 500 : 0),
                            random.nextInt(400),
                            random.nextInt(100) < (worse ? 40 : 78),
                            new String[] {"anger", "neutral", ""}[random.nextInt(3)]);
            lines.add(line);
            text.append(
                    "%d,%s 00:00:00,%d,%d,7,Resolution%d,Type10,P,%s\n"
                            .formatted(
                                    line.agent(),
                                    line.day(),
                                    line.talk(),
                                    line.work(),
                                    line.resolved() ? 1 : 2,
                                    line.emotion()));
        }
        Path file = Files.writeString(folder.resolve("log.csv"), text);
        log =
                new LogOpener(new MappingStore(folder.resolve("mappings"), new Presets()))
                        .open(file, new CancelToken(), ProgressSink.NONE)
                        .log();
    }

    @Test
    void figuresOfEveryPeriodAreThoseOfAPlainCalculation() {
        for (Measure measure : Measure.values()) {
            for (Definition definition : Definition.values()) {
                for (Granularity granularity : Granularity.values()) {
                    check(measure, definition, granularity);
                }
            }
        }
    }

    private void check(Measure measure, Definition definition, Granularity granularity) {
        Overview made = overview(measure, definition, granularity, OptionalDouble.empty());
        assertThat(made.agents()).hasSize(5);
        for (Overview.Agent agent : made.agents()) {
            List<Line> own =
                    lines.stream().filter(l -> agent.code().equals("" + l.agent())).toList();
            Map<String, List<Line>> periods =
                    own.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            l -> label(granularity, l.day()),
                                            TreeMap::new,
                                            Collectors.toList()));
            assertThat(agent.standing().estimate().value())
                    .isCloseTo(plain(measure, definition, own), within(1e-9));
            List<String> expected =
                    periods.entrySet().stream()
                            .filter(e -> !Double.isNaN(plain(measure, definition, e.getValue())))
                            .map(Map.Entry::getKey)
                            .toList();
            assertThat(agent.trend().points().stream().map(Trend.Point::label))
                    .containsExactlyElementsOf(expected);
            for (Trend.Point point : agent.trend().points()) {
                assertThat(point.value())
                        .isCloseTo(
                                plain(measure, definition, periods.get(point.label())),
                                within(1e-9));
            }
        }
    }

    /** The figure in decimals, by its definition in words. */
    private static double plain(Measure measure, Definition definition, List<Line> calls) {
        long labelled = calls.stream().filter(l -> !l.emotion().isEmpty()).count();
        long angry = calls.stream().filter(l -> l.emotion().equals("anger")).count();
        long resolved = calls.stream().filter(Line::resolved).count();
        long talk = calls.stream().mapToLong(Line::talk).sum();
        long work = calls.stream().mapToLong(Line::work).sum();
        return switch (measure) {
            case CALLS -> calls.size();
            case AHT ->
                    quotient(definition == Definition.VOLAPHONE ? talk : talk + work, calls.size());
            case FCR -> quotient(100 * resolved, calls.size());
            case ANGRY -> labelled == 0 ? Double.NaN : quotient(100 * angry, labelled);
            case ANGRY_MEASURED, VALENCE, VALENCE_CHANGE -> Double.NaN;
        };
    }

    private static double quotient(long one, long other) {
        return BigDecimal.valueOf(one)
                .divide(BigDecimal.valueOf(other), MathContext.DECIMAL128)
                .doubleValue();
    }

    /** ISO weeks by the rule of the Thursday, without the library's. */
    private static String label(Granularity granularity, LocalDate day) {
        return switch (granularity) {
            case DAY -> day.toString();
            case MONTH -> day.toString().substring(0, 7);
            case WEEK -> {
                LocalDate thursday = day.minusDays(day.getDayOfWeek().getValue() - 1L).plusDays(3);
                yield "%d-W%02d"
                        .formatted(thursday.getYear(), (thursday.getDayOfYear() - 1) / 7 + 1);
            }
        };
    }

    @Test
    void weeksAreIsoWeeks() {
        assertThat(Granularity.WEEK.label(Granularity.WEEK.first(LocalDate.of(2017, 1, 1))))
                .as("a Sunday belongs to the old year")
                .isEqualTo("2016-W52");
        assertThat(Granularity.WEEK.label(Granularity.WEEK.first(LocalDate.of(2018, 12, 31))))
                .isEqualTo("2019-W01");
        assertThat(Granularity.WEEK.label(Granularity.WEEK.first(LocalDate.of(2021, 1, 3))))
                .isEqualTo("2020-W53");
        assertThat(Granularity.WEEK.first(LocalDate.of(2017, 1, 8)).getDayOfWeek())
                .isEqualTo(DayOfWeek.MONDAY);
    }

    @Test
    void ranksMediansAndVerdictsFollowTheFigures() {
        Overview made =
                overview(Measure.FCR, Definition.STANDARD, Granularity.WEEK, OptionalDouble.of(60));
        List<Overview.Agent> agents = made.agents();
        assertThat(agents)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(a -> -a.standing().estimate().value()));
        assertThat(agents.getLast().code()).isEqualTo("104");
        assertThat(agents.getLast().standing().rank()).isEqualTo(5);
        assertThat(agents.getLast().standing().verdict()).isEqualTo(Standing.Verdict.WORSE);
        assertThat(agents.getLast().missesTarget()).isTrue();
        assertThat(agents.getFirst().missesTarget()).isFalse();
        double[] others =
                agents.stream()
                        .filter(a -> !a.code().equals("104"))
                        .mapToDouble(a -> a.standing().estimate().value())
                        .sorted()
                        .toArray();
        assertThat(agents.getLast().standing().peerMedian())
                .isCloseTo((others[1] + others[2]) / 2, within(1e-9));
        for (Trend.Point point : agents.getLast().trend().points()) {
            assertThat(point.signals().contains(Signal.MISSES_TARGET))
                    .isEqualTo(point.estimate().high() < 60);
        }
    }

    @Test
    void defaultTargetsAreTheReferenceOrTheMedian() {
        assertThat(overview(Measure.FCR, Definition.STANDARD).target()).isEqualTo(75);
        assertThat(overview(Measure.AHT, Definition.VOLAPHONE).target()).isEqualTo(900);
        Overview own = overview(Measure.AHT, Definition.STANDARD);
        double[] values =
                own.agents().stream()
                        .mapToDouble(a -> a.standing().estimate().value())
                        .sorted()
                        .toArray();
        assertThat(own.target()).isEqualTo(values[2]);
        assertThat(own.targetText()).isEqualTo("median of the agents");
    }

    @Test
    void filtersHold() {
        var filter = CallFilter.NONE.between(LocalDate.of(2017, 1, 2), LocalDate.of(2017, 1, 15));
        Overview made =
                Overview.of(
                        log,
                        new OverviewQuery(
                                Measure.CALLS,
                                Definition.STANDARD,
                                filter,
                                Granularity.WEEK,
                                OptionalDouble.empty()));
        long expected =
                lines.stream()
                        .filter(
                                l ->
                                        !l.day().isBefore(LocalDate.of(2017, 1, 2))
                                                && !l.day().isAfter(LocalDate.of(2017, 1, 15)))
                        .count();
        assertThat(made.agents().stream().mapToLong(a -> a.standing().totals().calls()).sum())
                .isEqualTo(expected);
        assertThat(made.agents().getFirst().trend().points())
                .extracting(Trend.Point::label)
                .containsExactly("2017-W01", "2017-W02");
        assertThat(made.agents().getFirst().trend().centre()).isNaN();
    }

    /**
     * D. C. Montgomery, Introduction to Statistical Quality Control, 6th ed., tables 7.1 (orange
     * juice cans, samples of 50: p = 0.2313, limits 0.0524 and 0.4102) and 6.6 (viscosity of paint
     * primer: mean 33.52, mean moving range 0.48, limits 32.24 and 34.80).
     */
    @Test
    void controlLimitsAreThePublishedOnes() {
        int[] hits = {
            12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15,
            9, 12, 7, 13, 9, 6
        };
        int[] n = new int[hits.length];
        Arrays.fill(n, 50);
        ControlLimits rate = ControlLimits.ofRate(hits, n);
        assertThat(rate.centre()).isCloseTo(23.13, within(0.01));
        assertThat(rate.low().getFirst()).isCloseTo(5.24, within(0.01));
        assertThat(rate.high().get(29)).isCloseTo(41.02, within(0.01));
        double[] viscosity = {
            33.75, 33.05, 34.00, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.20, 33.62, 33.00,
            33.54, 33.12, 33.84
        };
        ControlLimits values = ControlLimits.ofValues(viscosity);
        assertThat(values.centre()).isCloseTo(33.52, within(0.005));
        assertThat(values.low().getFirst()).isCloseTo(32.24, within(0.02));
        assertThat(values.high().get(14)).isCloseTo(34.80, within(0.02));
        assertThat(ControlLimits.ofValues(new double[7]).areKnown()).isFalse();
    }

    private Overview overview(Measure measure, Definition definition) {
        return overview(measure, definition, Granularity.MONTH, OptionalDouble.empty());
    }

    private Overview overview(
            Measure measure,
            Definition definition,
            Granularity granularity,
            OptionalDouble target) {
        return Overview.of(
                log, new OverviewQuery(measure, definition, CallFilter.NONE, granularity, target));
    }
}
