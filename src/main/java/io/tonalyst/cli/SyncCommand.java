// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.playback.AudioSinks;
import io.tonalyst.playback.SyncDiagnostic;
import io.tonalyst.playback.SyncReport;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.PrintWriter;
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

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!(seconds >= 1 && seconds <= MAX_SECONDS)) {
            throw new ParameterException(
                    spec.commandLine(), "--seconds lies between 1 and 3600, not at " + seconds);
        }
        AudioSinks.Factory sinks = device == Device.NONE ? AudioSinks::silent : AudioSinks::open;
        SyncReport report =
                new SyncDiagnostic(sinks).run(seconds, new CancelToken(), ProgressSink.NONE);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.write(out, report);
        } else {
            out.printf(
                    Locale.ROOT,
                    "%s, %.0f s, %d pulses: median %.2f ms, p95 %.2f, p99 %.2f, largest %.2f;"
                            + " backwards %.3f ms; drift %.2f ms%n",
                    report.device(),
                    report.seconds(),
                    report.samples(),
                    report.medianMs(),
                    report.p95Ms(),
                    report.p99Ms(),
                    report.maxMs(),
                    report.maxBackwardsMs(),
                    report.driftMs());
            out.flush();
        }
        return TonalystCommand.OK;
    }
}
