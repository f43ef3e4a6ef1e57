// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.CallTotals;
import io.tonalyst.kpi.Estimate;
import io.tonalyst.kpi.KpiQuery;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.kpi.MeasuredTotals;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A daily series as {@code tonalyst kpi --json} prints it; shares in percent, times in seconds. */
record KpiDocument(
        Object agent,
        String month,
        String measure,
        String definition,
        String title,
        String unit,
        String formula,
        String denominator,
        List<String> notes,
        long rows,
        Problems problems,
        List<Day> days,
        Day total,
        @JsonProperty("peer_median") @Nullable Double peerMedian,
        int peers) {

    static KpiDocument of(CallLogImport read, KpiQuery query, KpiSeries series) {
        boolean hold = read.log().hasHold();
        boolean labels = read.log().hasEmotionLabels();
        return new KpiDocument(
                agent(read.log(), query.agent()),
                query.month().toString(),
                query.measure().key(),
                query.definition().key(),
                series.title(),
                query.measure().unit(),
                series.formula(),
                series.denominator(),
                series.notes(),
                read.rows(),
                Problems.of(read),
                series.points().stream()
                        .map(
                                p ->
                                        Day.of(
                                                p.date().toString(),
                                                p.estimate(),
                                                p.totals(),
                                                hold,
                                                labels))
                        .toList(),
                Day.of(null, series.total(), series.totals(), hold, labels),
                boxed(series.peerMedian()),
                series.peers());
    }

    /** A number where agents are numbers, else the name. */
    private static Object agent(CallLog log, int agent) {
        String code = log.agentCode(agent);
        return code.equals(Integer.toString(agent)) ? (Object) agent : code;
    }

    /** Rows that were left out. */
    record Problems(
            long count, @JsonProperty("by_kind") Map<String, Long> byKind, List<String> first) {
        private static final int SHOWN = 10;

        static Problems of(CallLogImport read) {
            var byKind = new TreeMap<String, Long>();
            read.problemCounts()
                    .forEach(
                            (kind, count) ->
                                    byKind.put(kind.name().toLowerCase(Locale.ROOT), count));
            return new Problems(
                    read.problemCount(),
                    byKind,
                    read.problems().stream().limit(SHOWN).map(p -> p.sentence()).toList());
        }
    }

    /** One day, or the whole month when it has no date; what is not known is null. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Day(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String date,
            int calls,
            @Nullable Double value,
            @JsonProperty("standard_error") @Nullable Double standardError,
            @JsonProperty("ci_low") @Nullable Double ciLow,
            @JsonProperty("ci_high") @Nullable Double ciHigh,
            @JsonProperty("talk_s") double talkS,
            @JsonProperty("hold_s") @Nullable Double holdS,
            @JsonProperty("acw_s") double acwS,
            @JsonProperty("queue_s") double queueS,
            int judged,
            int resolved,
            @Nullable Integer labelled,
            @Nullable Integer angry,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Measured measured) {
        static Day of(
                @Nullable String date,
                Estimate estimate,
                CallTotals sums,
                boolean hold,
                boolean labels) {
            return new Day(
                    date,
                    sums.calls(),
                    known(estimate.value()),
                    known(estimate.standardError()),
                    known(estimate.low()),
                    known(estimate.high()),
                    sums.talkS(),
                    hold ? sums.holdS() : null,
                    sums.acwS(),
                    sums.queueS(),
                    sums.judged(),
                    sums.resolved(),
                    labels ? sums.labelled() : null,
                    labels ? sums.angry() : null,
                    Measured.of(sums.measured()));
        }
    }

    /** What was measured in recordings; missing where nothing was. Points, and shares 0 to 1. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Measured(
            int calls,
            int angry,
            double confidence,
            double coverage,
            double valence,
            @JsonProperty("valence_trend") @Nullable Double trend) {
        static @Nullable Measured of(MeasuredTotals sums) {
            return sums.calls() == 0
                    ? null
                    : new Measured(
                            sums.calls(),
                            sums.angry(),
                            sums.meanConfidence(),
                            sums.meanCoverage(),
                            sums.valence() / sums.calls(),
                            sums.changing() == 0 ? null : sums.change() / sums.changing());
        }
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
