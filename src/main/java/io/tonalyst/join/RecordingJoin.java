// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.join;

import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.CallRecording;
import io.tonalyst.work.CancelToken;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Joins recordings to the calls of a log: first those whose path the log names, then by agent and
 * start. A call has one recording at most and a recording one call; of several that would do, the
 * ones nearest in time belong together, and where two are equally near nothing is guessed.
 */
public final class RecordingJoin {
    private RecordingJoin() {}

    /**
     * Finds the calls of recordings.
     *
     * @param folder of the log, from which the paths in it are resolved
     * @throws java.util.concurrent.CancellationException when the token is raised
     */
    public static JoinedLog join(
            CallLog log,
            Path folder,
            List<AnalysedRecording> recordings,
            JoinRule rule,
            CancelToken cancel) {
        List<AnalysedRecording> all =
                recordings.stream().sorted(Comparator.comparing(AnalysedRecording::file)).toList();
        var found = new TreeMap<Integer, JoinedLog.Match>();
        var reasons = new HashMap<Path, String>();
        new PathMatcher(log, folder).match(all, found, reasons);
        cancel.throwIfCancelled();
        Set<Path> placed = new HashSet<>(reasons.keySet());
        found.values().forEach(match -> placed.add(match.file()));
        new TimeMatcher(log, rule.tolerance())
                .match(
                        all.stream().filter(r -> !placed.contains(r.file())).toList(),
                        found,
                        reasons,
                        cancel);
        var left = new ArrayList<JoinedLog.Left>();
        var byFile = new HashMap<Path, AnalysedRecording>();
        for (AnalysedRecording recording : all) {
            byFile.put(recording.file(), recording);
            String reason = reasons.get(recording.file());
            if (reason != null) {
                left.add(new JoinedLog.Left(recording.file(), reason));
            }
        }
        Map<Integer, CallRecording> byRow = new HashMap<>();
        found.forEach(
                (row, match) -> {
                    AnalysedRecording recording = byFile.get(match.file());
                    if (recording != null) {
                        byRow.put(row, measured(recording, rule));
                    }
                });
        CallLog joined = log.withRecordings(byRow);
        return new JoinedLog(
                joined, List.copyOf(found.values()), left, missing(joined, all, found));
    }

    private static CallRecording measured(AnalysedRecording recording, JoinRule rule) {
        return new CallRecording(
                recording.file(),
                recording
                        .timeline()
                        .flatMap(t -> CallMeasurement.of(t, recording.review(), rule.channel())));
    }

    /** The calls that could have had a recording: those of agents and days that have some. */
    private static List<Integer> missing(
            CallLog log, List<AnalysedRecording> recordings, Map<Integer, JoinedLog.Match> found) {
        record AgentDay(int agent, LocalDate day) {}
        var days = new HashSet<AgentDay>();
        found.keySet().forEach(row -> days.add(new AgentDay(log.agent(row), log.date(row))));
        var agents = new AgentNames(log);
        for (AnalysedRecording recording : recordings) {
            var agent = recording.name().agent().map(agents::find);
            if (agent.isPresent() && agent.get().isPresent()) {
                recording
                        .name()
                        .date()
                        .ifPresent(day -> days.add(new AgentDay(agent.get().getAsInt(), day)));
            }
        }
        var rows = new TreeSet<Integer>();
        for (AgentDay day : days) {
            for (int row : log.callsOn(day.agent(), day.day())) {
                if (!found.containsKey(row)) {
                    rows.add(row);
                }
            }
        }
        return List.copyOf(rows);
    }
}
