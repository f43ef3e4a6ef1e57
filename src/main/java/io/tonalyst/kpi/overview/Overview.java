// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.overview;

import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.CallSums;
import io.tonalyst.kpi.CallTotals;
import io.tonalyst.kpi.DaySums;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.MeasureFormula;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A measure of all agents over many periods, with ranks, control limits, alerts, and a scorecard of
 * all measures for each agent.
 *
 * @param formula how the measure is computed
 * @param target in the unit of the measure
 * @param targetText where the target comes from
 * @param agents those with calls that pass the filter, best first, agents without a figure last
 */
public record Overview(
        OverviewQuery query,
        MeasureFormula formula,
        double target,
        String targetText,
        List<Agent> agents) {
    public Overview {
        agents = List.copyOf(agents);
    }

    /**
     * One agent.
     *
     * @param code as the log has it
     * @param title in words where they are known
     * @param standing in the measure, over all periods
     * @param missesTarget whether the whole 95 % band over all periods lies on the bad side
     * @param scorecard all measures, each over all periods
     */
    public record Agent(
            String code,
            String title,
            Standing standing,
            boolean missesTarget,
            Trend trend,
            List<Standing> scorecard) {
        public Agent {
            scorecard = List.copyOf(scorecard);
        }
    }

    /** Adds up all calls that pass the filter, in one pass. */
    public static Overview of(CallLog log, OverviewQuery query) {
        return of(DaySums.of(log, query.filter()), query);
    }

    /**
     * Works all figures out from sums that are there already.
     *
     * @param days under the filter of the query
     */
    public static Overview of(DaySums days, OverviewQuery query) {
        CallLog log = days.log();
        var formula = MeasureFormula.of(query.measure(), query.definition(), query.filter(), log);
        List<CallTotals> totals = days.agents().stream().map(DaySums.Agent::all).toList();
        List<Standing> standings = Standing.of(formula, totals);
        double target = target(query, standings);
        Map<Measure, List<Standing>> cards = cards(log, query, totals);
        var labels = new Labels(query.granularity());
        var agents = new ArrayList<Agent>();
        for (int i = 0; i < totals.size(); i++) {
            int place = i;
            DaySums.Agent agent = days.agents().get(i);
            Standing standing = standings.get(i);
            agents.add(
                    new Agent(
                            log.agentCode(agent.number()),
                            log.agentTitle(agent.number()),
                            standing,
                            Trend.missesTarget(query.measure(), standing.estimate(), target),
                            Trend.of(formula, labels, periods(agent, query.granularity()), target),
                            cards.values().stream().map(card -> card.get(place)).toList()));
        }
        agents.sort(
                Comparator.comparingInt(
                        a -> a.standing().rank() == 0 ? Integer.MAX_VALUE : a.standing().rank()));
        return new Overview(query, formula, target, targetText(query), agents);
    }

    /** The periods with calls of one agent, ascending. */
    private static List<Trend.Sums> periods(DaySums.Agent agent, Granularity granularity) {
        if (granularity == Granularity.DAY) {
            return agent.days().stream()
                    .map(day -> new Trend.Sums(day.date(), day.totals()))
                    .toList();
        }
        var periods = new ArrayList<Trend.Sums>();
        var sums = new CallSums();
        LocalDate first = LocalDate.MIN;
        int until = Integer.MIN_VALUE;
        for (DaySums.Day day : agent.days()) {
            if (day.epochDay() >= until) {
                if (until != Integer.MIN_VALUE) {
                    periods.add(new Trend.Sums(first, sums.totals()));
                }
                sums = new CallSums();
                first = granularity.first(day.date());
                until = (int) granularity.next(first).toEpochDay();
            }
            sums.add(day.totals());
        }
        periods.add(new Trend.Sums(first, sums.totals()));
        return periods;
    }

    private static Map<Measure, List<Standing>> cards(
            CallLog log, OverviewQuery query, List<CallTotals> totals) {
        var cards = new EnumMap<Measure, List<Standing>>(Measure.class);
        for (Measure measure : Measure.in(log)) {
            var formula = MeasureFormula.of(measure, query.definition(), query.filter(), log);
            cards.put(measure, Standing.of(formula, totals));
        }
        return cards;
    }

    /** As in the motion chart: the reference's threshold where it had one, else the median. */
    private static double target(OverviewQuery query, List<Standing> standings) {
        if (query.target().isPresent()) {
            return query.target().getAsDouble();
        }
        if (hasReference(query)) {
            return query.measure().referenceThreshold().orElseThrow();
        }
        return Standing.median(
                standings.stream()
                        .mapToDouble(s -> s.estimate().value())
                        .filter(v -> !Double.isNaN(v))
                        .toArray());
    }

    private static boolean hasReference(OverviewQuery query) {
        boolean own = query.measure() == Measure.AHT && query.definition() == Definition.STANDARD;
        return !own && query.measure().referenceThreshold().isPresent();
    }

    private static String targetText(OverviewQuery query) {
        if (query.target().isPresent()) {
            return "as asked for";
        }
        return hasReference(query) ? "of the VolaPhone charts" : "median of the agents";
    }

    /** What the control limits are, one sentence. */
    public String limitsText() {
        String kind =
                query.measure().isRate()
                        ? "p-chart: the agent's own rate and three standard deviations for the"
                                + " calls of each period"
                        : "individuals chart: the agent's own mean and three standard deviations"
                                + " from the mean moving range";
        return "Control limits (" + kind + ") from " + ControlLimits.MIN_PERIODS + " periods on.";
    }
}
