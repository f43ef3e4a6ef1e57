// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.bench;

import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.export.PngExport;
import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.CallLogReader;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.KpiQuery;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.kpi.Measure;
import io.tonalyst.signal.Signal;
import io.tonalyst.sonify.Mapping;
import io.tonalyst.sonify.SonificationScore;
import io.tonalyst.sonify.Synth;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.kpi.MotionChartPainter;
import io.tonalyst.ui.kpi.MotionFrame;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.image.Image;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An agent's month from the sample call log to its sound and its picture. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class KpiBenchmark {
    private static final double THRESHOLD = 600;

    private final Path file = Path.of("samples", "call_log.csv");

    @SuppressWarnings("NullAway.Init") // set up below
    private CallLog log;

    @SuppressWarnings("NullAway.Init") // set up below
    private KpiQuery query;

    @SuppressWarnings("NullAway.Init") // set up below
    private KpiSeries series;

    @Setup
    public void read() throws Exception {
        HeadlessToolkit.start();
        log = readSampleLog().log();
        int agent = log.agents()[0];
        query =
                new KpiQuery(
                        agent,
                        log.months(agent).getFirst(),
                        Measure.AHT,
                        Definition.STANDARD,
                        CallFilter.NONE);
        series = aggregateMonth();
    }

    /** The sample log from its CSV file. */
    @Benchmark
    public CallLogImport readSampleLog() throws Exception {
        return CallLogReader.read(file, new CancelToken(), ProgressSink.NONE);
    }

    /** The daily figures of an agent's month. */
    @Benchmark
    public KpiSeries aggregateMonth() {
        return KpiSeries.of(log, query);
    }

    /** The month as sound, every sample of it. */
    @Benchmark
    public Signal synthesiseMonth() {
        return Signal.of(
                new Synth().render(SonificationScore.of(series, THRESHOLD, Mapping.precise())));
    }

    /** The chart of the month as 1280 x 720 pixels, software pipeline, without writing a file. */
    @Benchmark
    public Image paintMonth() throws Exception {
        return HeadlessToolkit.call(
                () ->
                        PngExport.paint(
                                new MotionChartPainter()
                                        .of(MotionFrame.whole(series, THRESHOLD), Palette.LIGHT),
                                1280,
                                720,
                                1,
                                Palette.LIGHT.background()));
    }
}
