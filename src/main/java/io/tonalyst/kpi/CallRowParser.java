// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import io.tonalyst.kpi.RowProblem.Kind;

/** Turns split rows into calls. */
final class CallRowParser {
    private static final int MISSING = -1;

    private final CsvRows rows;
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

    CallRowParser(CallLogHeader header, CsvRows rows) {
        this.rows = rows;
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
        columns = new CallColumns(holdField != MISSING);
    }

    CallColumns columns() {
        return columns;
    }

    /** Appends the row to the columns, or says why not. */
    void take(CsvRows.Outcome outcome, RowProblems problems) {
        switch (outcome) {
            case BAD_QUOTES -> problems.add(rows, Kind.QUOTES, "", MISSING);
            case TOO_LONG -> problems.add(rows, Kind.TOO_LONG, "", MISSING);
            case ROW -> takeFields(problems);
            case END -> throw new IllegalArgumentException("no row");
        }
    }

    private void takeFields(RowProblems problems) {
        if (rows.fields() != width) {
            problems.add(rows, Kind.FIELDS, "", MISSING);
            return;
        }
        byte[] bytes = rows.buffer();
        int agent = fields.wholeNumber(bytes, rows.start(agentField), rows.end(agentField));
        if (agent == Fields.BAD) {
            problems.add(rows, Kind.AGENT, "Agent_ID", agentField);
            return;
        }
        long time = fields.dateTime(bytes, rows.start(dateField), rows.end(dateField));
        if (time == Fields.NO_DATE) {
            problems.add(rows, Kind.DATE, "Call_Date", dateField);
            return;
        }
        float talk = seconds(talkField);
        float acw = seconds(acwField);
        float queue = seconds(queueField);
        float hold = seconds(holdField);
        if (talk < 0 || Float.isNaN(talk)) {
            problems.add(rows, Kind.DURATION, "Talk_Time", talkField);
        } else if (acw < 0) {
            problems.add(rows, Kind.DURATION, "After_Call_Work_Time", acwField);
        } else if (queue < 0) {
            problems.add(rows, Kind.DURATION, "Queue_Time", queueField);
        } else if (hold < 0) {
            problems.add(rows, Kind.DURATION, "Hold_Time", holdField);
        } else if (rows.start(outcomeField) == rows.end(outcomeField)) {
            problems.add(rows, Kind.OUTCOME, "Call_resolution_ID", MISSING);
        } else {
            addCall(agent, time, talk, acw, queue, hold, problems);
        }
    }

    private void addCall(
            int agent,
            long time,
            float talk,
            float acw,
            float queue,
            float hold,
            RowProblems problems) {
        int outcome = code(columns.outcomes(), outcomeField);
        int type = code(columns.types(), typeField);
        int plan = code(columns.plans(), planField);
        int emotion = code(columns.emotions(), emotionField);
        if (outcome < 0 || type < 0 || plan < 0 || emotion < 0) {
            problems.add(rows, Kind.NAMES, "", MISSING);
            return;
        }
        columns.outcomes().add(outcome);
        columns.types().add(type);
        columns.plans().add(plan);
        columns.emotions().add(emotion);
        int day = (int) Math.floorDiv(time, 86_400L);
        int second = (int) Math.floorMod(time, 86_400L);
        columns.add(agent, day, second, talk, acw, queue, hold);
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
