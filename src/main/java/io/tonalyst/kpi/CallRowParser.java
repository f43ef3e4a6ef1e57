// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import io.tonalyst.kpi.RowProblem.Kind;
import io.tonalyst.kpi.table.DelimitedRows;
import io.tonalyst.kpi.table.TableHeader;
import io.tonalyst.kpi.table.TableRows;
import java.io.IOException;
import java.util.Set;

/** Turns split rows into calls. */
final class CallRowParser {
    private static final int MISSING = -1;
    private static final String AGENT = "the agent is not a whole number from 0 to 2147483647";
    private static final String DATE =
            "the date is not of the form 2017-01-31 or 2017-01-31 13:45:00";
    private static final String DURATION = "a duration is not a number of seconds from 0 to 86400";

    private final DelimitedRows rows;
    private final RowProblems problems;
    private final int width;
    private final int agentField;
    private final int dateField;
    private final int talkField;
    private final int acwField;
    private final int queueField;
    private final int holdField;
    private final int outcomeField;
    private final int typeField;
    private final int planField;
    private final int emotionField;
    private final Fields fields = new Fields();
    private final CallColumns columns;
    private final NameColumn outcomes;
    private final NameColumn types;
    private final NameColumn plans;
    private final NameColumn emotions;

    CallRowParser(TableHeader header, DelimitedRows rows, RowProblems problems) {
        this.rows = rows;
        this.problems = problems;
        width = header.size();
        agentField = header.field("Agent_ID");
        dateField = header.field("Call_Date");
        talkField = header.field("Talk_Time");
        acwField = header.field("After_Call_Work_Time");
        queueField = header.field("Queue_Time");
        holdField = header.field("Hold_Time");
        outcomeField = header.field("Call_resolution_ID");
        typeField = header.field("Call_Type_ID");
        planField = header.field("Plan_ID");
        emotionField = header.field("Emotion");
        Recorded recorded =
                new Recorded(
                        Recorded.Handle.of(holdField != MISSING, true),
                        Recorded.Resolution.OUTCOME,
                        false);
        columns = new CallColumns(recorded, CallNames::isResolved, Set.of());
        outcomes = columns.names(CallDimension.OUTCOME);
        types = columns.names(CallDimension.CALL_TYPE);
        plans = columns.names(CallDimension.PLAN);
        emotions = columns.names(CallDimension.EMOTION);
    }

    CallColumns columns() {
        return columns;
    }

    /** Appends the row to the columns, or says why not. */
    void take(TableRows.Outcome outcome) throws IOException {
        switch (outcome) {
            case BAD_QUOTES -> reject(Kind.QUOTES, "");
            case TOO_LONG -> reject(Kind.TOO_LONG, "");
            case ROW -> takeFields();
            case END -> throw new IllegalArgumentException("no row");
        }
    }

    private void takeFields() throws IOException {
        if (rows.fields() != width) {
            reject(Kind.FIELDS, "");
            return;
        }
        byte[] bytes = rows.buffer();
        int agent = fields.wholeNumber(bytes, rows.start(agentField), rows.end(agentField));
        if (agent == Fields.BAD) {
            problems.add(rows, Kind.AGENT, "Agent_ID", AGENT, agentField);
            return;
        }
        long time = fields.dateTime(bytes, rows.start(dateField), rows.end(dateField));
        if (time == Fields.NO_DATE) {
            problems.add(rows, Kind.DATE, "Call_Date", DATE, dateField);
            return;
        }
        float talk = seconds(talkField);
        float acw = seconds(acwField);
        float queue = seconds(queueField);
        float hold = seconds(holdField);
        if (talk < 0 || Float.isNaN(talk)) {
            problems.add(rows, Kind.DURATION, "Talk_Time", DURATION, talkField);
        } else if (acw < 0) {
            problems.add(rows, Kind.DURATION, "After_Call_Work_Time", DURATION, acwField);
        } else if (queue < 0) {
            problems.add(rows, Kind.DURATION, "Queue_Time", DURATION, queueField);
        } else if (hold < 0) {
            problems.add(rows, Kind.DURATION, "Hold_Time", DURATION, holdField);
        } else if (rows.start(outcomeField) == rows.end(outcomeField)) {
            reject(Kind.OUTCOME, "Call_resolution_ID");
        } else {
            addCall(agent, time, talk, acw, queue, hold);
        }
    }

    private void addCall(int agent, long time, float talk, float acw, float queue, float hold)
            throws IOException {
        int outcome = code(outcomes, outcomeField);
        int type = code(types, typeField);
        int plan = code(plans, planField);
        int emotion = code(emotions, emotionField);
        if (outcome < 0 || type < 0 || plan < 0 || emotion < 0) {
            reject(Kind.NAMES, "");
            return;
        }
        outcomes.add(outcome);
        types.add(type);
        plans.add(plan);
        emotions.add(emotion);
        int day = (int) Math.floorDiv(time, 86_400L);
        int second = (int) Math.floorMod(time, 86_400L);
        columns.add(agent, day, second, talk, acw, queue, hold);
    }

    private void reject(Kind kind, String column) throws IOException {
        problems.add(rows, kind, column, kind.title(), RowProblems.WHOLE_ROW);
    }

    private float seconds(int field) {
        return field == MISSING
                ? Float.NaN
                : fields.seconds(rows.buffer(), rows.start(field), rows.end(field));
    }

    private int code(NameColumn column, int field) {
        return field == MISSING
                ? 0
                : column.code(rows.buffer(), rows.start(field), rows.end(field));
    }
}
