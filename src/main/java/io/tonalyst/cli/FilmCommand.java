// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.library.StoredAnalysis;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.OpenedRecording;
import io.tonalyst.recording.RecordingOpener;
import io.tonalyst.recording.SampleStore;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.recordings.RecordingFilm;
import io.tonalyst.video.SubRip;
import io.tonalyst.video.VideoFormat;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tonalyst film}: a recording as a film with its sound. */
@Command(
        name = "film",
        mixinStandardHelpOptions = true,
        description =
                "Films a recording: the playhead runs over waveform, spectrogram and emotions while"
                        + " it sounds. Writes an MP4 and captions beside it, which tell the emotion"
                        + " of each segment in words.")
final class FilmCommand implements Callable<Integer> {
    private static final double NANOS = 1e9;

    @Parameters(paramLabel = "FILE", description = "Recording.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FILE",
            description = "The film; its captions get the same name ending in .srt.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(
            names = "--from",
            paramLabel = "S",
            description = "Second of the recording to begin at (default: its beginning).")
    private @Nullable Double from;

    @Option(
            names = "--to",
            paramLabel = "S",
            description = "Second of the recording to end at (default: its end).")
    private @Nullable Double to;

    @Option(
            names = "--page",
            defaultValue = "20",
            paramLabel = "S",
            description = "Seconds seen at a time, 1 to 600 (default ${DEFAULT-VALUE}).")
    private double page;

    @Mixin private FilmOptions films = new FilmOptions();

    @Mixin private ResultOptions results = new ResultOptions();

    @Option(names = "--dark", description = "Dark colours.")
    private boolean dark;

    @Option(names = "--json", description = "Print what was written as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /**
     * What was written.
     *
     * @param files by what they are
     * @param seconds length of the film
     * @param encodingSeconds elapsed, drawing included
     * @param timesRealTime seconds of film a second of encoding
     */
    record Report(
            Map<String, String> files,
            long pictures,
            int framesPerSecond,
            double seconds,
            int captions,
            double encodingSeconds,
            double picturesPerSecond,
            double timesRealTime) {}

    @Override
    public Integer call() throws Exception {
        var logs = new CallLogs(spec);
        logs.requireFile("FILE", file);
        VideoFormat format = films.format(logs);
        FilmOptions.requireMp4("--out", out, logs);
        if (!(page >= 1 && page <= 600)) {
            throw logs.usage("--page lies between 1 and 600, not at " + page + ".");
        }
        double start = from == null ? 0 : from;
        double end = to == null ? Double.POSITIVE_INFINITY : to;
        if (!(start >= 0 && end > start)) {
            throw logs.usage("--to has to lie after --from, and --from not before 0.");
        }
        var files = new OutputFiles();
        files.add("--out", out);
        files.add("captions", SubRip.beside(out));
        files.require(file, logs);
        PrintWriter err = spec.commandLine().getErr();
        OpenedRecording recording =
                new RecordingOpener(new FfmpegDecoder(), SampleStore.ofUser())
                        .open(file, begun -> {}, new CancelToken(), ProgressSink.NONE);
        try (var samples = recording.samples()) {
            if (start >= samples.seconds()) {
                throw logs.usage(
                        String.format(
                                Locale.ROOT,
                                "--from lies behind the end of %s, which is %.2f s long.",
                                file,
                                samples.seconds()));
            }
            RecordingFilm whole = RecordingFilm.of(recording, timeline(err)).withPages(page);
            print(write(whole.part(start, end), format, err));
        }
        return TonalystCommand.OK;
    }

    private Report write(RecordingFilm film, VideoFormat format, PrintWriter err) throws Exception {
        Palette palette = dark ? Palette.DARK : Palette.LIGHT;
        long begun = System.nanoTime();
        long pictures = film.write(out, format, palette, new CancelToken(), new Tenths(err));
        double elapsed = (System.nanoTime() - begun) / NANOS;
        var written = new OutputFiles();
        written.add("--out", out);
        written.add("captions", film.captionsFile(out).orElse(null));
        double seconds = format.seconds(pictures);
        return new Report(
                written.names(),
                pictures,
                format.framesPerSecond(),
                seconds,
                film.captions().size(),
                elapsed,
                pictures / elapsed,
                seconds / elapsed);
    }

    private void print(Report report) {
        PrintWriter console = spec.commandLine().getOut();
        if (json) {
            Json.write(console, report);
            return;
        }
        report.files().values().forEach(console::println);
        console.printf(
                Locale.ROOT,
                "%d pictures, %.1f s of film, at %.0f pictures a second (%.1f times real time)%n",
                report.pictures(),
                report.seconds(),
                report.picturesPerSecond(),
                report.timesRealTime());
        console.flush();
    }

    /** What was found in the recording; without it the film shows no emotions. */
    private Optional<PredictionTimeline> timeline(PrintWriter err) throws Exception {
        StoredAnalysis result = results.of(file);
        if (result.timeline().isEmpty()) {
            String reason = result.problem().map(problem -> " " + problem).orElse("");
            err.println("tonalyst: The film shows no emotions." + reason);
            err.flush();
            return Optional.empty();
        }
        return result.timeline();
    }
}
