// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tonalyst tour}: the guided tour without a window, leaving its pictures and sounds. */
@Command(
        name = "tour",
        mixinStandardHelpOptions = true,
        description = "Walk through the samples without a window and write PNG, WAV and MIDI.")
final class TourCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Folder for the results; by default target/tour of a build, else ~/.tonalyst/tour.")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        Home home = Home.locate();
        return new HeadlessTour(home, spec.commandLine().getOut())
                .run(out == null ? home.tourFolder() : out);
    }
}
