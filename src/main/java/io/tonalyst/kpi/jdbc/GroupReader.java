// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.jdbc;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallDraft;
import io.tonalyst.kpi.CallExtra;
import io.tonalyst.kpi.CallLogBuilder;
import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.GroupSums;
import io.tonalyst.kpi.RowProblem;
import io.tonalyst.kpi.format.DateStyle;
import io.tonalyst.kpi.source.Binding;
import io.tonalyst.kpi.source.CallField;
import io.tonalyst.kpi.source.CallLogImporter;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Takes the rows of a {@link CallSql} query into a call log of groups. For one thread. */
final class GroupReader {
    private static final long FIRST_DAY = LocalDate.of(1900, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(2199, 12, 31).toEpochDay();
    private static final int FIXED = 3;

    private final Binding binding;
    private final CallSql query;
    private final CallColumnsSql.DayColumn day;
    private final LocalDate from;
    private final LocalDate to;
    private final CallLogBuilder builder;
    private final CallDraft group = new CallDraft();
    private final Map<RowProblem.Kind, Long> problems = new EnumMap<>(RowProblem.Kind.class);
    private final Map<String, Long> passed = new TreeMap<>();
    private long rows;
    private long calls;

    /**
     * @param from first day that counts
     * @param to last day that counts
     */
    GroupReader(
            Binding binding,
            CallSql query,
            CallColumnsSql.DayColumn day,
            LocalDate from,
            LocalDate to) {
        this.binding = binding;
        this.query = query;
        this.day = day;
        this.from = from;
        this.to = to;
        Set<CallExtra> kept = EnumSet.of(CallExtra.COUNT, CallExtra.RESOLVED, CallExtra.SUMS);
        if (binding.bound(CallField.RATING) != null) {
            kept.add(CallExtra.RATING);
        }
        builder = new CallLogBuilder(CallLogImporter.recorded(binding), outcome -> false, kept);
    }

    /** Takes the row the result set stands on. */
    void take(ResultSet row) throws SQLException, CallLogException {
        int keys = FIXED + query.keys().size();
        long counted = row.getLong(keys + 1);
        rows += counted;
        int fate = row.getInt(1);
        if (fate != CallSql.CALL) {
            switch (query.fates().get(fate)) {
                case CallSql.Fate.Passed(String as) -> passed.merge(as, counted, Long::sum);
                case CallSql.Fate.Bad(RowProblem.Kind kind) ->
                        problems.merge(kind, counted, Long::sum);
                case null -> throw new SQLException("unexpected fate " + fate);
            }
            return;
        }
        OptionalLong epochDay = epochDay(row);
        if (epochDay.isEmpty()) {
            problems.merge(RowProblem.Kind.DATE, counted, Long::sum);
            return;
        }
        LocalDate date = LocalDate.ofEpochDay(epochDay.getAsLong());
        if (date.isBefore(from) || date.isAfter(to)) {
            rows -= counted;
            return;
        }
        String agent = row.getString(FIXED);
        if (mustBeNumber() && !isNumber(agent)) {
            problems.merge(RowProblem.Kind.AGENT, counted, Long::sum);
            return;
        }
        fill(row, keys, agent, epochDay.getAsLong());
        if (!builder.add(group)) {
            problems.merge(RowProblem.Kind.NAMES, counted, Long::sum);
        }
    }

    private void fill(ResultSet row, int keys, String agent, long epochDay)
            throws SQLException, CallLogException {
        group.clear();
        group.setStart(epochDay * 86_400);
        group.setName(CallDimension.AGENT, agent);
        for (int i = 0; i < query.keys().size(); i++) {
            String name = row.getString(FIXED + 1 + i);
            group.setName(query.keys().get(i), name == null ? "" : name);
        }
        int at = keys + 2;
        int count = count(row, at++);
        boolean spread = row.getDouble(at++) <= 1;
        int judged = count(row, at++);
        int resolved = count(row, at++);
        int labelled = count(row, at++);
        int angry = count(row, at++);
        var amounts = new EnumMap<CallSql.Amount, GroupSums.Amount>(CallSql.Amount.class);
        for (CallSql.Amount amount : CallSql.Amount.values()) {
            int n = count(row, at);
            double sum = row.getDouble(at + 1);
            double squares = spread ? row.getDouble(at + 2) : Double.NaN;
            if (n > 0) {
                amounts.put(amount, new GroupSums.Amount(n, sum, squares));
            }
            at += 3;
        }
        calls += count;
        if (calls > Integer.MAX_VALUE) {
            throw tooMany();
        }
        group.setCount(count);
        group.setResolved(judged == 0 ? -1 : resolved);
        group.setTalk(mean(amounts, CallSql.Amount.TALK));
        group.setHold(mean(amounts, CallSql.Amount.HOLD));
        group.setWork(mean(amounts, CallSql.Amount.WORK));
        group.setQueue(mean(amounts, CallSql.Amount.QUEUE));
        group.setRating(mean(amounts, CallSql.Amount.RATING));
        group.setSums(
                new GroupSums(
                        of(amounts, CallSql.Amount.TALK),
                        of(amounts, CallSql.Amount.HOLD),
                        of(amounts, CallSql.Amount.WORK),
                        of(amounts, CallSql.Amount.QUEUE),
                        of(amounts, CallSql.Amount.HANDLE),
                        of(amounts, CallSql.Amount.RATING),
                        judged,
                        labelled,
                        angry));
    }

    private static GroupSums.Amount of(
            Map<CallSql.Amount, GroupSums.Amount> amounts, CallSql.Amount amount) {
        return amounts.getOrDefault(amount, GroupSums.Amount.NONE);
    }

    private static float mean(
            Map<CallSql.Amount, GroupSums.Amount> amounts, CallSql.Amount amount) {
        return (float) of(amounts, amount).mean();
    }

    private static int count(ResultSet row, int column) throws SQLException, CallLogException {
        double value = row.getDouble(column);
        if (value > Integer.MAX_VALUE) {
            throw tooMany();
        }
        return (int) Math.rint(value);
    }

    private static CallLogException tooMany() {
        return new CallLogException(
                "The table holds more than 2,147,483,647 calls: limit them by days.");
    }

    private OptionalLong epochDay(ResultSet row) throws SQLException {
        long found =
                switch (day) {
                    case DATE -> {
                        Date date = row.getDate(2);
                        yield date == null ? Long.MIN_VALUE : date.toLocalDate().toEpochDay();
                    }
                    case NUMBER -> (long) row.getDouble(2);
                    case TEXT -> {
                        Binding.Bound bound = binding.bound(CallField.START);
                        DateStyle style = bound == null ? null : bound.date();
                        String text = row.getString(2);
                        long seconds =
                                style == null || text == null
                                        ? DateStyle.BAD
                                        : style.parse(text, '.');
                        yield seconds == DateStyle.BAD
                                ? Long.MIN_VALUE
                                : Math.floorDiv(seconds, 86_400L);
                    }
                };
        return found < FIRST_DAY || found > LAST_DAY
                ? OptionalLong.empty()
                : OptionalLong.of(found);
    }

    private boolean mustBeNumber() {
        Binding.Bound agent = binding.bound(CallField.AGENT);
        return agent != null && agent.rule().style().equals("number");
    }

    private static boolean isNumber(String agent) {
        return agent.matches("[0-9]{1,10}") && Long.parseLong(agent) <= Integer.MAX_VALUE;
    }

    /** Groups taken so far. */
    int groups() {
        return builder.size();
    }

    /** Rows of the table seen so far. */
    long rows() {
        return rows;
    }

    Map<RowProblem.Kind, Long> problems() {
        return problems;
    }

    Map<String, Long> passed() {
        return passed;
    }

    CallLogBuilder builder() {
        return builder;
    }
}
