// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The days of every combination of filters against a plain scan of all rows. */
class DaySumsTest {
    private static final LocalDate FIRST = LocalDate.of(2019, 12, 20);
    private static final int DAYS = 80;
    private static final String[] EMOTIONS = {"", "anger", "neutral"};

    /** What the rows of a log are. */
    enum Rows {
        CALLS,
        CALLS_WITH_RECORDINGS,
        SEVERAL_CALLS,
        SUMS
    }

    @ParameterizedTest
    @EnumSource
    void everyFilterGivesTheSumsOfTheRowsItLetsPass(Rows rows) {
        var random = new Random(11);
        CallLog log = log(rows, random);
        CallDimension[] dimensions =
                EnumSet.allOf(CallDimension.class).stream()
                        .filter(dimension -> !log.codes(dimension).isEmpty())
                        .toArray(CallDimension[]::new);
        int span = 1 << dimensions.length;
        // Each dimension chosen in or not, each with no bound, a first day, a last day and both.
        for (int combination = 0; combination < 4 * span; combination++) {
            CallFilter filter =
                    CallFilter.NONE.between(
                            (combination & span) == 0 ? null : day(random, 0),
                            (combination & 2 * span) == 0 ? null : day(random, DAYS / 2));
            for (int i = 0; i < dimensions.length; i++) {
                if ((combination & 1 << i) != 0) {
                    filter = filter.with(dimensions[i], some(log, dimensions[i], random));
                }
            }
            var found = new TreeMap<Integer, Map<Integer, CallTotals>>();
            for (DaySums.Agent agent : DaySums.of(log, filter).agents()) {
                var days = new TreeMap<Integer, CallTotals>();
                for (DaySums.Day day : agent.days()) {
                    assertThat(day.date()).isEqualTo(LocalDate.ofEpochDay(day.epochDay()));
                    days.put(day.epochDay(), day.totals());
                }
                found.put(agent.number(), days);
            }
            assertThat(found).as("%s", filter).isEqualTo(scan(log, filter));
        }
    }

    /** By agent and day, row after row. */
    private static Map<Integer, Map<Integer, CallTotals>> scan(CallLog log, CallFilter filter) {
        var sums = new TreeMap<Integer, Map<Integer, CallSums>>();
        for (int row = 0; row < log.size(); row++) {
            if (passes(log, filter, row)) {
                sums.computeIfAbsent(log.agent(row), agent -> new TreeMap<>())
                        .computeIfAbsent(log.epochDay(row), day -> new CallSums())
                        .add(log, row);
            }
        }
        var totals = new TreeMap<Integer, Map<Integer, CallTotals>>();
        sums.forEach(
                (agent, days) -> {
                    var own = new TreeMap<Integer, CallTotals>();
                    days.forEach((day, added) -> own.put(day, added.totals()));
                    totals.put(agent, own);
                });
        return totals;
    }

    private static boolean passes(CallLog log, CallFilter filter, int row) {
        LocalDate date = log.date(row);
        LocalDate from = filter.from();
        LocalDate to = filter.to();
        return (from == null || !date.isBefore(from))
                && (to == null || !date.isAfter(to))
                && filter.chosen().entrySet().stream()
                        .allMatch(
                                entry -> entry.getValue().contains(log.code(entry.getKey(), row)));
    }

    private static LocalDate day(Random random, int later) {
        return FIRST.plusDays(later + random.nextInt(DAYS / 2));
    }

    private static Set<String> some(CallLog log, CallDimension dimension, Random random) {
        var codes = new TreeSet<>(log.codes(dimension));
        codes.removeIf(code -> random.nextInt(3) == 0);
        return codes;
    }

    private static CallLog log(Rows rows, Random random) {
        var kept = EnumSet.noneOf(CallExtra.class);
        if (rows != Rows.CALLS && rows != Rows.CALLS_WITH_RECORDINGS) {
            kept.addAll(Set.of(CallExtra.COUNT, CallExtra.RESOLVED));
        }
        if (rows == Rows.SUMS) {
            kept.add(CallExtra.SUMS);
        }
        var builder =
                new CallLogBuilder(
                        new Recorded(
                                Recorded.Handle.TALK_HOLD_WORK,
                                kept.isEmpty()
                                        ? Recorded.Resolution.OUTCOME
                                        : Recorded.Resolution.MARK,
                                !kept.isEmpty()),
                        "solved"::equals,
                        kept);
        var call = new CallDraft();
        for (int i = 0; i < 600; i++) {
            call.clear();
            call.setName(CallDimension.AGENT, "Agent " + random.nextInt(7));
            call.setName(CallDimension.TEAM, "Team " + random.nextInt(3));
            call.setName(CallDimension.QUEUE, random.nextBoolean() ? "North" : "South");
            call.setName(CallDimension.CALL_TYPE, "Type " + random.nextInt(4));
            call.setName(CallDimension.PLAN, "Plan " + random.nextInt(3));
            call.setName(
                    CallDimension.OUTCOME, random.nextInt(3) == 0 ? "" : some(random, "solved"));
            call.setName(CallDimension.EMOTION, EMOTIONS[random.nextInt(EMOTIONS.length)]);
            call.setStart(FIRST.plusDays(random.nextInt(DAYS)).toEpochDay() * 86_400 + i);
            call.setTalk(random.nextFloat(900));
            call.setHold(random.nextInt(4) == 0 ? Float.NaN : random.nextFloat(90));
            call.setWork(random.nextInt(4) == 0 ? Float.NaN : random.nextFloat(300));
            call.setQueue(random.nextInt(4) == 0 ? Float.NaN : random.nextFloat(60));
            if (!kept.isEmpty()) {
                call.setCount(1 + random.nextInt(5));
                call.setResolved(random.nextInt(3) - 1);
            }
            if (rows == Rows.SUMS) {
                var amount = new GroupSums.Amount(2, random.nextDouble(), random.nextDouble());
                call.setSums(
                        new GroupSums(amount, amount, amount, amount, amount, amount, 2, 1, 1));
            }
            assertThat(builder.add(call)).isTrue();
        }
        CallLog log = builder.build(Map.of());
        return rows == Rows.CALLS_WITH_RECORDINGS ? log.withRecordings(heard(log, random)) : log;
    }

    private static String some(Random random, String outcome) {
        return random.nextBoolean() ? outcome : "open";
    }

    private static Map<Integer, CallRecording> heard(CallLog log, Random random) {
        var byRow = new HashMap<Integer, CallRecording>();
        for (int row = 0; row < log.size(); row += 1 + random.nextInt(3)) {
            boolean angry = random.nextBoolean();
            var emotion =
                    new CallEmotion(
                            angry ? "anger" : "happiness",
                            angry,
                            random.nextDouble(),
                            random.nextDouble(),
                            random.nextDouble(-100, 100),
                            random.nextBoolean() ? Double.NaN : random.nextDouble(-100, 100));
            byRow.put(row, new CallRecording(Path.of("a.wav"), Optional.of(emotion)));
        }
        return byRow;
    }
}
