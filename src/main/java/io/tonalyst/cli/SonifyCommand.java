// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.recording.RecordingException;
import io.tonalyst.recording.WavWriter;
import io.tonalyst.signal.Signal;
import io.tonalyst.sonify.MidiWriter;
import io.tonalyst.sonify.SonificationScore;
import io.tonalyst.sonify.Synth;
import io.tonalyst.ui.kpi.MotionChartImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tonalyst sonify}: the KPIs of an agent and month as notes, MIDI and sound. */
@Command(
        name = "sonify",
        mixinStandardHelpOptions = true,
        description =
                "Makes notes of an agent's daily figures. The figures come from a call log or from"
                        + " a table of days; the notes go to MIDI and WAV files, the chart to PNG.")
final class SonifyCommand implements Callable<Integer> {
    @Mixin private ScoreOptions options = new ScoreOptions();

    @Option(names = "--midi", paramLabel = "FILE", description = "Write the notes as MIDI.")
    private @Nullable Path midi;

    @Option(names = "--wav", paramLabel = "FILE", description = "Write the sound as WAV.")
    private @Nullable Path wav;

    @Option(names = "--png", paramLabel = "FILE", description = "Draw the chart as PNG.")
    private @Nullable Path png;

    @Option(names = "--json", description = "Print the notes and what was written as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        ScoreOptions.Chosen chosen =
                options.choose(new CallLogs(spec), files(), spec.commandLine().getErr());
        SonificationScore score = chosen.score();
        write(score);
        if (png != null) {
            MotionChartImage.write(chosen.series(), chosen.threshold(), png);
        }
        var report = SonifyReport.of(chosen.series(), chosen.threshold(), score, files().names());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.write(out, report);
        } else {
            out.print(report.inWords());
            out.flush();
        }
        return TonalystCommand.OK;
    }

    private OutputFiles files() {
        var files = new OutputFiles();
        if (midi != null) {
            files.add("--midi", midi);
        }
        if (wav != null) {
            files.add("--wav", wav);
        }
        if (png != null) {
            files.add("--png", png);
        }
        return files;
    }

    private void write(SonificationScore score) throws RecordingException, IOException {
        if (midi != null) {
            try {
                MidiWriter.write(score, midi);
            } catch (IOException e) {
                throw new IOException(
                        midi + " could not be written: check that there is room for it.", e);
            }
        }
        if (wav != null) {
            new WavWriter().write(wav, Signal.of(new Synth().render(score)));
        }
    }
}
