// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.DaySums;
import io.tonalyst.kpi.explore.FigureTable;
import io.tonalyst.sonify.Mapping;
import io.tonalyst.sonify.SonificationScore;
import io.tonalyst.sonify.Synth;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.kpi.views.ChartFilm;
import io.tonalyst.ui.kpi.views.Charts;
import io.tonalyst.ui.kpi.views.CompareChart;
import io.tonalyst.ui.kpi.views.TimedChart;
import io.tonalyst.video.VideoFormat;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tonalyst chart}: a view of a call log as picture, film and table. */
@Command(
        name = "chart",
        mixinStandardHelpOptions = true,
        description =
                "Draws a view of a call log as the window does: agents compared, all agents as"
                        + " moving bubbles, small multiples, a calendar. Prints its table; writes"
                        + " picture, film and table to files.")
final class ChartCommand implements Callable<Integer> {
    @Mixin private LogOptions log = new LogOptions();

    @Mixin private ChartOptions options = new ChartOptions();

    @Mixin private FilterOptions filters = new FilterOptions();

    @Mixin private RecordingOptions recordings = new RecordingOptions();

    @Option(
            names = "--at",
            paramLabel = "N",
            description =
                    "The moment of picture and table: the number of the day, week or month from 1"
                            + " (default: the last).")
    private @Nullable Integer at;

    @Option(names = "--png", paramLabel = "FILE", description = "Write the picture of a moment.")
    private @Nullable Path png;

    @Option(
            names = "--film",
            paramLabel = "FILE",
            description = "Write an MP4 film; line and compare with their sound.")
    private @Nullable Path film;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the table.")
    private @Nullable Path csv;

    @Option(
            names = "--scale",
            defaultValue = "1",
            paramLabel = "X",
            description = "Pixels a unit of the picture of 1280 x 720, 0.5 to 4 (default 1).")
    private double scale;

    @Mixin private FilmOptions films = new FilmOptions();

    @Option(names = "--dark", description = "Dark colours.")
    private boolean dark;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /**
     * What was drawn.
     *
     * @param steps in words, in order
     * @param at number of the step of the table, from 1
     * @param pictures of the film; 0 without one
     */
    record Report(
            String view,
            String title,
            List<String> steps,
            int at,
            FigureTable table,
            Map<String, String> files,
            long pictures) {}

    @Override
    public Integer call() throws Exception {
        var logs = new CallLogs(spec);
        options.check(logs, recordings);
        Path source = log.source(recordings, logs);
        VideoFormat format = films.format(logs);
        if (!(scale >= 0.5 && scale <= 4)) {
            throw logs.usage("--scale lies between 0.5 and 4, not at " + scale + ".");
        }
        OutputFiles files = files(source, logs);
        var apart = new HashSet<>(filters.dimensions());
        apart.add(CallDimension.AGENT);
        CallLogImport read =
                recordings.in(
                        log.read(filters, apart, logs), source, logs, spec.commandLine().getErr());
        DaySums sums = DaySums.of(read.log(), filters.in(read.log(), logs));
        logs.tellProblems(read);
        TimedChart chart = Charts.of(sums, options.in(read.log(), logs));
        if (sums.isEmpty() || chart.steps() == 0) {
            throw logs.usage("No call passes the filter.");
        }
        double moment = moment(chart, logs);
        Palette palette = dark ? Palette.DARK : Palette.LIGHT;
        FigureTable table = chart.table(moment);
        if (csv != null) {
            table.writeCsv(csv);
        }
        if (png != null) {
            ChartFilm.picture(chart, moment, scale, palette, png);
        }
        long pictures = film == null ? 0 : film(chart, format, palette, film);
        print(logs, chart, (int) moment, table, files, pictures);
        return recordings.exitCode();
    }

    private void print(
            CallLogs logs,
            TimedChart chart,
            int moment,
            FigureTable table,
            OutputFiles files,
            long pictures) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            List<String> steps =
                    IntStream.range(0, chart.steps()).mapToObj(chart::stepTitle).toList();
            Json.write(
                    out,
                    new Report(
                            options.view(logs).key(),
                            chart.title(),
                            steps,
                            moment + 1,
                            table,
                            files.names(),
                            pictures));
        } else {
            out.println(chart.title() + ", " + chart.stepTitle(moment));
            TextColumns.print(table, out);
            out.flush();
        }
    }

    private static long film(TimedChart chart, VideoFormat format, Palette palette, Path file)
            throws IOException {
        return film(chart).write(file, format, palette, new CancelToken(), ProgressSink.NONE);
    }

    /** With the sound of its agents where the view has one. */
    private static ChartFilm film(TimedChart chart) {
        if (chart instanceof CompareChart compare) {
            SonificationScore score =
                    SonificationScore.comparing(
                            compare.series(), compare.limit(), Mapping.all().getFirst());
            return new ChartFilm(chart, new Synth().render(score), score.days()::apply);
        }
        return ChartFilm.silent(chart);
    }

    private double moment(TimedChart chart, CallLogs logs) {
        if (at == null) {
            return chart.steps() - 1.0;
        }
        if (at < 1 || at > chart.steps()) {
            throw logs.usage("--at lies between 1 and %d.".formatted(chart.steps()));
        }
        return at - 1.0;
    }

    private OutputFiles files(Path source, CallLogs logs) throws IOException {
        if (film != null) {
            FilmOptions.requireMp4("--film", film, logs);
        }
        var files = new OutputFiles();
        files.add("--png", png);
        files.add("--film", film);
        files.add("--csv", csv);
        files.require(source, logs);
        return files;
    }
}
