// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tonalyst.emotion.ModelLocator;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.RecordingAnalyser;
import io.tonalyst.emotion.dl4j.Dl4jEmotionModel;
import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.RecordingOpener;
import io.tonalyst.recording.SampleStore;
import io.tonalyst.recording.WavWriter;
import io.tonalyst.samples.SpeechLikeCall;
import io.tonalyst.signal.Samples;
import io.tonalyst.signal.Signal;
import io.tonalyst.sonify.Mapping;
import io.tonalyst.sonify.SonificationScore;
import io.tonalyst.sonify.Synth;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.kpi.MonthPresentation;
import io.tonalyst.ui.recordings.RecordingFilm;
import io.tonalyst.video.VideoFormat;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tonalyst bench films}: how long films take to write. */
@Command(
        name = "films",
        mixinStandardHelpOptions = true,
        description =
                "Writes films of a month that is made up and of a call that is: drawing, encoding"
                        + " and sound together. A short film before each warms up.")
final class BenchFilmsCommand implements Callable<Integer> {
    private static final double NANOS = 1e9;
    private static final int CALL_HZ = 8000;
    private static final double CALL_SECONDS = 30;
    private static final long SEED = 1;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /**
     * What a film took.
     *
     * @param film what it shows
     * @param seconds of film
     * @param encodingSeconds elapsed, drawing included
     * @param cpuSeconds the same by the processor time of the program
     */
    record Figures(
            String film,
            String size,
            @JsonProperty("frames_per_second") int framesPerSecond,
            long pictures,
            @JsonProperty("film_s") double seconds,
            @JsonProperty("encoding_s") double encodingSeconds,
            @JsonProperty("encoding_cpu_s") double cpuSeconds,
            @JsonProperty("pictures_per_second") double picturesPerSecond,
            @JsonProperty("times_real_time") double timesRealTime) {}

    /** All of them. */
    record Result(List<Figures> films) {}

    /** Writes a film and says how many pictures it has. */
    @FunctionalInterface
    private interface Film {
        long write(Path file, VideoFormat format) throws IOException;
    }

    @Override
    public Integer call() throws Exception {
        HeadlessToolkit.start();
        Path folder = Files.createTempDirectory("tonalyst-films");
        Path file = folder.resolve("film.mp4");
        Path call = folder.resolve("call.wav");
        var figures = new ArrayList<Figures>();
        try {
            Film month = month();
            for (int rate : new int[] {30, 60}) {
                figures.add(measure("a month of an agent", month, file, rate));
            }
            new WavWriter().write(call, SpeechLikeCall.render(CALL_HZ, CALL_SECONDS, SEED));
            var opened =
                    new RecordingOpener(new FfmpegDecoder(), new SampleStore(folder))
                            .open(call, begun -> {}, new CancelToken(), ProgressSink.NONE);
            try (Samples kept = opened.samples()) {
                if (kept.seconds() < CALL_SECONDS) {
                    throw new IllegalStateException("The call was not read whole");
                }
                RecordingFilm film = RecordingFilm.of(opened, Optional.of(emotions()));
                Film recording =
                        (to, format) ->
                                film.write(
                                        to,
                                        format,
                                        Palette.LIGHT,
                                        new CancelToken(),
                                        ProgressSink.NONE);
                figures.add(measure("a call of two channels", recording, file, 30));
            }
        } finally {
            try (var left = Files.list(folder)) {
                for (Path one : left.toList()) {
                    Files.deleteIfExists(one);
                }
            }
            Files.deleteIfExists(folder);
        }
        report(new Result(figures));
        return TonalystCommand.OK;
    }

    private static Film month() {
        KpiSeries series = BenchScores.month();
        SonificationScore score =
                SonificationScore.of(series, BenchScores.THRESHOLD, Mapping.precise());
        var presentation =
                new MonthPresentation(
                        series, BenchScores.THRESHOLD, score, new Synth().render(score));
        return (to, format) ->
                presentation.film(to, format, Palette.LIGHT, new CancelToken(), ProgressSink.NONE);
    }

    private static PredictionTimeline emotions() throws Exception {
        var model = Dl4jEmotionModel.load(ModelLocator.ofInstallation().shipped());
        Signal call = SpeechLikeCall.render(CALL_HZ, CALL_SECONDS, SEED);
        return new RecordingAnalyser(model).analyse(call, new CancelToken(), ProgressSink.NONE);
    }

    private static Figures measure(String name, Film film, Path file, int rate) throws IOException {
        film.write(file, new VideoFormat("small", 320, 180, 10));
        var format = new VideoFormat("1080p", 1920, 1080, rate);
        var process =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        long cpu = process.getProcessCpuTime();
        long start = System.nanoTime();
        long pictures = film.write(file, format);
        double elapsed = (System.nanoTime() - start) / NANOS;
        double processor = (process.getProcessCpuTime() - cpu) / NANOS;
        double seconds = format.seconds(pictures);
        return new Figures(
                name,
                format.name(),
                rate,
                pictures,
                seconds,
                elapsed,
                processor,
                pictures / elapsed,
                seconds / elapsed);
    }

    private void report(Result result) {
        var out = spec.commandLine().getOut();
        if (json) {
            Json.write(out, result);
            return;
        }
        for (Figures one : result.films()) {
            out.printf(
                    Locale.ROOT,
                    "%s, %s at %d pictures a second: %d pictures, %.1f s of film, written in %.1f s"
                            + " (%.0f pictures a second, %.1f times real time; %.1f s of processor"
                            + " time)%n",
                    one.film(),
                    one.size(),
                    one.framesPerSecond(),
                    one.pictures(),
                    one.seconds(),
                    one.encodingSeconds(),
                    one.picturesPerSecond(),
                    one.timesRealTime(),
                    one.cpuSeconds());
        }
        out.flush();
    }
}
