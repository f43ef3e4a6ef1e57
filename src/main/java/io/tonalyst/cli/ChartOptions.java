// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.overview.Granularity;
import io.tonalyst.ui.kpi.views.BubbleSpec;
import io.tonalyst.ui.kpi.views.ChartRequest;
import io.tonalyst.ui.kpi.views.ChartView;
import io.tonalyst.ui.kpi.views.CompareChart;
import io.tonalyst.ui.kpi.views.MultiplesOrder;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say what a chart shows. */
final class ChartOptions {
    @Option(
            names = "--view",
            required = true,
            paramLabel = "VIEW",
            description = "line, compare, bubbles, multiples or calendar.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String view;

    @Option(
            names = "--agent",
            paramLabel = "A",
            description =
                    "Number or name of an agent, several times for more: up to three are compared;"
                            + " bubbles of these are named.")
    private List<String> agents = new ArrayList<>();

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "Month of line and compare; a month the calendar has to show.")
    private @Nullable String month;

    @Option(
            names = "--measure",
            defaultValue = "aht",
            paramLabel = "KEY",
            description =
                    "Figure of all views but bubbles, as of tonalyst kpi (default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String measure;

    @Option(
            names = "--definition",
            paramLabel = "KEY",
            description = "standard (default) or volaphone, of the handle time.")
    private Optional<String> definition = Optional.empty();

    @Option(
            names = "--threshold",
            paramLabel = "X",
            description = "In the unit of the measure (default: as in the window).")
    private @Nullable Double threshold;

    @Option(
            names = "--by",
            defaultValue = "month",
            paramLabel = "day|week|month",
            description = "Periods of bubbles and multiples (default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String by;

    @Option(
            names = "--x",
            defaultValue = "aht",
            paramLabel = "KEY",
            description = "Figure across the bubble chart (default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String x;

    @Option(
            names = "--y",
            defaultValue = "fcr",
            paramLabel = "KEY",
            description = "Figure up the bubble chart (default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String y;

    @Option(
            names = "--area",
            defaultValue = "calls",
            paramLabel = "KEY",
            description = "Figure of the area of a bubble (default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String area;

    @Option(
            names = "--colour",
            defaultValue = "none",
            paramLabel = "KEY",
            description = "Figure of the colour of a bubble, or none (default).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String colour;

    @Option(
            names = "--trail",
            defaultValue = "6",
            paramLabel = "N",
            description =
                    "Periods of the past a bubble draws behind it, 0 to "
                            + BubbleSpec.MAX_TRAIL
                            + " (default ${DEFAULT-VALUE}).")
    private int trail;

    @Option(
            names = "--order",
            defaultValue = "agent",
            paramLabel = "KEY",
            description =
                    "Order of the multiples: agent (default), worst, best, worsening, unsteady,"
                            + " calls.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String order;

    @Option(
            names = "--page",
            defaultValue = "1",
            paramLabel = "N",
            description = "Page of the multiples, from 1 (default).")
    private int page;

    /** Whether the chart shows a month of agents that have to be named. */
    private boolean isOfAgents(ChartView which) {
        return which != ChartView.BUBBLES && which != ChartView.MULTIPLES;
    }

    /** Everything that can be wrong before a log is read. */
    void check(CallLogs logs, RecordingOptions recordings) {
        ChartView which = view(logs);
        Measure what = logs.measure(measure);
        logs.definition(definition);
        if (month != null) {
            logs.month(month);
        }
        for (Measure shown : measures(logs, which, what)) {
            if (shown.isMeasured() && !recordings.areUsed()) {
                recordings.check(shown, logs);
            }
        }
        if (isOfAgents(which) && agents.isEmpty()) {
            throw logs.usage("--view %s needs --agent.".formatted(which.key()));
        }
        if (which.followsSound() && month == null) {
            throw logs.usage("--view %s needs --month.".formatted(which.key()));
        }
        int most = which == ChartView.COMPARE ? CompareChart.MAX_AGENTS : 1;
        if (isOfAgents(which) && agents.size() > most) {
            throw logs.usage(
                    "--view %s shows at most %d agents, not %d."
                            .formatted(which.key(), most, agents.size()));
        }
        if (trail < 0 || trail > BubbleSpec.MAX_TRAIL || page < 1) {
            throw logs.usage(
                    "--trail lies between 0 and %d, and --page is 1 or more."
                            .formatted(BubbleSpec.MAX_TRAIL));
        }
        if (threshold != null) {
            what.thresholdProblem(threshold)
                    .ifPresent(
                            sentence -> {
                                throw logs.usage(sentence);
                            });
        }
        granularity(logs);
        order(logs);
    }

    /** The figures that are shown. */
    private List<Measure> measures(CallLogs logs, ChartView which, Measure what) {
        if (which != ChartView.BUBBLES) {
            return List.of(what);
        }
        var all = new ArrayList<>(List.of(logs.measure(x), logs.measure(y), logs.measure(area)));
        if (!colour.equals("none")) {
            all.add(logs.measure(colour));
        }
        return all;
    }

    /** What is asked of a log; the options have been checked. */
    ChartRequest in(CallLog log, CallLogs logs) {
        List<Integer> numbers = agents.stream().map(agent -> logs.agent(agent, log)).toList();
        YearMonth when = month == null ? log.months().getLast() : logs.month(month);
        Definition under = logs.definition(definition);
        return new ChartRequest(
                view(logs),
                numbers,
                when,
                logs.measure(measure),
                under,
                threshold == null ? Double.NaN : threshold,
                granularity(logs),
                new BubbleSpec(
                        logs.measure(x),
                        logs.measure(y),
                        logs.measure(area),
                        colour.equals("none") ? null : logs.measure(colour),
                        under,
                        trail,
                        new HashSet<>(numbers)),
                order(logs),
                page - 1);
    }

    ChartView view(CallLogs logs) {
        return ChartView.ofKey(view)
                .orElseThrow(() -> unknown(logs, "--view", view, Stream.of(ChartView.values())));
    }

    private Granularity granularity(CallLogs logs) {
        return Granularity.ofKey(by)
                .orElseThrow(() -> unknown(logs, "--by", by, Stream.of(Granularity.values())));
    }

    private MultiplesOrder order(CallLogs logs) {
        return MultiplesOrder.ofKey(order)
                .orElseThrow(
                        () -> unknown(logs, "--order", order, Stream.of(MultiplesOrder.values())));
    }

    private static RuntimeException unknown(
            CallLogs logs, String option, String text, Stream<? extends Enum<?>> known) {
        return logs.usage(
                "%s is one of %s, not '%s'."
                        .formatted(
                                option,
                                known.map(value -> value.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", ")),
                                text));
    }
}
