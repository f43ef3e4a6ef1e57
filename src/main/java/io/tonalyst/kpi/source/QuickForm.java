// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import io.tonalyst.kpi.format.DateStyle;
import io.tonalyst.kpi.format.DurationStyle;
import io.tonalyst.kpi.source.Binding.Bound;
import io.tonalyst.kpi.table.Dialect;
import io.tonalyst.kpi.table.TableSample;
import io.tonalyst.kpi.table.TextEncoding;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether a log has the form that {@link io.tonalyst.kpi.CallLogReader} splits and reads in place,
 * several times as fast as the general way: VolaPhone's columns under their own names, in UTF-8,
 * with ISO dates and seconds. In the samples both ways have to take and leave out the same values.
 */
final class QuickForm {
    private static final Map<CallField, String> COLUMNS =
            Map.of(
                    CallField.START, "Call_Date",
                    CallField.AGENT, "Agent_ID",
                    CallField.TALK, "Talk_Time",
                    CallField.WORK, "After_Call_Work_Time",
                    CallField.HOLD, "Hold_Time",
                    CallField.QUEUE_TIME, "Queue_Time",
                    CallField.OUTCOME, "Call_resolution_ID",
                    CallField.CALL_TYPE, "Call_Type_ID",
                    CallField.PLAN, "Plan_ID",
                    CallField.EMOTION, "Emotion");
    private static final List<CallField> REQUIRED =
            List.of(
                    CallField.START,
                    CallField.AGENT,
                    CallField.TALK,
                    CallField.WORK,
                    CallField.OUTCOME);
    private static final List<String> RESOLVED = List.of("Resolution1", "Call resolved by agent");
    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?:[ T]\\d{2}:\\d{2}(?::\\d{2})?)?");
    private static final Pattern SECONDS = Pattern.compile("\\d*\\.?\\d*");

    private QuickForm() {}

    static boolean fits(Binding binding) {
        Map<CallField, Bound> fields = binding.fields();
        return hasDialect(binding.sample())
                && fields.keySet().containsAll(REQUIRED)
                && binding.mapping().skips().isEmpty()
                && binding.mapping().lookups().stream().allMatch(Lookup::isTitle)
                && fields.values().stream().allMatch(bound -> hasForm(bound, binding.sample()));
    }

    private static boolean hasDialect(TableSample sample) {
        Dialect dialect = sample.dialect();
        return !sample.isWorkbook()
                && dialect.encoding() == TextEncoding.UTF_8
                && dialect.quote() == '"'
                && dialect.headerRow() == 1
                && dialect.decimal() == '.'
                && ",;\t".indexOf(dialect.delimiter()) >= 0
                && sample.columns().size() < 1000;
    }

    private static boolean hasForm(Bound bound, TableSample sample) {
        String column = COLUMNS.get(bound.field());
        if (column == null
                || sample.header().field(column) != bound.column()
                || !bound.rule().none().isEmpty()) {
            return false;
        }
        return switch (bound.field()) {
            case AGENT -> bound.rule().style().equals(Styles.NUMBER);
            case OUTCOME -> bound.rule().yes().equals(RESOLVED);
            case START ->
                    bound.date() == DateStyle.YMD
                            && same(
                                    bound,
                                    sample,
                                    DATE,
                                    text -> DateStyle.YMD.parse(text, '.') != DateStyle.BAD);
            case TALK, WORK, HOLD, QUEUE_TIME ->
                    bound.duration() == DurationStyle.SECONDS
                            && same(
                                    bound,
                                    sample,
                                    SECONDS,
                                    text -> DurationStyle.SECONDS.parse(text, '.') >= 0);
            default -> true;
        };
    }

    /** Whether what the general way can read of the samples has the form of the quick one. */
    private static boolean same(
            Bound bound, TableSample sample, Pattern form, Predicate<String> readable) {
        return sample.rows().stream()
                .map(row -> row.get(bound.column()))
                .filter(text -> !text.isEmpty())
                .noneMatch(text -> readable.test(text) && !form.matcher(text).matches());
    }
}
