// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.DaySums;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.KpiQuery;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.explore.Question;
import io.tonalyst.kpi.overview.Granularity;
import io.tonalyst.kpi.overview.Overview;
import io.tonalyst.kpi.overview.OverviewQuery;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tonalyst bench kpi}: time and memory of a call log. */
@Command(
        name = "kpi",
        mixinStandardHelpOptions = true,
        description =
                "Loads a call log and measures the load, the heap, and the time to switch to"
                        + " another agent and month.")
final class BenchKpiCommand implements Callable<Integer> {
    private static final int SWITCHES = 2000;
    private static final int FILTERS = 100;
    private static final long SEED = 1;

    @Mixin private BenchLogOptions log = new BenchLogOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws CallLogException {
        var threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long startCpu = threads.getCurrentThreadCpuTime();
        CallLogImport read;
        double peak;
        try (var heap = HeapUse.watch()) {
            read = log.read(new CallLogs(spec));
            peak = heap.peakMb();
        }
        double load = (System.nanoTime() - start) / 1e9;
        double cpu = (threads.getCurrentThreadCpuTime() - startCpu) / 1e9;
        double kept = HeapUse.keptMb();
        double[] switches = switches(read.log(), false);
        double[] filtered = switches(read.log(), true);
        double[] whole = wholeLog(read.log());
        double[] questions = questions(read.log());
        List<CpuClock.Taken> daySums = daySums(read.log());
        double[] sums = sorted(daySums, CpuClock.Taken::processor);
        double[] sumsElapsed = sorted(daySums, CpuClock.Taken::elapsed);
        double[] overviews = overviews(read.log(), Granularity.DAY);
        double[] months = overviews(read.log(), Granularity.MONTH);
        var result =
                new Result(
                        read.rows(),
                        read.log().size(),
                        read.problemCount(),
                        load,
                        cpu,
                        peak,
                        kept,
                        SWITCHES,
                        switches[SWITCHES / 2],
                        switches[SWITCHES * 95 / 100],
                        switches[SWITCHES - 1],
                        filtered[SWITCHES / 2],
                        filtered[SWITCHES * 95 / 100],
                        whole[FILTERS / 2],
                        whole[FILTERS - 1],
                        questions[questions.length / 2],
                        questions[questions.length - 1],
                        overviews[overviews.length / 2],
                        overviews[overviews.length - 1],
                        months[months.length / 2],
                        months[months.length - 1],
                        sums[sums.length / 2],
                        sums[sums.length - 1],
                        sumsElapsed[sumsElapsed.length / 2],
                        sumsElapsed[sumsElapsed.length * 95 / 100]);
        var out = spec.commandLine().getOut();
        if (log.json()) {
            Json.write(out, result);
        } else {
            out.printf(
                    Locale.ROOT,
                    "%,d rows in %.2f s (%.2f s of CPU), heap %.0f MB at its peak, %.0f MB kept;"
                            + " another agent and month in %.3f ms (median), %.3f ms (95 %%); with a"
                            + " filter %.3f ms, the sums of the whole log filtered in %.1f ms (median);"
                            + " a question to the whole log in %.1f ms of CPU (median); the days of all"
                            + " agents added up in %.1f ms (%.1f ms of CPU), another measure of all agents by day in"
                            + " %.1f ms, by month in %.1f ms%n",
                    result.rows,
                    result.loadSeconds,
                    result.loadCpuSeconds,
                    result.heapPeakMb,
                    result.heapKeptMb,
                    result.switchMedianMs,
                    result.switchP95Ms,
                    result.filterSwitchMedianMs,
                    result.filterWholeMedianMs,
                    result.questionMedianCpuMs,
                    result.daySumsMedianMs,
                    result.daySumsMedianCpuMs,
                    result.overviewMedianCpuMs,
                    result.overviewMonthMedianCpuMs);
            out.flush();
        }
        return TonalystCommand.OK;
    }

    /** Milliseconds of each switch, ascending; the first tenth runs unmeasured to warm up. */
    private static double[] switches(CallLog log, boolean filter) {
        var random = new Random(SEED);
        int[] agents = log.agents();
        var measures = Measure.values();
        double[] times = new double[SWITCHES];
        for (int i = -SWITCHES / 10; i < SWITCHES; i++) {
            int agent = agents[random.nextInt(agents.length)];
            var months = log.months(agent);
            var query =
                    new KpiQuery(
                            agent,
                            months.get(random.nextInt(months.size())),
                            measures[random.nextInt(measures.length)],
                            Definition.STANDARD,
                            filter ? filter(log, random) : CallFilter.NONE);
            long start = System.nanoTime();
            KpiSeries series = KpiSeries.of(log, query);
            double elapsed = (System.nanoTime() - start) / 1e6;
            if (i >= 0 && series.days() > 0) {
                times[i] = elapsed;
            }
        }
        Arrays.sort(times);
        return times;
    }

    /** Milliseconds in which the filtered sums over all calls are there, ascending. */
    private static double[] wholeLog(CallLog log) {
        var random = new Random(SEED);
        double[] times = new double[FILTERS];
        for (int i = -FILTERS / 10; i < FILTERS; i++) {
            CallFilter filter = filter(log, random);
            long start = System.nanoTime();
            int calls = log.totals(log.all(), filter).calls();
            double elapsed = (System.nanoTime() - start) / 1e6;
            if (i >= 0 && calls >= 0) {
                times[i] = elapsed;
            }
        }
        Arrays.sort(times);
        return times;
    }

    /** Milliseconds of processor time for each question, ascending. */
    private static double[] questions(CallLog log) {
        return times(
                Question.of(log).stream()
                        .<Runnable>map(question -> () -> question.answer(log, CallFilter.NONE))
                        .toList());
    }

    /**
     * Milliseconds of processor time for all agents and each measure, ascending: what another
     * measure costs once the days have been added up.
     */
    private static double[] overviews(CallLog log, Granularity by) {
        DaySums sums = DaySums.of(log, CallFilter.NONE);
        return times(
                Arrays.stream(Measure.values())
                        .<Runnable>map(
                                measure ->
                                        () ->
                                                Overview.of(
                                                        sums,
                                                        new OverviewQuery(
                                                                measure,
                                                                Definition.STANDARD,
                                                                CallFilter.NONE,
                                                                by,
                                                                OptionalDouble.empty())))
                        .toList());
    }

    /** What it takes to add up every agent's days, with and without a filter. */
    private static List<CpuClock.Taken> daySums(CallLog log) {
        var random = new Random(SEED);
        return taken(
                IntStream.range(0, 8)
                        .mapToObj(i -> i % 2 == 0 ? CallFilter.NONE : filter(log, random))
                        .<Runnable>map(filter -> () -> DaySums.of(log, filter))
                        .toList());
    }

    /** Milliseconds of processor time of each task, ascending. */
    private static double[] times(List<Runnable> tasks) {
        return sorted(taken(tasks), CpuClock.Taken::processor);
    }

    /** Each task five times, the first two of which warm up. */
    private static List<CpuClock.Taken> taken(List<Runnable> tasks) {
        var clock = new CpuClock();
        var times = new ArrayList<CpuClock.Taken>();
        for (int round = 0; round < 5; round++) {
            for (Runnable task : tasks) {
                CpuClock.Taken taken = clock.measure(task);
                if (round >= 2) {
                    times.add(taken);
                }
            }
        }
        return times;
    }

    private static double[] sorted(
            List<CpuClock.Taken> times, ToDoubleFunction<CpuClock.Taken> which) {
        return times.stream().mapToDouble(which).sorted().toArray();
    }

    /** Half of the codes in every dimension that has some, and a span of half the days. */
    private static CallFilter filter(CallLog log, Random random) {
        LocalDate first = log.months().getFirst().atDay(1);
        LocalDate last = log.months().getLast().atEndOfMonth();
        long days = ChronoUnit.DAYS.between(first, last);
        LocalDate from = first.plusDays(random.nextLong(1 + days / 2));
        CallFilter filter = CallFilter.NONE.between(from, from.plusDays(days / 2));
        for (CallDimension dimension : CallDimension.values()) {
            var codes = new TreeSet<>(log.codes(dimension));
            codes.removeIf(code -> random.nextBoolean());
            filter = filter.with(dimension, codes);
        }
        return filter;
    }

    private record Result(
            long rows,
            long calls,
            long problems,
            @JsonProperty("load_s") double loadSeconds,
            @JsonProperty("load_cpu_s") double loadCpuSeconds,
            @JsonProperty("heap_peak_mb") double heapPeakMb,
            @JsonProperty("heap_kept_mb") double heapKeptMb,
            int switches,
            @JsonProperty("switch_median_ms") double switchMedianMs,
            @JsonProperty("switch_p95_ms") double switchP95Ms,
            @JsonProperty("switch_max_ms") double switchMaxMs,
            @JsonProperty("filter_switch_median_ms") double filterSwitchMedianMs,
            @JsonProperty("filter_switch_p95_ms") double filterSwitchP95Ms,
            @JsonProperty("filter_whole_median_ms") double filterWholeMedianMs,
            @JsonProperty("filter_whole_max_ms") double filterWholeMaxMs,
            @JsonProperty("question_median_cpu_ms") double questionMedianCpuMs,
            @JsonProperty("question_max_cpu_ms") double questionMaxCpuMs,
            @JsonProperty("overview_median_cpu_ms") double overviewMedianCpuMs,
            @JsonProperty("overview_max_cpu_ms") double overviewMaxCpuMs,
            @JsonProperty("overview_month_median_cpu_ms") double overviewMonthMedianCpuMs,
            @JsonProperty("overview_month_max_cpu_ms") double overviewMonthMaxCpuMs,
            @JsonProperty("day_sums_median_cpu_ms") double daySumsMedianCpuMs,
            @JsonProperty("day_sums_max_cpu_ms") double daySumsMaxCpuMs,
            @JsonProperty("day_sums_median_ms") double daySumsMedianMs,
            @JsonProperty("day_sums_p95_ms") double daySumsP95Ms) {}
}
