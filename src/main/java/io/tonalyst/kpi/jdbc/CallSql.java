// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.jdbc;

import static io.tonalyst.kpi.source.CallField.ANSWERED;
import static io.tonalyst.kpi.source.CallField.CALLS;
import static io.tonalyst.kpi.source.CallField.RESOLVED;
import static io.tonalyst.kpi.source.CallField.RESOLVED_CALLS;
import static io.tonalyst.kpi.source.CallField.RESOLVED_SHARE;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.RowProblem.Kind;
import io.tonalyst.kpi.format.YesNo;
import io.tonalyst.kpi.source.Binding;
import io.tonalyst.kpi.source.CallField;
import io.tonalyst.kpi.source.CallLogImporter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The query that adds up the calls of a table by day, agent and further dimensions. What is a call,
 * what is passed over and what is a problem is told by the rules that files are read by.
 *
 * <p>Three queries one in another: the innermost reads the columns, the next says of each row what
 * it is, the outer one adds up.
 *
 * @param text the query
 * @param keys what calls are told apart by besides day and agent, in the order of the columns
 * @param fates what the numbers in the first column mean; {@link #CALL} is a call
 */
record CallSql(SqlText text, List<CallDimension> keys, Map<Integer, Fate> fates) {
    static final int CALL = 0;

    private static final String NOTHING = "CASE WHEN 1 = 0 THEN 0 END";

    /** What a row is that is no call. */
    sealed interface Fate {
        /** No handled call; in words. */
        record Passed(String as) implements Fate {}

        /** A row that cannot be used. */
        record Bad(Kind kind) implements Fate {}
    }

    static CallSql of(Binding binding, CallColumnsSql columns, List<CallDimension> keys) {
        var fates = new Fates(binding);
        SqlText fate = fates.expression();
        SqlText resolved = resolved(binding);
        var middle =
                new ArrayList<>(
                        List.of(
                                fate.then(" AS q_fate"),
                                SqlText.of("q_day"),
                                SqlText.of("q_agent_id"),
                                weight(binding).then(" AS q_weight"),
                                resolved.then(" AS q_solved")));
        for (Amount amount : Amount.values()) {
            middle.add(SqlText.of(amount.checked(binding) + " AS " + amount.alias));
        }
        var named = new ArrayList<>(keys);
        boolean labels = binding.bound(CallField.EMOTION) != null;
        if (labels && !named.contains(CallDimension.EMOTION)) {
            named.add(CallDimension.EMOTION);
        }
        for (CallDimension dimension : named) {
            middle.add(SqlText.of(CallColumnsSql.alias(dimension)));
        }
        SqlText rows =
                SqlText.join(", ", middle)
                        .in("SELECT ", " FROM (")
                        .then(columns.text())
                        .then(") r");
        List<String> grouped = grouped(keys);
        List<String> outer = new ArrayList<>(grouped);
        outer.addAll(
                List.of(
                        "COUNT(*)",
                        "SUM(q_weight)",
                        "MAX(q_weight)",
                        "SUM(CASE WHEN q_solved IS NOT NULL THEN q_weight ELSE 0 END)",
                        "SUM(q_solved)"));
        String emotion = CallColumnsSql.alias(CallDimension.EMOTION);
        outer.add(labels ? sumIf(emotion + " IS NOT NULL") : "0");
        outer.add(labels ? sumIf("LOWER(" + emotion + ") IN ('anger', 'angry')") : "0");
        for (Amount amount : Amount.values()) {
            outer.add(sumIf(amount.alias + " IS NOT NULL"));
            outer.add("SUM(q_weight * " + amount.alias + ")");
            outer.add("SUM(" + amount.alias + " * " + amount.alias + ")");
        }
        return new CallSql(
                rows.in(
                        "SELECT " + String.join(", ", outer) + " FROM (",
                        ") c GROUP BY " + String.join(", ", grouped)),
                List.copyOf(keys),
                fates.meanings());
    }

    private static String sumIf(String condition) {
        return "SUM(CASE WHEN " + condition + " THEN q_weight ELSE 0 END)";
    }

    /** Rows that are no calls are told apart by what they are alone. */
    private static List<String> grouped(List<CallDimension> keys) {
        var grouped = new ArrayList<String>();
        grouped.add("q_fate");
        for (String key : List.of("q_day", "q_agent_id")) {
            grouped.add("CASE WHEN q_fate = 0 THEN " + key + " END");
        }
        for (CallDimension key : keys) {
            grouped.add("CASE WHEN q_fate = 0 THEN " + CallColumnsSql.alias(key) + " END");
        }
        return grouped;
    }

    private static SqlText weight(Binding binding) {
        return SqlText.of(binding.bound(CALLS) == null ? "1" : "q_calls");
    }

    /** How many of the row's calls were resolved; null where that is not known. */
    private static SqlText resolved(Binding binding) {
        SqlText weight = weight(binding);
        if (binding.bound(RESOLVED_CALLS) != null) {
            return SqlText.of("q_resolved_calls");
        }
        if (binding.bound(RESOLVED_SHARE) != null) {
            return SqlText.of(
                    "ROUND(q_calls * CASE WHEN q_resolved_share > 1 THEN q_resolved_share / 100 ELSE q_resolved_share END)");
        }
        if (binding.bound(RESOLVED) != null) {
            return either("q_resolved", isYes("q_resolved", binding, RESOLVED), weight);
        }
        List<String> yes = CallLogImporter.resolvedOutcomes(binding);
        return yes.isEmpty()
                ? SqlText.of(NOTHING)
                : either("q_outcome", SqlText.isIn("q_outcome", yes), weight);
    }

    private static SqlText either(String column, SqlText yes, SqlText weight) {
        return yes.in("CASE WHEN " + column + " IS NULL THEN NULL WHEN ", " THEN ")
                .then(weight)
                .then(" ELSE 0 END");
    }

    private static SqlText isYes(String column, Binding binding, CallField field) {
        Binding.Bound bound = binding.bound(field);
        List<String> named = bound == null ? List.of() : bound.rule().yes();
        return named.isEmpty()
                ? SqlText.isIn("LOWER(" + column + ")", YesNo.YES.words())
                : SqlText.isIn(column, named);
    }

    /** An amount in seconds, or a rating; a value of single precision, as calls keep it. */
    enum Amount {
        TALK("a_talk", "q_talk_s"),
        HOLD("a_hold", "q_hold_s"),
        WORK("a_work", "q_acw_s"),
        QUEUE("a_queue", "q_queue_s"),
        RATING("a_rating", "q_rating"),
        HANDLE("a_handle", "");

        private final String alias;
        private final String column;

        Amount(String alias, String column) {
            this.alias = alias;
            this.column = column;
        }

        private String checked(Binding binding) {
            return switch (this) {
                case TALK -> column;
                case HOLD -> known(binding, CallField.HOLD);
                case WORK -> known(binding, CallField.WORK);
                case QUEUE -> known(binding, CallField.QUEUE_TIME);
                case RATING -> known(binding, CallField.RATING);
                case HANDLE ->
                        TALK.column
                                + part(binding, HOLD, CallField.HOLD)
                                + part(binding, WORK, CallField.WORK);
            };
        }

        private String known(Binding binding, CallField field) {
            return binding.bound(field) == null ? NOTHING : column;
        }

        private static String part(Binding binding, Amount amount, CallField field) {
            return binding.bound(field) == null ? "" : " + COALESCE(" + amount.column + ", 0)";
        }
    }

    /** What a row is, in the order in which rows of files are looked at. */
    private static final class Fates {
        private final Binding binding;
        private final Map<Integer, Fate> meanings = new HashMap<>();
        private final List<SqlText> cases = new ArrayList<>();

        Fates(Binding binding) {
            this.binding = binding;
        }

        Map<Integer, Fate> meanings() {
            return Map.copyOf(meanings);
        }

        SqlText expression() {
            skips();
            counts();
            answered();
            bad(Kind.DATE, "q_day IS NULL");
            bad(Kind.AGENT, "q_agent_id IS NULL");
            bad(Kind.DURATION, "q_talk_s IS NULL");
            for (CallField field :
                    List.of(CallField.TALK, CallField.HOLD, CallField.WORK, CallField.QUEUE_TIME)) {
                if (field == CallField.TALK || binding.bound(field) != null) {
                    bad(Kind.DURATION, "q_" + field.key() + "_bad = 1");
                }
            }
            resolution();
            return SqlText.join(" ", cases).in("CASE ", " ELSE " + CALL + " END");
        }

        private void skips() {
            for (int i = 0; i < binding.mapping().skips().size(); i++) {
                for (String value : binding.mapping().skips().get(i).values()) {
                    add(
                            SqlText.of("q_skip" + i + " = ?", value),
                            new Fate.Passed("marked " + value));
                }
            }
        }

        private void counts() {
            if (binding.bound(CALLS) != null) {
                bad(Kind.NUMBER, "q_calls IS NULL OR q_calls < 0 OR q_calls > 1000000");
                bad(Kind.NUMBER, "q_calls <> FLOOR(q_calls)");
                add(SqlText.of("q_calls = 0"), new Fate.Passed("without calls"));
            }
        }

        private void answered() {
            Binding.Bound bound = binding.bound(ANSWERED);
            if (bound != null) {
                boolean words = bound.rule().yes().isEmpty();
                SqlText yes = isYes("q_answered", binding, ANSWERED);
                SqlText no =
                        words
                                ? SqlText.isIn("LOWER(q_answered)", YesNo.NO.words())
                                : yes.in("q_answered IS NULL OR NOT (", ")");
                add(no, new Fate.Passed("not answered"));
                if (words) {
                    add(yes.in("q_answered IS NULL OR NOT (", ")"), new Fate.Bad(Kind.MARK));
                }
            }
        }

        private void resolution() {
            if (binding.bound(RESOLVED_CALLS) != null) {
                bad(Kind.NUMBER, "q_resolved_calls < 0 OR q_resolved_calls > q_calls");
            } else if (binding.bound(RESOLVED_SHARE) != null) {
                bad(Kind.NUMBER, "q_resolved_share < 0 OR q_resolved_share > 100");
            } else if (binding.bound(RESOLVED) != null) {
                Binding.Bound bound = binding.bound(RESOLVED);
                if (bound != null && bound.rule().yes().isEmpty()) {
                    var words = new ArrayList<>(YesNo.YES.words());
                    words.addAll(YesNo.NO.words());
                    add(
                            SqlText.isIn("LOWER(q_resolved)", words)
                                    .in("q_resolved IS NOT NULL AND NOT (", ")"),
                            new Fate.Bad(Kind.MARK));
                }
            } else if (!CallLogImporter.resolvedOutcomes(binding).isEmpty()) {
                bad(Kind.OUTCOME, "q_outcome IS NULL");
            }
        }

        private void bad(Kind kind, String condition) {
            add(SqlText.of(condition), new Fate.Bad(kind));
        }

        private void add(SqlText condition, Fate meaning) {
            int number = cases.size() + 1;
            meanings.put(number, meaning);
            cases.add(condition.in("WHEN ", " THEN " + number));
        }
    }
}
