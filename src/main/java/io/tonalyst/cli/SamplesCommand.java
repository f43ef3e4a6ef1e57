// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.samples.CallLogGenerator;
import io.tonalyst.samples.SampleFiles;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tonalyst samples}: makes the sample call log and the synthetic calls. */
@Command(
        name = "samples",
        mixinStandardHelpOptions = true,
        description =
                "Makes a call log and synthetic two-channel calls from fixed seeds: the same options"
                        + " give the same bytes.")
final class SamplesCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            defaultValue = "samples",
            description = "Folder to write to (default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(
            names = "--rows",
            defaultValue = "" + SampleFiles.DEFAULT_ROWS,
            description = "Rows of the call log (default ${DEFAULT-VALUE}; full size 1343252).")
    private long rows;

    @Option(
            names = "--seed",
            defaultValue = "" + SampleFiles.DEFAULT_SEED,
            description = "Seed (default ${DEFAULT-VALUE}, that of the samples shipped).")
    private long seed;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (rows < 1 || rows > CallLogGenerator.MAX_ROWS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--rows lies between 1 and " + CallLogGenerator.MAX_ROWS + ", not at " + rows);
        }
        for (Path file :
                new SampleFiles().write(out, rows, seed, new CancelToken(), ProgressSink.NONE)) {
            spec.commandLine().getOut().println(file);
        }
        return TonalystCommand.OK;
    }
}
