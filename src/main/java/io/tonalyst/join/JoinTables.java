// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.join;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallEmotion;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.explore.FigureTable;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A {@link JoinedLog} in rows, for tables on screen and files. */
public final class JoinTables {
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private JoinTables() {}

    /** The calls with a recording; what was measured, and beside it the imported label. */
    public static FigureTable matches(JoinedLog joined) {
        CallLog log = joined.log();
        var rows = new ArrayList<List<@Nullable Object>>();
        for (JoinedLog.Match match : joined.matches()) {
            int row = match.row();
            CallEmotion heard = log.measured(row);
            rows.add(
                    FigureTable.row(
                            log.agentCode(log.agent(row)),
                            start(log, row),
                            match.file().toString(),
                            match.isByPath()
                                    ? "path"
                                    : match.secondsApart().getAsLong() + " s apart",
                            heard == null ? null : heard.emotion(),
                            heard == null ? null : (Double) (100 * heard.confidence()),
                            heard == null ? null : (Double) (100 * heard.coverage()),
                            heard == null ? null : (Double) heard.valence(),
                            heard == null ? null : (Double) heard.valenceChange(),
                            log.talkSeconds(row),
                            log.code(CallDimension.EMOTION, row)));
        }
        return new FigureTable(
                List.of(
                        "Agent",
                        "Start",
                        "Recording",
                        "Joined by",
                        "Measured emotion",
                        "Confidence, %",
                        "Coverage, %",
                        "Valence, points",
                        "Valence trend, points",
                        "Talk, s",
                        "Imported label (not measured)"),
                rows);
    }

    /** Recordings without a call, and calls without a recording on days that have some. */
    public static FigureTable left(JoinedLog joined) {
        CallLog log = joined.log();
        var rows = new ArrayList<List<@Nullable Object>>();
        for (JoinedLog.Left left : joined.left()) {
            rows.add(
                    FigureTable.row(
                            "recording", left.file().toString(), null, null, left.reason()));
        }
        for (int row : joined.missing()) {
            rows.add(
                    FigureTable.row(
                            "call",
                            null,
                            log.agentCode(log.agent(row)),
                            start(log, row),
                            "No recording belongs to this call."));
        }
        return new FigureTable(List.of("What", "Recording", "Agent", "Start", "Reason"), rows);
    }

    private static String start(CallLog log, int row) {
        return START.format(LocalDateTime.of(log.date(row), log.time(row)));
    }
}
