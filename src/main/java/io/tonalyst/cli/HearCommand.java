// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.join.EmotionSound;
import io.tonalyst.library.StoredAnalysis;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.recording.WavWriter;
import io.tonalyst.signal.Signal;
import io.tonalyst.sonify.MidiWriter;
import io.tonalyst.sonify.SonificationScore;
import io.tonalyst.sonify.SoundMappingException;
import io.tonalyst.sonify.SoundMappingStore;
import io.tonalyst.sonify.Synth;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tonalyst hear}: the emotions of a call as sound. */
@Command(
        name = "hear",
        mixinStandardHelpOptions = true,
        description =
                "Makes notes of the emotions in a recording: pitch follows the valence, a step a"
                        + " second of the call, four times as fast as the call. A mapping can use"
                        + " each of the eight emotions as a source.")
final class HearCommand implements Callable<Integer> {
    private static final int MAX_CHANNEL = 64;

    @Parameters(paramLabel = "FILE", description = "Recording.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = "--channel",
            paramLabel = "N",
            defaultValue = "0",
            description = "One channel alone, 1 being the left (default: all together).")
    private int channel;

    @Option(
            names = "--mapping",
            paramLabel = "NAME|FILE",
            defaultValue = "precise",
            description =
                    "How it sounds: precise, musical, concern, a saved mapping or a file with one"
                            + " (default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String mapping;

    @Mixin private ResultOptions results = new ResultOptions();

    @Option(names = "--wav", paramLabel = "FILE", description = "Write the sound as WAV.")
    private @Nullable Path wav;

    @Option(names = "--midi", paramLabel = "FILE", description = "Write the notes as MIDI.")
    private @Nullable Path midi;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var logs = new CallLogs(spec);
        logs.requireFile("FILE", file);
        if (channel < 0 || channel > MAX_CHANNEL) {
            throw logs.usage("--channel is 1 for the left, 2, ..., not " + channel + ".");
        }
        var files = new OutputFiles();
        files.add("--wav", wav);
        files.add("--midi", midi);
        files.require(file, logs);
        SonificationScore score = score(results.of(file));
        if (midi != null) {
            MidiWriter.write(score, midi);
        }
        if (wav != null) {
            new WavWriter().write(wav, Signal.of(new Synth().render(score)));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(score.sentence());
        score.notes().forEach(note -> out.println("  " + note.label()));
        out.flush();
        return TonalystCommand.OK;
    }

    private SonificationScore score(StoredAnalysis result) throws RecordingException {
        if (result.timeline().isEmpty()) {
            throw new RecordingException(result.problem().orElse("The recording cannot be used."));
        }
        PredictionTimeline timeline = result.timeline().get();
        if (channel > timeline.channels()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--channel %d: %s has %d channel%s."
                            .formatted(
                                    channel,
                                    file,
                                    timeline.channels(),
                                    timeline.channels() == 1 ? "" : "s"));
        }
        try {
            return SonificationScore.of(
                    EmotionSound.of(
                            timeline,
                            String.valueOf(file.getFileName()),
                            channel == 0 ? OptionalInt.empty() : OptionalInt.of(channel - 1)),
                    SoundMappingStore.ofUser().find(mapping));
        } catch (SoundMappingException e) {
            throw new ParameterException(spec.commandLine(), "--mapping: " + e.getMessage(), e);
        }
    }
}
