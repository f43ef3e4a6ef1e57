// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.join;

import io.tonalyst.kpi.CallLog;
import io.tonalyst.library.CallName;
import io.tonalyst.work.CancelToken;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds the calls of recordings by agent and start, the nearest pairs first. */
final class TimeMatcher {
    private final CallLog log;
    private final Duration tolerance;
    private final AgentNames agents;
    private final boolean hasTimes;

    /** A recording and a call that could belong together. */
    private record Pair(AnalysedRecording recording, int row, long apart) {
        long distance() {
            return Math.abs(apart);
        }
    }

    TimeMatcher(CallLog log, Duration tolerance) {
        this.log = log;
        this.tolerance = tolerance;
        agents = new AgentNames(log);
        hasTimes =
                IntStream.range(0, log.size())
                        .anyMatch(row -> !log.time(row).equals(LocalTime.MIDNIGHT));
    }

    void match(
            List<AnalysedRecording> recordings,
            Map<Integer, JoinedLog.Match> found,
            Map<Path, String> reasons,
            CancelToken cancel) {
        var pairs = new ArrayList<Pair>();
        for (AnalysedRecording recording : recordings) {
            cancel.throwIfCancelled();
            List<Pair> own = pairs(recording);
            if (own.isEmpty()) {
                reasons.put(recording.file(), reason(recording.name()));
            }
            pairs.addAll(own);
        }
        pairs.sort(
                Comparator.comparingLong(Pair::distance)
                        .thenComparing(pair -> pair.recording().file())
                        .thenComparingInt(Pair::row));
        settle(pairs, found, reasons);
    }

    private void settle(
            List<Pair> pairs, Map<Integer, JoinedLog.Match> found, Map<Path, String> reasons) {
        Set<Path> placed = new HashSet<>();
        for (int from = 0; from < pairs.size(); ) {
            int to = from;
            while (to < pairs.size() && pairs.get(to).distance() == pairs.get(from).distance()) {
                to++;
            }
            Map<Path, Integer> choices = new HashMap<>();
            List<Pair> free = new ArrayList<>();
            for (Pair pair : pairs.subList(from, to)) {
                if (!placed.contains(pair.recording().file()) && !found.containsKey(pair.row())) {
                    free.add(pair);
                    choices.merge(pair.recording().file(), 1, Integer::sum);
                }
            }
            for (Pair pair : free) {
                Path file = pair.recording().file();
                if (choices.getOrDefault(file, 0) > 1) {
                    placed.add(file);
                    reasons.put(file, "Two calls of the agent begin equally near to its start.");
                } else if (!found.containsKey(pair.row())) {
                    placed.add(file);
                    found.put(
                            pair.row(),
                            new JoinedLog.Match(file, pair.row(), OptionalLong.of(pair.apart())));
                }
            }
            from = to;
        }
        for (Pair pair : pairs) {
            Path file = pair.recording().file();
            if (!placed.contains(file)) {
                reasons.putIfAbsent(file, "The call at this time already has a recording.");
            }
        }
    }

    private List<Pair> pairs(AnalysedRecording recording) {
        OptionalInt agent = agent(recording.name());
        var start = recording.name().start();
        if (agent.isEmpty() || start.isEmpty() || !hasTimes) {
            return List.of();
        }
        var pairs = new ArrayList<Pair>();
        LocalDate last = start.get().plus(tolerance).toLocalDate();
        for (LocalDate day = start.get().minus(tolerance).toLocalDate();
                !day.isAfter(last);
                day = day.plusDays(1)) {
            for (int row : log.callsOn(agent.getAsInt(), day)) {
                LocalDateTime began = log.date(row).atTime(log.time(row));
                long apart = ChronoUnit.SECONDS.between(began, start.get());
                if (Math.abs(apart) <= tolerance.toSeconds()) {
                    pairs.add(new Pair(recording, row, apart));
                }
            }
        }
        return pairs;
    }

    private OptionalInt agent(CallName name) {
        return name.agent().isEmpty() ? OptionalInt.empty() : agents.find(name.agent().get());
    }

    private String reason(CallName name) {
        if (name.agent().isEmpty() || name.start().isEmpty()) {
            return "Its name tells no agent, date and time.";
        }
        if (!hasTimes) {
            return "The log has days without times, so that only a recording_path can tell its"
                    + " calls.";
        }
        if (agent(name).isEmpty()) {
            return "Agent " + name.agent().get() + " is not in the log.";
        }
        return "No call of agent %s begins within %d s of %s."
                .formatted(
                        name.agent().get(),
                        tolerance.toSeconds(),
                        name.start().get().toString().replace('T', ' '));
    }
}
