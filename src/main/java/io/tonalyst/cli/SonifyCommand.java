// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.recording.WavWriter;
import io.tonalyst.signal.Signal;
import io.tonalyst.sonify.LiveMidi;
import io.tonalyst.sonify.MidiPorts;
import io.tonalyst.sonify.MidiWriter;
import io.tonalyst.sonify.SonificationScore;
import io.tonalyst.sonify.SoundMappingException;
import io.tonalyst.sonify.Synth;
import io.tonalyst.ui.kpi.MotionChartImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
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
    /** A device gets so long to set its instruments. */
    private static final double LEAD_SECONDS = 0.1;

    @Mixin private ScoreOptions options = new ScoreOptions();

    @Option(
            names = "--beside",
            paramLabel = "A",
            description =
                    "Another agent of the log, heard together with the first on the axis they"
                            + " share, from another side and with another instrument. Can be given"
                            + " twice.")
    private List<String> beside = List.of();

    @Option(names = "--midi", paramLabel = "FILE", description = "Write the notes as MIDI.")
    private @Nullable Path midi;

    @Option(names = "--wav", paramLabel = "FILE", description = "Write the sound as WAV.")
    private @Nullable Path wav;

    @Option(names = "--png", paramLabel = "FILE", description = "Draw the chart as PNG.")
    private @Nullable Path png;

    @Option(
            names = "--midi-out",
            paramLabel = "NAME",
            description = "Play the notes on a MIDI device, with clock: its name or a part of it.")
    private @Nullable String midiOut;

    @Option(
            names = "--midi-devices",
            description = "List the MIDI devices that notes can be sent to, and do no more.")
    private boolean midiDevices;

    @Option(names = "--json", description = "Print the notes and what was written as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (midiDevices) {
            return listDevices();
        }
        ScoreOptions.Chosen chosen =
                options.choose(new CallLogs(spec), beside, files(), spec.commandLine().getErr());
        SonificationScore score = chosen.score();
        write(score);
        if (png != null) {
            MotionChartImage.write(chosen.series(), chosen.threshold(), png);
        }
        if (midiOut != null) {
            play(score, midiOut);
        }
        var report = SonifyReport.of(chosen.all(), chosen.threshold(), score, files().names());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.write(out, report);
        } else {
            out.print(report.inWords());
            out.flush();
        }
        return TonalystCommand.OK;
    }

    private int listDevices() {
        PrintWriter out = spec.commandLine().getOut();
        var names = MidiPorts.names();
        if (json) {
            Json.write(out, new Devices(names));
        } else if (names.isEmpty()) {
            out.println("This machine has no MIDI device to play on.");
        } else {
            names.forEach(out::println);
        }
        out.flush();
        return TonalystCommand.OK;
    }

    /** In real time, to the end; a break of the program ends what sounds. */
    private void play(SonificationScore score, String name) throws IOException {
        try (MidiPorts.Port port = MidiPorts.open(name)) {
            long start = System.nanoTime();
            double length = score.seconds();
            DoubleSupplier now =
                    () -> Math.min(length, (System.nanoTime() - start) / 1e9 - LEAD_SECONDS);
            var midi =
                    new LiveMidi(
                            port.receiver(),
                            () -> Math.max(0, now.getAsDouble()),
                            () -> now.getAsDouble() >= 0 && now.getAsDouble() < length);
            var breaking = new Thread(midi::close, "midi off");
            Runtime.getRuntime().addShutdownHook(breaking);
            midi.load(score);
            midi.start();
            spec.commandLine().getErr().println("Playing on " + port.name() + ".");
            spec.commandLine().getErr().flush();
            Thread.sleep(Math.round(1000 * (length + 2 * LEAD_SECONDS)));
            midi.close();
            Runtime.getRuntime().removeShutdownHook(breaking);
        } catch (SoundMappingException e) {
            throw new IOException("--midi-out: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Playing was broken off.", e);
        }
    }

    /** Names of the MIDI devices. */
    record Devices(@JsonProperty("midi_devices") List<String> names) {}

    private OutputFiles files() {
        var files = new OutputFiles();
        files.add("--midi", midi);
        files.add("--wav", wav);
        files.add("--png", png);
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
