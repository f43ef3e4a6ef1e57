// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallDraft;
import io.tonalyst.kpi.RowProblem.Kind;
import io.tonalyst.kpi.format.DateStyle;
import io.tonalyst.kpi.format.DurationStyle;
import io.tonalyst.kpi.format.Numbers;
import io.tonalyst.kpi.format.TimeOfDay;
import io.tonalyst.kpi.format.YesNo;
import io.tonalyst.kpi.source.Binding.Bound;
import io.tonalyst.kpi.table.Quote;
import io.tonalyst.kpi.table.TableHeader;
import io.tonalyst.kpi.table.TableRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns rows of a table into calls by a {@link Binding}. For one thread. */
final class CallRowReader {
    /** A call cannot take longer than this many seconds. */
    static final int MAX_SECONDS = 86_400;

    private static final int DAY = 86_400;
    private static final int MAX_CALLS = 1_000_000;

    private final Map<CallField, Bound> fields;
    private final char decimal;
    private final List<Skip> skips = new ArrayList<>();
    private final List<LookupTables.Filled> filled;
    private final CallDraft call = new CallDraft();
    private final Map<CallField, String> names = new EnumMap<>(CallField.class);
    private final @Nullable SeenIds ids;
    private long unreadRatings;

    private record Skip(int column, Set<String> values) {}

    /** What became of a row. */
    sealed interface Result {
        /** A call, to be found in {@link #call}. */
        record Taken() implements Result {}

        /**
         * No handled call, and no fault of the row.
         *
         * @param as what it is, in words
         */
        record Passed(String as) implements Result {}

        /**
         * A row that cannot be used.
         *
         * @param column where, empty for the row as a whole
         * @param expected what is wrong or was expected
         * @param field with what was found; -1 for the row as a whole
         */
        record Bad(Kind kind, String column, String expected, int field) implements Result {}
    }

    private static final Result TAKEN = new Result.Taken();
    private static final Result NOT_ANSWERED = new Result.Passed("not answered");
    private static final Result NO_CALLS = new Result.Passed("without calls");

    CallRowReader(Binding binding, LookupTables tables) {
        fields = binding.fields();
        decimal = binding.sample().dialect().decimal();
        filled = tables.filled();
        TableHeader header = binding.sample().header();
        for (SkipRule skip : binding.mapping().skips()) {
            skips.add(new Skip(header.field(skip.column()), Set.copyOf(skip.values())));
        }
        ids = fields.containsKey(CallField.CALL_ID) ? new SeenIds() : null;
    }

    /** The call of the row last taken. */
    CallDraft call() {
        return call;
    }

    /** Reads a row, which has a field for every column. */
    Result read(TableRow row) {
        call.clear();
        for (Skip skip : skips) {
            String text = row.text(skip.column).strip();
            if (skip.values.contains(text)) {
                return new Result.Passed("marked " + text);
            }
        }
        Result bad = readCount(row);
        if (bad == null) {
            bad = readAnswered(row);
        }
        if (bad == null) {
            bad = readStart(row);
        }
        if (bad == null) {
            bad = readNames(row);
        }
        if (bad == null) {
            bad = readDurations(row);
        }
        if (bad == null) {
            bad = readResolution(row);
        }
        if (bad == null) {
            bad = readRest(row);
        }
        return bad == null ? TAKEN : bad;
    }

    /** The text of a field; empty when it is not mapped or holds what stands for nothing. */
    private String text(TableRow row, CallField field) {
        Bound bound = fields.get(field);
        if (bound == null) {
            return "";
        }
        String text = row.text(bound.column()).strip();
        return bound.rule().none().contains(text) ? "" : text;
    }

    private Result bad(Kind kind, CallField field, String expected, boolean withText) {
        Bound bound = fields.get(field);
        int column = bound == null ? -1 : bound.column();
        String name = bound == null ? "" : bound.rule().column();
        return new Result.Bad(kind, name, expected, withText ? column : -1);
    }

    private @Nullable Result readCount(TableRow row) {
        if (!fields.containsKey(CallField.CALLS)) {
            return null;
        }
        double count = Numbers.parse(text(row, CallField.CALLS), decimal);
        if (!(count >= 0 && count <= MAX_CALLS) || count != Math.rint(count)) {
            return bad(Kind.NUMBER, CallField.CALLS, "a number of calls is expected", true);
        }
        call.setCount((int) count);
        return count == 0 ? NO_CALLS : null;
    }

    private @Nullable Result readAnswered(TableRow row) {
        Bound bound = fields.get(CallField.ANSWERED);
        if (bound == null) {
            return null;
        }
        return switch (mark(text(row, CallField.ANSWERED), bound)) {
            case YES -> null;
            case NO -> NOT_ANSWERED;
            case UNKNOWN -> bad(Kind.MARK, CallField.ANSWERED, "yes or no is expected", true);
        };
    }

    private static YesNo mark(String text, Bound bound) {
        if (bound.rule().yes().isEmpty()) {
            return YesNo.parse(text);
        }
        return bound.rule().yes().contains(text) ? YesNo.YES : YesNo.NO;
    }

    private @Nullable Result readStart(TableRow row) {
        Bound bound = fields.get(CallField.START);
        DateStyle style = bound == null ? null : bound.date();
        String text = text(row, CallField.START);
        if (style == null || text.isEmpty()) {
            return bad(Kind.DATE, CallField.START, "the date is missing", false);
        }
        long start = style.parse(text, decimal);
        if (start == DateStyle.BAD) {
            String expected = "a date is expected as " + style.title();
            return bad(Kind.DATE, CallField.START, expected, true);
        }
        String time = text(row, CallField.TIME);
        if (!time.isEmpty()) {
            int seconds = TimeOfDay.parse(time, decimal);
            if (seconds < 0) {
                return bad(Kind.DATE, CallField.TIME, "a time of day is expected", true);
            }
            start = Math.floorDiv(start, DAY) * DAY + seconds;
        }
        call.setStart(start);
        return null;
    }

    private @Nullable Result readNames(TableRow row) {
        names.clear();
        for (Bound bound : fields.values()) {
            if (bound.field().kind() == CallField.Kind.NAME) {
                names.put(bound.field(), text(row, bound.field()));
            }
        }
        for (LookupTables.Filled table : filled) {
            String code = names.getOrDefault(table.of(), "");
            if (names.getOrDefault(table.gives(), "").isEmpty()) {
                names.put(table.gives(), table.values().getOrDefault(code, ""));
            }
        }
        String agent = names.getOrDefault(CallField.AGENT, "");
        Bound bound = fields.get(CallField.AGENT);
        if (agent.isEmpty()) {
            return bad(Kind.AGENT, CallField.AGENT, "the agent is missing", false);
        }
        if (bound != null && bound.rule().style().equals(Styles.NUMBER) && !isNumber(agent)) {
            String expected = "the agent is not a whole number from 0 to 2147483647";
            return bad(Kind.AGENT, CallField.AGENT, expected, true);
        }
        names.forEach(
                (field, name) -> {
                    CallDimension dimension = field.dimension();
                    if (dimension != null) {
                        call.setName(dimension, name);
                    }
                });
        call.setAgentTitle(names.getOrDefault(CallField.AGENT_NAME, ""));
        return null;
    }

    private static boolean isNumber(String agent) {
        if (agent.length() > 10) {
            return false;
        }
        for (int i = 0; i < agent.length(); i++) {
            if (agent.charAt(i) < '0' || agent.charAt(i) > '9') {
                return false;
            }
        }
        return Long.parseLong(agent) <= Integer.MAX_VALUE;
    }

    private @Nullable Result readDurations(TableRow row) {
        CallField whole = fields.containsKey(CallField.TALK) ? CallField.TALK : CallField.HANDLE;
        double talk = duration(row, whole);
        double hold = duration(row, CallField.HOLD);
        double work = duration(row, CallField.WORK);
        double queue = duration(row, CallField.QUEUE_TIME);
        if (Double.isNaN(talk)) {
            String missing = whole == CallField.TALK ? "talk" : "handle";
            return bad(Kind.DURATION, whole, "the %s time is missing".formatted(missing), false);
        }
        if (talk < 0) {
            return badDuration(whole);
        }
        if (hold < 0) {
            return badDuration(CallField.HOLD);
        }
        if (work < 0) {
            return badDuration(CallField.WORK);
        }
        if (queue < 0) {
            return badDuration(CallField.QUEUE_TIME);
        }
        call.setTalk((float) talk);
        call.setHold((float) hold);
        call.setWork((float) work);
        call.setQueue((float) queue);
        return null;
    }

    /** Seconds; NaN when there is none, negative when it is none or out of range. */
    private double duration(TableRow row, CallField field) {
        Bound bound = fields.get(field);
        DurationStyle style = bound == null ? null : bound.duration();
        String text = text(row, field);
        if (style == null || text.isEmpty()) {
            return Double.NaN;
        }
        double seconds = style.parse(text, decimal);
        return seconds <= MAX_SECONDS ? seconds : -1;
    }

    private Result badDuration(CallField field) {
        Bound bound = fields.get(field);
        DurationStyle style = bound == null ? null : bound.duration();
        String as = style == null ? "" : " as " + style.title();
        return bad(Kind.DURATION, field, "a duration from 0 to 24 hours is expected" + as, true);
    }

    private @Nullable Result readResolution(TableRow row) {
        for (CallField field : List.of(CallField.RESOLVED_CALLS, CallField.RESOLVED_SHARE)) {
            String text = text(row, field);
            if (fields.containsKey(field)) {
                return text.isEmpty() ? null : readResolvedOf(field, text);
            }
        }
        Bound bound = fields.get(CallField.RESOLVED);
        String text = text(row, CallField.RESOLVED);
        if (bound != null && !text.isEmpty()) {
            YesNo mark = mark(text, bound);
            if (mark == YesNo.UNKNOWN) {
                return bad(Kind.MARK, CallField.RESOLVED, "yes or no is expected", true);
            }
            call.setResolved(mark == YesNo.YES ? call.count() : 0);
            return null;
        }
        Bound outcome = fields.get(CallField.OUTCOME);
        boolean counts = bound == null && outcome != null && !outcome.rule().yes().isEmpty();
        return counts && text(row, CallField.OUTCOME).isEmpty()
                ? bad(Kind.OUTCOME, CallField.OUTCOME, "the outcome is missing", false)
                : null;
    }

    private @Nullable Result readResolvedOf(CallField field, String text) {
        double value = Numbers.parse(text, decimal);
        int calls = call.count();
        boolean share = field == CallField.RESOLVED_SHARE;
        if (share) {
            // 0.72, 72 and 72 % are all in use; 1 and less are shares of one.
            value = Math.rint(calls * (value > 1 || text.endsWith("%") ? value / 100 : value));
        }
        if (!(value >= 0 && value <= calls)) {
            String expected =
                    share ? "a share is expected" : "a number up to that of the calls is expected";
            return bad(Kind.NUMBER, field, expected, true);
        }
        call.setResolved((int) value);
        return null;
    }

    private @Nullable Result readRest(TableRow row) {
        String rating = text(row, CallField.RATING);
        if (!rating.isEmpty()) {
            double value = Numbers.parse(rating, decimal);
            // A rating that is no number costs the rating, not the call.
            unreadRatings += Double.isNaN(value) ? 1 : 0;
            call.setRating((float) value);
        }
        call.setCustomer(text(row, CallField.CUSTOMER));
        call.setRecording(text(row, CallField.RECORDING));
        String id = text(row, CallField.CALL_ID);
        SeenIds seen = ids;
        boolean again = seen != null && !id.isEmpty() && !seen.add(id);
        return again
                ? bad(
                        Kind.DUPLICATE,
                        CallField.CALL_ID,
                        "the call " + Quote.of(id, 40) + " is there already",
                        false)
                : null;
    }

    /** What was left out of rows that were taken, in a sentence; empty as a rule. */
    String remark() {
        return unreadRatings == 0
                ? ""
                : "%,d ratings are no numbers and were left out.".formatted(unreadRatings);
    }
}
