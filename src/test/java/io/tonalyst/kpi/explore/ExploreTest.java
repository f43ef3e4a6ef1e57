// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.source.LogOpener;
import io.tonalyst.kpi.source.MappingStore;
import io.tonalyst.kpi.source.Presets;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every figure against a plain calculation over the lines of the same file. */
class ExploreTest {
    private static final String[] EMOTIONS = {"anger", "neutral", "sadness", ""};

    @TempDir Path folder;

    private final List<String[]> rows = new ArrayList<>();
    private CallLog log;

    @BeforeEach
    void write() throws Exception {
        var random = new Random(11);
        var text =
                new StringBuilder(
                        "Agent_ID,Call_Date,Talk_Time,After_Call_Work_Time,Queue_Time,"
                                + "Call_resolution_ID,Call_Type_ID,Plan_ID,Emotion\n");
        for (int i = 0; i < 4000; i++) {
            String[] row = {
                "" + (100 + random.nextInt(7)),
                "2017-%02d-%02d 00:00:00".formatted(1 + random.nextInt(3), 1 + random.nextInt(28)),
                "" + random.nextInt(1800),
                "" + random.nextInt(500),
                "" + random.nextInt(60),
                "Resolution" + (1 + random.nextInt(3)),
                "Type" + (1 + random.nextInt(5)) + "0",
                "Plan" + random.nextInt(3),
                EMOTIONS[random.nextInt(4)]
            };
            rows.add(row);
            text.append(String.join(",", row)).append('\n');
        }
        Path file = Files.writeString(folder.resolve("log.csv"), text);
        log =
                new LogOpener(new MappingStore(folder.resolve("mappings"), new Presets()))
                        .open(file, new CancelToken(), ProgressSink.NONE)
                        .log();
    }

    @Test
    void groupsAreThoseOfAPlainCalculation() {
        compare(CallDimension.AGENT, Figure.HANDLE, r -> r[0], r -> num(r, 2) + num(r, 3));
        compare(CallDimension.CALL_TYPE, Figure.TALK, r -> r[6], r -> num(r, 2));
        compare(CallDimension.OUTCOME, Figure.WAIT, r -> r[5], r -> num(r, 4));
        compare(CallDimension.PLAN, Figure.WORK, r -> r[7], r -> num(r, 3));
        compare(
                CallDimension.AGENT,
                Figure.RESOLUTION,
                r -> r[0],
                r -> r[5].equals("Resolution1") ? 100.0 : 0.0);
        compare(
                CallDimension.AGENT,
                Figure.ANGRY,
                r -> r[0],
                r -> r[8].isEmpty() ? null : r[8].equals("anger") ? 100.0 : 0.0);
        compare(CallDimension.EMOTION, Figure.HANDLE, r -> r[8], r -> num(r, 2) + num(r, 3));
    }

    private void compare(
            CallDimension by,
            Figure figure,
            Function<String[], String> key,
            Function<String[], Double> value) {
        CallFilter filter =
                CallFilter.NONE
                        .with(CallDimension.CALL_TYPE, Set.of("Type10", "Type30", "Type50"))
                        .with(CallDimension.PLAN, Set.of("Plan0", "Plan2"));
        compare(by, figure, key, value, CallFilter.NONE, row -> true);
        compare(
                by,
                figure,
                key,
                value,
                filter,
                row ->
                        Set.of("Type10", "Type30", "Type50").contains(row[6])
                                && !row[7].equals("Plan1"));
    }

    private void compare(
            CallDimension by,
            Figure figure,
            Function<String[], String> key,
            Function<String[], Double> value,
            CallFilter filter,
            Predicate<String[]> counts) {
        Map<String, List<String[]>> expected =
                rows.stream()
                        .filter(counts)
                        .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
        Breakdown made = Breakdown.of(log, by, figure, filter);
        assertThat(made.groups().stream().map(Breakdown.Group::code))
                .containsExactlyInAnyOrderElementsOf(expected.keySet());
        for (Breakdown.Group group : made.groups()) {
            List<String[]> calls = expected.get(group.code());
            double[] values =
                    calls.stream().map(value).filter(v -> v != null).mapToDouble(v -> v).toArray();
            assertThat(group.calls()).isEqualTo(calls.size());
            assertThat(group.counted()).isEqualTo(values.length);
            double mean = Arrays.stream(values).sum() / values.length;
            assertThat(group.value()).isCloseTo(mean, within(1e-9));
            double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
            int n = values.length;
            double error =
                    figure.kind() == Figure.Kind.RATE
                            ? Math.sqrt(mean * (100 - mean) / n)
                            : Math.sqrt(squares / (n - 1) / n);
            assertThat(group.estimate().standardError()).isCloseTo(error, within(1e-9));
        }
        assertThat(made.all().calls())
                .isEqualTo(made.groups().stream().mapToLong(Breakdown.Group::calls).sum());
    }

    @Test
    void sharesAddUpToAHundred() {
        Breakdown made = Breakdown.of(log, CallDimension.EMOTION, Figure.CALLS, CallFilter.NONE);
        assertThat(made.groups().stream().mapToDouble(made::share).sum())
                .isCloseTo(100, within(1e-9));
        assertThat(made.groups().getLast().title()).isEqualTo("not recorded");
    }

    @Test
    void quantilesAreThoseOfTheSortedCalls() {
        for (Figure figure : List.of(Figure.TALK, Figure.WORK, Figure.WAIT, Figure.HANDLE)) {
            double[] sorted =
                    rows.stream()
                            .mapToDouble(
                                    r ->
                                            switch (figure) {
                                                case TALK -> num(r, 2);
                                                case WORK -> num(r, 3);
                                                case WAIT -> num(r, 4);
                                                default -> num(r, 2) + num(r, 3);
                                            })
                            .sorted()
                            .toArray();
            Distribution made = Distribution.of(log, figure, CallFilter.NONE);
            assertThat(made.calls()).isEqualTo(sorted.length);
            assertThat(made.min()).isEqualTo(sorted[0]);
            assertThat(made.max()).isEqualTo(sorted[sorted.length - 1]);
            assertThat(made.p10()).isCloseTo(quantile(sorted, 0.1), within(1e-9));
            assertThat(made.median()).isCloseTo(quantile(sorted, 0.5), within(1e-9));
            assertThat(made.p90()).isCloseTo(quantile(sorted, 0.9), within(1e-9));
            assertThat(made.mean())
                    .isCloseTo(Arrays.stream(sorted).average().orElseThrow(), within(1e-9));
            assertThat(made.bins().stream().mapToLong(Distribution.Bin::calls).sum())
                    .isEqualTo(sorted.length);
            for (Distribution.Bin bin : made.bins()) {
                long within =
                        Arrays.stream(sorted).filter(v -> v >= bin.from() && v < bin.to()).count();
                assertThat(bin.calls()).as(bin.title()).isEqualTo(within);
            }
        }
    }

    @Test
    void fractionsOfSecondsAreSortedWithinTheirSecond() {
        var counts = new SecondCounts(5);
        for (double value : new double[] {2.75, 0.5, 2.25, 2.5, 9}) {
            counts.add(value);
        }
        assertThat(counts.quantile(0.5)).isEqualTo(2.5);
        assertThat(counts.quantile(0.25)).isEqualTo(2.25);
        assertThat(counts.quantile(0.875)).isCloseTo(2.75 + 0.5 * 6.25, within(1e-12));
        assertThat(new SecondCounts(0).quantile(0.5)).isNaN();
    }

    @Test
    void asksOnlyWhatTheLogCanAnswer() {
        assertThat(Question.of(log).stream().map(Question::title))
                .contains(
                        "Calls by emotion label",
                        "Calls by agent",
                        "Calls by call type",
                        "Calls by resolution",
                        "Distribution of talk time",
                        "Distribution of after-call work",
                        "Distribution of time in the queue",
                        "Angry share by agent")
                .noneMatch(title -> title.contains("rating") || title.contains("Hold"));
    }

    @Test
    void aFilterThatNothingPassesGivesNoFigures() {
        CallFilter none = CallFilter.NONE.between(LocalDate.of(2030, 1, 1), null);
        for (Question question : Question.of(log)) {
            Answer answer = question.answer(log, none);
            assertThat(answer.isRecorded()).isFalse();
            assertThat(answer.table().rows()).isEmpty();
        }
    }

    @Test
    void tablesAreWrittenWithFullPrecisionAndQuotes() throws Exception {
        var table =
                new FigureTable(
                        List.of("Group", "Value"),
                        List.of(
                                FigureTable.row("a, \"b\"", 1.0 / 3),
                                FigureTable.row("c", Double.NaN)));
        Path file = folder.resolve("table.csv");
        table.writeCsv(file);
        assertThat(Files.readAllLines(file))
                .containsExactly("Group,Value", "\"a, \"\"b\"\"\",0.3333333333333333", "c,");
    }

    private static double quantile(double[] sorted, double share) {
        double place = (sorted.length - 1) * share;
        int low = (int) place;
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] * (1 - (place - low)) + sorted[high] * (place - low);
    }

    private static double num(String[] row, int field) {
        return Double.parseDouble(row[field]);
    }
}
