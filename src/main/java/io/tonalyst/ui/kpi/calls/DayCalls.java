// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.calls;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallEmotion;
import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.CallRecording;
import io.tonalyst.kpi.explore.FigureTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one agent and day that pass a filter, in the order of their starts.
 *
 * @param rows of the log
 */
record DayCalls(CallLog log, int agent, LocalDate day, CallFilter filter, List<Integer> rows) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE d MMMM yyyy", Locale.ENGLISH);

    static DayCalls of(CallLog log, int agent, LocalDate day, CallFilter filter) {
        IntPredicate counts = log.accepting(filter);
        List<Integer> rows =
                Arrays.stream(log.callsOn(agent, day))
                        .filter(counts)
                        .boxed()
                        .sorted(java.util.Comparator.comparing((Integer row) -> log.time(row)))
                        .toList();
        return new DayCalls(log, agent, day, filter, rows);
    }

    /** Such as {@code Agent 32400, Wed 18 January 2017}. */
    String title() {
        return "Agent " + log.agentTitle(agent) + ", " + DATE.format(day);
    }

    /** How many calls, and what is known of their emotions. */
    String summary() {
        int measured = 0;
        int angry = 0;
        int recorded = 0;
        for (int row : rows) {
            CallEmotion heard = log.measured(row);
            recorded += log.joined(row).isPresent() ? 1 : 0;
            measured += heard == null ? 0 : 1;
            angry += heard != null && heard.angry() ? 1 : 0;
        }
        String calls = rows.size() == 1 ? "1 call" : rows.size() + " calls";
        String filtered = filter.isEmpty() ? "" : " that pass the filter";
        return log.hasJoined()
                ? "%s%s, %d with a recording, %d measured, %d of them angry"
                        .formatted(calls, filtered, recorded, measured, angry)
                : calls + filtered + "; no recordings are joined";
    }

    /** The recording of the call in a row of the table. */
    Optional<Path> recording(int place) {
        return log.joined(rows.get(place)).map(CallRecording::file);
    }

    /** The place of the angriest measured call, else of the first with a recording; -1 without. */
    int striking() {
        int best = -1;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows.size(); i++) {
            CallEmotion heard = log.measured(rows.get(i));
            boolean recorded = log.joined(rows.get(i)).isPresent();
            double score = heard == null ? 1_000 : heard.valence() - (heard.angry() ? 1_000 : 0);
            if (recorded && score < lowest) {
                lowest = score;
                best = i;
            }
        }
        return best;
    }

    FigureTable table() {
        var lines = new ArrayList<List<@Nullable Object>>();
        for (int row : rows) {
            CallEmotion heard = log.measured(row);
            lines.add(
                    FigureTable.row(
                            TIME.format(log.time(row)),
                            log.talkSeconds(row),
                            known(log.acwSeconds(row)),
                            known(log.queueSeconds(row)),
                            words(CallDimension.OUTCOME, row),
                            words(CallDimension.CALL_TYPE, row),
                            heard == null ? null : heard.emotion(),
                            heard == null ? null : (Double) (100 * heard.confidence()),
                            heard == null ? null : (Double) heard.valence(),
                            heard == null ? null : (Double) heard.valenceChange(),
                            words(CallDimension.EMOTION, row),
                            log.joined(row).map(r -> "▶ " + r.file().getFileName()).orElse(null)));
        }
        return new FigureTable(
                List.of(
                        "Start",
                        "Talk, s",
                        "ACW, s",
                        "Queue, s",
                        "Resolution",
                        "Type",
                        "Measured",
                        "Confidence, %",
                        "Valence",
                        "Trend",
                        "Label (not measured)",
                        "Recording"),
                lines);
    }

    private @Nullable String words(CallDimension dimension, int row) {
        String code = log.code(dimension, row);
        return code.isEmpty() ? null : log.title(dimension, code);
    }

    private static @Nullable Float known(float seconds) {
        return Float.isNaN(seconds) ? null : (Float) seconds;
    }
}
