// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.Estimate;
import io.tonalyst.kpi.overview.Overview;
import io.tonalyst.kpi.overview.Signal;
import io.tonalyst.kpi.overview.Standing;
import io.tonalyst.kpi.overview.Trend;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Agents over periods as {@code tonalyst kpi --by --json} prints them; what is not known is null.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record OverviewDocument(
        String measure,
        String definition,
        String by,
        String unit,
        String formula,
        String denominator,
        List<String> notes,
        @Nullable Double target,
        @JsonProperty("target_from") String targetFrom,
        @JsonProperty("control_limits") String controlLimits,
        long rows,
        KpiDocument.Problems problems,
        List<Agent> agents) {
    static OverviewDocument of(CallLogImport read, Overview made, List<Overview.Agent> agents) {
        return new OverviewDocument(
                made.query().measure().key(),
                made.query().definition().key(),
                made.query().granularity().key(),
                made.query().measure().unit(),
                made.formula().text(),
                made.formula().denominator(),
                made.formula().notes(),
                known(made.target()),
                made.targetText(),
                made.limitsText(),
                read.rows(),
                KpiDocument.Problems.of(read),
                agents.stream().map(Agent::of).toList());
    }

    /** One agent. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Agent(
            String agent,
            String title,
            Figure total,
            @JsonProperty("misses_target") boolean missesTarget,
            int alerts,
            @Nullable Double centre,
            List<Period> periods,
            List<Figure> scorecard) {
        static Agent of(Overview.Agent agent) {
            return new Agent(
                    agent.code(),
                    agent.title(),
                    Figure.of(agent.standing()),
                    agent.missesTarget(),
                    agent.trend().alerts(),
                    known(agent.trend().centre()),
                    agent.trend().points().stream().map(p -> Period.of(p, agent.trend())).toList(),
                    agent.scorecard().stream().map(Figure::of).toList());
        }
    }

    /** A figure over all periods, among the peers. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Figure(
            String measure,
            int calls,
            @Nullable Double value,
            @JsonProperty("standard_error") @Nullable Double standardError,
            @JsonProperty("ci_low") @Nullable Double ciLow,
            @JsonProperty("ci_high") @Nullable Double ciHigh,
            @Nullable Integer rank,
            int of,
            @JsonProperty("peer_median") @Nullable Double peerMedian,
            String verdict) {
        static Figure of(Standing standing) {
            Estimate estimate = standing.estimate();
            return new Figure(
                    standing.measure().key(),
                    standing.measure().counted(standing.totals()),
                    known(estimate.value()),
                    known(estimate.standardError()),
                    known(estimate.low()),
                    known(estimate.high()),
                    standing.rank() == 0 ? null : (Integer) standing.rank(),
                    standing.of(),
                    known(standing.peerMedian()),
                    standing.verdict().key());
        }
    }

    /** One period. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Period(
            String period,
            String first,
            int calls,
            @Nullable Double value,
            @JsonProperty("standard_error") @Nullable Double standardError,
            @JsonProperty("ci_low") @Nullable Double ciLow,
            @JsonProperty("ci_high") @Nullable Double ciHigh,
            @JsonProperty("limit_low") @Nullable Double limitLow,
            @JsonProperty("limit_high") @Nullable Double limitHigh,
            List<String> signals,
            boolean alert) {
        static Period of(Trend.Point point, Trend trend) {
            return new Period(
                    point.label(),
                    point.first().toString(),
                    trend.measure().counted(point.totals()),
                    known(point.value()),
                    known(point.estimate().standardError()),
                    known(point.estimate().low()),
                    known(point.estimate().high()),
                    known(point.low()),
                    known(point.high()),
                    point.signals().stream().map(Signal::key).toList(),
                    point.isAlert(trend.measure()));
        }
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
