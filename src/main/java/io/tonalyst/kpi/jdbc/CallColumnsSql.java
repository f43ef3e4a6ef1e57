// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.jdbc;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.format.DateStyle;
import io.tonalyst.kpi.format.DurationStyle;
import io.tonalyst.kpi.source.Binding;
import io.tonalyst.kpi.source.Binding.Bound;
import io.tonalyst.kpi.source.CallField;
import io.tonalyst.kpi.source.SkipRule;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The innermost query: the columns of a table as the fields of calls. Names come trimmed, null
 * where blank; durations in seconds, null beyond 0 to 24 hours, with a mark beside.
 */
final class CallColumnsSql {
    private static final int WIDEST_DATE = 10;

    private final Binding binding;
    private final DatabaseTable table;
    private final SqlDialect dialect;
    private final List<SqlText> columns = new ArrayList<>();
    private final @Nullable LocalDate from;
    private final @Nullable LocalDate to;
    private final DayColumn day;

    /** How the day of a row comes out of the database. */
    enum DayColumn {
        /** As a date. */
        DATE,
        /** As days since 1970. */
        NUMBER,
        /** As the beginning of a text in the style of the mapping. */
        TEXT
    }

    private CallColumnsSql(
            Binding binding,
            DatabaseTable table,
            SqlDialect dialect,
            @Nullable LocalDate from,
            @Nullable LocalDate to)
            throws CallLogException {
        this.binding = binding;
        this.table = table;
        this.dialect = dialect;
        this.from = from;
        this.to = to;
        this.day = addDay();
        addNames();
        addDurations();
        addNumbers();
        addSkips();
    }

    /**
     * The columns of a table by a mapping that is bound to it.
     *
     * @param from first day; null for all
     * @param to last day; null for all
     * @throws CallLogException if a column holds what SQL cannot add up
     */
    static CallColumnsSql of(
            Binding binding,
            DatabaseTable table,
            SqlDialect dialect,
            @Nullable LocalDate from,
            @Nullable LocalDate to)
            throws CallLogException {
        return new CallColumnsSql(binding, table, dialect, from, to);
    }

    /** The column of a dimension in the query. */
    static String alias(CallDimension dimension) {
        for (CallField field : CallField.values()) {
            if (field.dimension() == dimension) {
                return alias(field);
            }
        }
        throw new IllegalArgumentException(dimension + " is no column");
    }

    static String alias(CallField field) {
        return "q_" + field.key();
    }

    DayColumn day() {
        return day;
    }

    /** What whoever checks must know of how days are told. */
    Optional<String> remark() {
        return column(bound(CallField.START)).kind() == ColumnKind.MOMENT
                ? Optional.of(
                        "The day of a call is that of the connection's time zone, "
                                + ZoneId.systemDefault()
                                + ".")
                : Optional.empty();
    }

    /** The query. */
    SqlText text() {
        SqlText all = SqlText.join(", ", columns).in("SELECT ", " FROM " + table.name());
        Bound start = bound(CallField.START);
        DatabaseTable.Column column = column(start);
        if (!column.kind().isDate() || (from == null && to == null)) {
            return all;
        }
        var bounds = new ArrayList<SqlText>();
        if (from != null) {
            bounds.add(SqlText.of(column.quoted() + " >= ?", from));
        }
        if (to != null) {
            bounds.add(SqlText.of(column.quoted() + " < ?", to.plusDays(1)));
        }
        return all.then(" WHERE ").then(SqlText.join(" AND ", bounds));
    }

    private DatabaseTable.Column column(Bound bound) {
        return table.columns().get(bound.column());
    }

    private Bound bound(CallField field) {
        Bound bound = binding.bound(field);
        if (bound == null) {
            throw new IllegalArgumentException(field + " is not mapped");
        }
        return bound;
    }

    private DayColumn addDay() {
        Bound bound = bound(CallField.START);
        DatabaseTable.Column column = column(bound);
        DateStyle style = bound.date();
        if (column.kind().isDate()) {
            columns.add(SqlText.of("CAST(" + column.quoted() + " AS DATE) AS q_day"));
            return DayColumn.DATE;
        }
        if (column.kind() == ColumnKind.NUMBER
                && (style == DateStyle.EPOCH_SECONDS || style == DateStyle.EPOCH_MILLIS)) {
            String day = style == DateStyle.EPOCH_SECONDS ? "86400.0" : "86400000.0";
            columns.add(SqlText.of("FLOOR(%s / %s) AS q_day".formatted(column.quoted(), day)));
            return DayColumn.NUMBER;
        }
        int width = width(bound, style);
        String text = text(column);
        columns.add(
                SqlText.of(
                        width == 0
                                ? text + " AS q_day"
                                : "SUBSTRING(%s, 1, %d) AS q_day".formatted(text, width)));
        return DayColumn.TEXT;
    }

    /** So many characters of a text are its date; 0 for all of it. */
    private int width(Bound bound, @Nullable DateStyle style) {
        List<String> samples = binding.sample().values(bound.column());
        for (int width = 6; width <= WIDEST_DATE; width += 2) {
            int end = width;
            boolean all =
                    style != null
                            && !samples.isEmpty()
                            && samples.stream()
                                    .allMatch(
                                            text ->
                                                    text.length() >= end
                                                            && sameDay(text, end, style));
            if (all) {
                return width;
            }
        }
        return 0;
    }

    private static boolean sameDay(String text, int end, DateStyle style) {
        long day = style.parse(text.substring(0, end), '.');
        long whole = style.parse(text, '.');
        return day != DateStyle.BAD
                && whole != DateStyle.BAD
                && Math.floorDiv(day, 86_400L) == Math.floorDiv(whole, 86_400L);
    }

    private void addNames() {
        for (Bound bound : binding.fields().values()) {
            CallField.Kind kind = bound.field().kind();
            if (kind == CallField.Kind.NAME || kind == CallField.Kind.MARK) {
                columns.add(named(bound, text(column(bound))));
            }
            if (bound.field() == CallField.CALL_ID) {
                columns.add(named(bound, text(column(bound))));
            }
        }
    }

    private void addSkips() {
        List<SkipRule> skips = binding.mapping().skips();
        for (int i = 0; i < skips.size(); i++) {
            int at = binding.sample().header().field(skips.get(i).column());
            columns.add(SqlText.of(text(table.columns().get(at)) + " AS q_skip" + i));
        }
    }

    private void addNumbers() throws CallLogException {
        for (CallField field :
                List.of(
                        CallField.CALLS,
                        CallField.RESOLVED_CALLS,
                        CallField.RESOLVED_SHARE,
                        CallField.RATING)) {
            Bound bound = binding.bound(field);
            if (bound != null) {
                String number = number(bound, "a number");
                String kept =
                        field == CallField.RATING
                                ? single(number, "ABS(" + number + ") < 1000000000")
                                : number;
                columns.add(named(bound, kept));
            }
        }
    }

    private void addDurations() throws CallLogException {
        boolean whole = binding.bound(CallField.TALK) == null;
        for (CallField field :
                List.of(
                        whole ? CallField.HANDLE : CallField.TALK,
                        CallField.HOLD,
                        CallField.WORK,
                        CallField.QUEUE_TIME)) {
            Bound bound = binding.bound(field);
            if (bound != null) {
                String alias = alias(field == CallField.HANDLE ? CallField.TALK : field);
                String seconds = seconds(bound);
                SqlText value = withNone(bound, single(seconds, seconds + " BETWEEN 0 AND 86400"));
                columns.add(value.then(" AS " + alias));
                String bad =
                        "CASE WHEN %1$s < 0 OR %1$s > 86400 THEN 1 ELSE 0 END".formatted(seconds);
                columns.add(marked(bound, bad).then(" AS " + alias + "_bad"));
            }
        }
    }

    /** As calls keep it in memory: in single precision. */
    private String single(String number, String condition) {
        return "CASE WHEN %s THEN CAST(CAST(%s AS %s) AS %s) END"
                .formatted(condition, number, dialect.single(), dialect.real());
    }

    private String seconds(Bound bound) throws CallLogException {
        DatabaseTable.Column column = column(bound);
        DurationStyle style = bound.duration();
        String unit =
                switch (style == null ? DurationStyle.SECONDS : style) {
                    case MILLISECONDS -> " * 0.001";
                    case MINUTES -> " * 60";
                    case HOURS -> " * 3600";
                    case DAYS -> " * 86400";
                    default -> "";
                };
        return switch (column.kind()) {
            case INTERVAL -> real(TableLook.seconds(column.quoted(), true));
            case TIME -> real(TableLook.seconds(column.quoted(), false));
            default -> "(" + number(bound, "a duration") + unit + ")";
        };
    }

    private String real(String expression) {
        return "CAST(" + expression + " AS " + dialect.real() + ")";
    }

    private String number(Bound bound, String what) throws CallLogException {
        DatabaseTable.Column column = column(bound);
        if (column.kind() != ColumnKind.NUMBER) {
            throw new CallLogException(
                    "The column \"%s\" cannot be added up as %s, for it holds %s: make a view that casts it to a number."
                            .formatted(column.name(), what, column.kind().title()));
        }
        return real(column.quoted());
    }

    private SqlText named(Bound bound, String expression) {
        return withNone(bound, expression).then(" AS " + alias(bound.field()));
    }

    /** Null where the column holds what stands for nothing. */
    private SqlText withNone(Bound bound, String expression) {
        List<String> none = bound.rule().none();
        return none.isEmpty()
                ? SqlText.of(expression)
                : SqlText.isIn(text(column(bound)), none)
                        .in("CASE WHEN ", " THEN NULL ELSE " + expression + " END");
    }

    private SqlText marked(Bound bound, String mark) {
        List<String> none = bound.rule().none();
        return none.isEmpty()
                ? SqlText.of(mark)
                : SqlText.isIn(text(column(bound)), none)
                        .in("CASE WHEN ", " THEN 0 ELSE " + mark + " END");
    }

    private String text(DatabaseTable.Column column) {
        String name = column.quoted();
        return switch (column.kind()) {
            case BOOLEAN ->
                    "CASE WHEN %1$s THEN 'true' WHEN NOT %1$s THEN 'false' END".formatted(name);
            case TEXT -> "NULLIF(TRIM(" + name + "), '')";
            default -> "NULLIF(TRIM(CAST(%s AS %s)), '')".formatted(name, dialect.text());
        };
    }
}
