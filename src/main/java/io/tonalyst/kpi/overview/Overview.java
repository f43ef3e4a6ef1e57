// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.overview;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.CallSums;
import io.tonalyst.kpi.CallTotals;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.MeasureFormula;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

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
        var formula = MeasureFormula.of(query.measure(), query.definition(), query.filter(), log);
        List<String> codes = log.groupCodes(CallDimension.AGENT);
        Sums[] sums = add(log, query, codes.size());
        var kept = new ArrayList<Integer>();
        var totals = new ArrayList<CallTotals>();
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] != null) {
                kept.add(i);
                totals.add(sums[i].all());
            }
        }
        List<Standing> standings = Standing.of(formula, totals);
        double target = target(query, standings);
        Map<Measure, List<Standing>> cards = cards(log, query, totals);
        var agents = new ArrayList<Agent>();
        for (int i = 0; i < kept.size(); i++) {
            int place = i;
            String code = codes.get(kept.get(i));
            Standing standing = standings.get(i);
            agents.add(
                    new Agent(
                            code,
                            log.title(CallDimension.AGENT, code),
                            standing,
                            Trend.missesTarget(query.measure(), standing.estimate(), target),
                            Trend.of(
                                    formula,
                                    query.granularity(),
                                    sums[kept.get(i)].periods(),
                                    target),
                            cards.values().stream().map(card -> card.get(place)).toList()));
        }
        agents.sort(
                Comparator.comparingInt(
                        a -> a.standing().rank() == 0 ? Integer.MAX_VALUE : a.standing().rank()));
        return new Overview(query, formula, target, targetText(query), agents);
    }

    private static Sums[] add(CallLog log, OverviewQuery query, int agents) {
        var sums = new Sums[agents];
        IntPredicate counts = log.accepting(query.filter());
        IntUnaryOperator agentOf = log.groups(CallDimension.AGENT);
        Granularity granularity = query.granularity();
        int from = 1;
        int until = 0;
        LocalDate first = LocalDate.EPOCH;
        for (int row = 0; row < log.size(); row++) {
            if (!counts.test(row)) {
                continue;
            }
            int day = log.epochDay(row);
            if (day < from || day >= until) {
                first = granularity.first(LocalDate.ofEpochDay(day));
                from = (int) first.toEpochDay();
                until = (int) granularity.next(first).toEpochDay();
            }
            int agent = agentOf.applyAsInt(row);
            if (sums[agent] == null) {
                sums[agent] = new Sums();
            }
            sums[agent].of(from, first).add(log, row);
        }
        return sums;
    }

    /** The periods of one agent; neighbouring rows mostly lie in the same one. */
    private static final class Sums {
        private final Map<LocalDate, CallSums> periods = new TreeMap<>();
        private int last = Integer.MIN_VALUE;
        private CallSums current = new CallSums();

        CallSums of(int day, LocalDate first) {
            if (day != last) {
                last = day;
                current = periods.computeIfAbsent(first, ignored -> new CallSums());
            }
            return current;
        }

        List<Trend.Sums> periods() {
            return periods.entrySet().stream()
                    .map(e -> new Trend.Sums(e.getKey(), e.getValue().totals()))
                    .toList();
        }

        CallTotals all() {
            return periods.values().stream()
                    .map(CallSums::totals)
                    .reduce(CallTotals.NONE, CallTotals::plus);
        }
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
