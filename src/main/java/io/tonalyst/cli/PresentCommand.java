// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.recording.RecordingException;
import io.tonalyst.sonify.SonificationScore;
import io.tonalyst.sonify.Synth;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.kpi.MonthPresentation;
import io.tonalyst.video.VideoFormat;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tonalyst present}: a month as a film with its sound, and everything a talk needs. */
@Command(
        name = "present",
        mixinStandardHelpOptions = true,
        description =
                "Writes an agent's month for a talk: the chart that draws itself in step with its"
                        + " sound as an MP4 film with captions, pictures, the sound and the notes.")
final class PresentCommand implements Callable<Integer> {
    private static final double NANOS = 1e9;
    private static final VideoFormat GIF = new VideoFormat("gif", 800, 450, 8);

    @Mixin private ScoreOptions options = new ScoreOptions();

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "Folder to write into; made if missing.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Name of the files without ending (default: from agent and month).")
    private @Nullable String name;

    @Mixin private FilmOptions films = new FilmOptions();

    @Option(
            names = "--speed",
            defaultValue = "1",
            paramLabel = "X",
            description = "Speed of the score, 0.25 to 8 (default ${DEFAULT-VALUE}).")
    private double speed;

    @Option(
            names = "--gif",
            description =
                    "Write only NAME.gif: the film without sound, 800 pixels wide and 8 pictures a"
                            + " second, for web pages.")
    private boolean gif;

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
     * @param pictures of the film
     * @param encodingSeconds elapsed, drawing included
     */
    record Report(
            List<String> files,
            long pictures,
            int framesPerSecond,
            double seconds,
            double encodingSeconds,
            double picturesPerSecond) {}

    @Override
    public Integer call() throws Exception {
        var logs = new CallLogs(spec);
        VideoFormat format = gif ? GIF : films.format(logs);
        if (!(speed >= 0.25 && speed <= 8)) {
            throw logs.usage("--speed lies between 0.25 and 8, not at " + speed + ".");
        }
        ScoreOptions.Chosen chosen =
                options.choose(logs, List.of(), new OutputFiles(), spec.commandLine().getErr());
        SonificationScore score = chosen.score().atSpeed(speed);
        var presentation =
                new MonthPresentation(
                        chosen.series(), chosen.threshold(), score, new Synth().render(score));
        PrintWriter err = spec.commandLine().getErr();
        long start = System.nanoTime();
        List<Path> written = write(presentation, format, fileName(chosen), new Tenths(err));
        double elapsed = (System.nanoTime() - start) / NANOS;
        long pictures = format.pictures(score.seconds());
        PrintWriter console = spec.commandLine().getOut();
        if (json) {
            Json.write(
                    console,
                    new Report(
                            written.stream().map(Path::toString).toList(),
                            pictures,
                            format.framesPerSecond(),
                            format.seconds(pictures),
                            elapsed,
                            pictures / elapsed));
        } else {
            written.forEach(console::println);
            console.flush();
        }
        return TonalystCommand.OK;
    }

    private List<Path> write(
            MonthPresentation presentation,
            VideoFormat format,
            String usualName,
            ProgressSink progress)
            throws IOException, RecordingException {
        String file = name == null ? usualName : name;
        Palette palette = dark ? Palette.DARK : Palette.LIGHT;
        if (!gif) {
            return presentation.write(out, file, format, palette, new CancelToken(), progress);
        }
        Files.createDirectories(out);
        Path written = out.resolve(file + ".gif");
        presentation.gif(written, format, palette, new CancelToken(), progress);
        return List.of(written);
    }

    /** Letters, digits and hyphens of the title alone. */
    private static String fileName(ScoreOptions.Chosen chosen) {
        String title = chosen.series().title().toLowerCase(Locale.ROOT);
        return title.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }
}
