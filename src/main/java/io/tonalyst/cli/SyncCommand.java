// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.playback.AudioSinks;
import io.tonalyst.playback.RecordedReport;
import io.tonalyst.playback.RecordedSync;
import io.tonalyst.playback.SyncDiagnostic;
import io.tonalyst.playback.SyncReport;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tonalyst sync}: how well picture and sound keep step on this machine. */
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description =
                "Plays clicks and compares, 60 times a second, the time that would be drawn with"
                        + " the position of the sound device.")
final class SyncCommand implements Callable<Integer> {
    private enum Device {
        DEFAULT,
        NONE
    }

    private static final double MAX_SECONDS = 3600;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "Length of the run, 1 to 3600 (default ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(
            names = "--device",
            defaultValue = "DEFAULT",
            description = "The default sound device or none: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Device device;

    @Option(
            names = "--parec",
            description =
                    "Record the default sink of PulseAudio with parec meanwhile, find the clicks in"
                            + " the recording and compare the drawn time with them.")
    private boolean parec;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!(seconds >= 1 && seconds <= MAX_SECONDS)) {
            throw new ParameterException(
                    spec.commandLine(), "--seconds lies between 1 and 3600, not at " + seconds);
        }
        AudioSinks.Factory sinks = device == Device.NONE ? AudioSinks::silent : AudioSinks::open;
        PrintWriter out = spec.commandLine().getOut();
        if (parec) {
            if (device == Device.NONE) {
                throw new ParameterException(
                        spec.commandLine(), "--parec records a device: --device none has none.");
            }
            compareRecording(sinks, out);
            return TonalystCommand.OK;
        }
        SyncReport report =
                new SyncDiagnostic(sinks).run(seconds, new CancelToken(), ProgressSink.NONE);
        if (json) {
            Json.write(out, report);
        } else {
            out.println(report.inWords());
            out.flush();
        }
        return TonalystCommand.OK;
    }

    /** What was measured, and whether it keeps what is promised. */
    record Recorded(SyncReport clock, RecordedReport recording, List<Promise> promises) {}

    private void compareRecording(AudioSinks.Factory sinks, PrintWriter out) throws IOException {
        RecordedSync.Result result =
                new RecordedSync(sinks).run(seconds, new CancelToken(), ProgressSink.NONE);
        RecordedReport found = result.recording();
        var promises = new ArrayList<>(Promise.ofClock(result.clock(), "device clock: "));
        promises.addAll(Promise.ofRecording(found));
        if (json) {
            Json.write(out, new Recorded(result.clock(), found, promises));
            return;
        }
        out.printf(
                Locale.ROOT,
                "%d of %d clicks found in the recording, %d extra onsets, %d of %d spacings exact%n",
                found.clicksFound(),
                found.clicksPlayed(),
                found.onsetsExtra(),
                found.spacingsExact(),
                found.spacings());
        promises.forEach(promise -> out.println(promise.inWords()));
        out.flush();
    }
}
