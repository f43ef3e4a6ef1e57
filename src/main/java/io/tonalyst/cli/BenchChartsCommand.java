// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.DaySums;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.LatestDaySums;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.overview.Granularity;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.kpi.views.BubbleSpec;
import io.tonalyst.ui.kpi.views.ChartPaintTimes;
import io.tonalyst.ui.kpi.views.ChartRequest;
import io.tonalyst.ui.kpi.views.ChartView;
import io.tonalyst.ui.kpi.views.Charts;
import io.tonalyst.ui.kpi.views.MultiplesOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tonalyst bench charts}: how long the views of the figures take to paint and to switch. */
@Command(
        name = "charts",
        mixinStandardHelpOptions = true,
        description =
                "Paints the views of a call log picture by picture at 1400 x 900 in software, and"
                        + " measures what another agent, month, measure or filter takes.")
final class BenchChartsCommand implements Callable<Integer> {
    private static final double WIDTH = 1400;
    private static final double HEIGHT = 900;
    private static final int SWITCHES = 60;
    private static final long SEED = 1;

    @Mixin private BenchLogOptions log = new BenchLogOptions();

    @Option(
            names = "--agents",
            defaultValue = "50",
            paramLabel = "N",
            description = "Agents that are painted (default ${DEFAULT-VALUE}).")
    private int agents;

    @Option(
            names = "--trail",
            defaultValue = "12",
            paramLabel = "N",
            description = "Periods of the trails (default ${DEFAULT-VALUE}).")
    private int trail;

    @Option(
            names = "--pictures",
            defaultValue = "300",
            paramLabel = "N",
            description = "Pictures of each view (default ${DEFAULT-VALUE}).")
    private int pictures;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** Milliseconds of one kind. */
    record Times(
            @JsonProperty("median_ms") double median,
            @JsonProperty("p95_ms") double p95,
            @JsonProperty("max_ms") double max) {}

    /**
     * What a view takes.
     *
     * @param paint drawing and pixels of a picture, elapsed
     * @param paintCpu the same by the processor time of all threads
     * @param switched another agent, month or measure, elapsed
     * @param switchCpu the same by the processor time of all threads
     * @param filter another filter, the pass over the calls included, elapsed
     * @param filterCpu the same by the processor time of all threads
     */
    record ViewTimes(
            Times paint,
            @JsonProperty("paint_cpu") Times paintCpu,
            @JsonProperty("switch") Times switched,
            @JsonProperty("switch_cpu") Times switchCpu,
            Times filter,
            @JsonProperty("filter_cpu") Times filterCpu) {}

    /** What was measured, by view. */
    record Result(
            long calls,
            int agents,
            @JsonProperty("agents_painted") int agentsPainted,
            int trail,
            int pictures,
            Map<String, ViewTimes> views) {}

    @Override
    public Integer call() throws Exception {
        var logs = new CallLogs(spec);
        if (agents < 1 || pictures < 1 || trail < 0 || trail > BubbleSpec.MAX_TRAIL) {
            throw logs.usage(
                    "--agents and --pictures are 1 or more, --trail lies between 0 and "
                            + BubbleSpec.MAX_TRAIL
                            + ".");
        }
        CallLog read = log.read(logs).log();
        DaySums some = DaySums.of(read, firstAgents(read));
        var views = new LinkedHashMap<String, ViewTimes>();
        for (ChartView view : ChartView.values()) {
            var chart = Charts.of(some, request(view, read, new Random(SEED), Granularity.WEEK));
            var painted = ChartPaintTimes.of(chart, pictures, WIDTH, HEIGHT, Palette.LIGHT);
            List<CpuClock.Taken> switched = switches(read, view, false);
            List<CpuClock.Taken> filtered = switches(read, view, true);
            views.put(
                    view.key(),
                    new ViewTimes(
                            times(painted.elapsed()),
                            times(painted.processor()),
                            times(switched, CpuClock.Taken::elapsed),
                            times(switched, CpuClock.Taken::processor),
                            times(filtered, CpuClock.Taken::elapsed),
                            times(filtered, CpuClock.Taken::processor)));
        }
        var result =
                new Result(
                        read.size(),
                        read.agents().length,
                        some.agents().size(),
                        trail,
                        pictures,
                        views);
        var out = spec.commandLine().getOut();
        if (log.json()) {
            Json.write(out, result);
        } else {
            views.forEach(
                    (view, times) ->
                            out.printf(
                                    Locale.ROOT,
                                    "%-10s painted in %.1f ms (median), %.1f ms (95 %%), by"
                                            + " processor time %.1f ms (95 %%); another agent, month"
                                            + " or measure in %.1f ms (95 %%; %.1f ms of it),"
                                            + " another filter in %.1f ms (%.1f ms of it)%n",
                                    view,
                                    times.paint.median,
                                    times.paint.p95,
                                    times.paintCpu.p95,
                                    times.switched.p95,
                                    times.switchCpu.p95,
                                    times.filter.p95,
                                    times.filterCpu.p95));
            out.flush();
        }
        return TonalystCommand.OK;
    }

    private CallFilter firstAgents(CallLog read) {
        var codes = new TreeSet<String>();
        Arrays.stream(read.agents()).limit(agents).forEach(a -> codes.add(read.agentCode(a)));
        return CallFilter.NONE.with(CallDimension.AGENT, codes);
    }

    private ChartRequest request(ChartView view, CallLog read, Random random, Granularity by) {
        int[] all = read.agents();
        var chosen = new ArrayList<Integer>();
        chosen.add(all[random.nextInt(Math.min(all.length, agents))]);
        chosen.add(all[Math.min(all.length - 1, 1)]);
        chosen.add(all[Math.min(all.length - 1, 2)]);
        var months = read.months(chosen.getFirst());
        List<Measure> measures =
                Arrays.stream(Measure.values()).filter(measure -> measure.isIn(read)).toList();
        return new ChartRequest(
                view,
                chosen,
                months.get(random.nextInt(months.size())),
                measures.get(random.nextInt(measures.size())),
                Definition.STANDARD,
                Double.NaN,
                by,
                new BubbleSpec(
                        measures.get(random.nextInt(measures.size())),
                        Measure.FCR,
                        Measure.CALLS,
                        Measure.ANGRY,
                        Definition.STANDARD,
                        trail,
                        Set.of()),
                MultiplesOrder.WORST,
                0);
    }

    /** What each switch takes; the first third runs unmeasured to warm up. */
    private List<CpuClock.Taken> switches(CallLog read, ChartView view, boolean filter) {
        var clock = new CpuClock();
        var random = new Random(SEED);
        var sums = new LatestDaySums();
        LocalDate first = read.months().getFirst().atDay(1);
        var times = new ArrayList<CpuClock.Taken>();
        for (int i = -SWITCHES / 2; i < SWITCHES; i++) {
            CallFilter which =
                    filter
                            ? CallFilter.NONE.between(first.plusDays(i & 63), null)
                            : CallFilter.NONE;
            ChartRequest request = request(view, read, random, Granularity.MONTH);
            CpuClock.Taken taken =
                    clock.measure(() -> Charts.of(sums.of(read, which), request).steps());
            if (i >= 0) {
                times.add(taken);
            }
        }
        return times;
    }

    private static Times times(List<CpuClock.Taken> taken, ToDoubleFunction<CpuClock.Taken> which) {
        return times(taken.stream().mapToDouble(which).sorted().boxed().toList());
    }

    private static Times times(List<Double> sorted) {
        return new Times(
                sorted.get(sorted.size() / 2),
                sorted.get(Math.min(sorted.size() - 1, sorted.size() * 95 / 100)),
                sorted.getLast());
    }
}
