// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tonalyst.join.JoinedLog;
import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallEmotion;
import io.tonalyst.kpi.CallLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code tonalyst join --json} prints; shares from 0 to 1, what is not known is null. */
record JoinDocument(
        int recordings,
        int calls,
        int joined,
        int measured,
        @JsonProperty("calls_without_recording") int callsWithout,
        List<Call> matches,
        @JsonProperty("unmatched_recordings") List<Left> left,
        @JsonProperty("unmatched_calls") List<Missing> missing) {

    static JoinDocument of(JoinedLog joined) {
        return new JoinDocument(
                joined.matches().size() + joined.left().size(),
                joined.log().size(),
                joined.matches().size(),
                joined.measured(),
                joined.callsWithout(),
                joined.matches().stream().map(match -> Call.of(joined.log(), match)).toList(),
                joined.left().stream()
                        .map(left -> new Left(left.file().toString(), left.reason()))
                        .toList(),
                joined.missing().stream().map(row -> Missing.of(joined.log(), row)).toList());
    }

    private static String start(CallLog log, int row) {
        return log.date(row).atTime(log.time(row)).toString();
    }

    /** A call with its recording. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Call(
            String agent,
            String start,
            String recording,
            @JsonProperty("joined_by") String joinedBy,
            @JsonProperty("seconds_apart") @Nullable Long secondsApart,
            @JsonProperty("measured_emotion") @Nullable String emotion,
            @Nullable Double confidence,
            @Nullable Double coverage,
            @Nullable Double valence,
            @JsonProperty("valence_trend") @Nullable Double trend,
            @JsonProperty("imported_label") @Nullable String label) {
        static Call of(CallLog log, JoinedLog.Match match) {
            int row = match.row();
            CallEmotion heard = log.measured(row);
            String label = log.code(CallDimension.EMOTION, row);
            return new Call(
                    log.agentCode(log.agent(row)),
                    JoinDocument.start(log, row),
                    match.file().toString(),
                    match.isByPath() ? "path" : "time",
                    match.isByPath() ? null : (Long) match.secondsApart().getAsLong(),
                    heard == null ? null : heard.emotion(),
                    heard == null ? null : (Double) heard.confidence(),
                    heard == null ? null : (Double) heard.coverage(),
                    heard == null ? null : (Double) heard.valence(),
                    heard == null || Double.isNaN(heard.valenceChange())
                            ? null
                            : (Double) heard.valenceChange(),
                    label.isEmpty() ? null : label);
        }
    }

    /** A recording without a call. */
    record Left(String recording, String reason) {}

    /** A call without a recording, of an agent and day that have some. */
    record Missing(String agent, String start) {
        static Missing of(CallLog log, int row) {
            return new Missing(log.agentCode(log.agent(row)), JoinDocument.start(log, row));
        }
    }
}
