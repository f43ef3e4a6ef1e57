// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.capture.CaptureException;
import io.tonalyst.capture.InputLine;
import io.tonalyst.capture.Inputs;
import io.tonalyst.capture.Recorder;
import io.tonalyst.capture.SoundInputs;
import io.tonalyst.recording.RecordingException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tonalyst record}: a recording from a microphone. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description =
                "Records from a microphone or another input into a WAV file. Stopped by Ctrl-C, it"
                        + " keeps what was recorded until then.")
final class RecordCommand implements Callable<Integer> {
    private static final double MAX_SECONDS = 24 * 3600;
    private static final long LOOK_MILLIS = 20;

    private final Inputs inputs;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Length of the recording, up to 86400.")
    private @Nullable Double seconds;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "WAV file to write; a file that exists is not written over.")
    private @Nullable Path file;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description = "The input, or a part of its name; the first of --list by default.")
    private @Nullable String device;

    @Option(names = "--list", description = "Name the inputs of this machine, and record nothing.")
    private boolean list;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec spec;

    RecordCommand() {
        this(new SoundInputs());
    }

    RecordCommand(Inputs inputs) {
        this.inputs = inputs;
    }

    /** The inputs there are, the default one first. */
    record Devices(List<String> devices) {}

    /**
     * What was recorded.
     *
     * @param peakDb loudest sample, relative to full scale
     * @param clipped whether samples stood at full scale
     */
    record Recorded(
            String file,
            String device,
            double seconds,
            int sampleRate,
            int channels,
            double peakDb,
            boolean clipped) {}

    @Override
    public Integer call() throws CaptureException, RecordingException, InterruptedException {
        if (list) {
            tellDevices();
            return TonalystCommand.OK;
        }
        Double wanted = seconds;
        Path to = file;
        if (wanted == null || to == null) {
            throw usage("Name the length by --seconds and the file by --out.");
        }
        if (!(wanted > 0 && wanted <= MAX_SECONDS)) {
            throw usage("--seconds lies above 0 and at most at 86400, not at " + wanted + ".");
        }
        return record(to, wanted);
    }

    private void tellDevices() {
        List<String> devices = inputs.devices();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.write(out, new Devices(devices));
        } else {
            devices.forEach(out::println);
            out.flush();
        }
        if (devices.isEmpty()) {
            spec.commandLine().getErr().println("tonalyst: This machine has no sound input.");
        }
    }

    private int record(Path to, double wanted)
            throws CaptureException, RecordingException, InterruptedException {
        InputLine line = inputs.open(Optional.ofNullable(device));
        int rate = line.sampleRate().hertz();
        int channels = line.channels();
        var recorder = new Recorder(line, to);
        var whenStopped = new Thread(recorder::close);
        Runtime.getRuntime().addShutdownHook(whenStopped);
        double peak = Double.NEGATIVE_INFINITY;
        boolean clipped = false;
        recorder.start();
        while (recorder.isRunning() && recorder.seconds() < wanted) {
            Thread.sleep(LOOK_MILLIS);
            peak = Math.max(peak, recorder.level().peakDb());
            clipped |= recorder.level().clipped();
        }
        recorder.close();
        Runtime.getRuntime().removeShutdownHook(whenStopped);
        tell(
                new Recorded(
                        to.toString(),
                        recorder.device(),
                        recorder.seconds(),
                        rate,
                        channels,
                        peak,
                        clipped));
        recorder.problem().ifPresent(p -> spec.commandLine().getErr().println("tonalyst: " + p));
        return recorder.problem().isPresent() ? TonalystCommand.SOME_FAILED : TonalystCommand.OK;
    }

    private void tell(Recorded recorded) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.write(out, recorded);
        } else {
            out.printf(
                    Locale.ROOT,
                    "%s: %.2f s from %s, %d Hz, %d %s, peak %.1f dB%s%n",
                    recorded.file(),
                    recorded.seconds(),
                    recorded.device(),
                    recorded.sampleRate(),
                    recorded.channels(),
                    recorded.channels() == 1 ? "channel" : "channels",
                    recorded.peakDb(),
                    recorded.clipped() ? ", clipped: turn the input down" : "");
            out.flush();
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
