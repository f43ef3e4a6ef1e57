// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tonalyst bench}: what this program takes on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures this program on this machine.",
        subcommands = {
            BenchBatchCommand.class,
            BenchChartsCommand.class,
            BenchFeaturesCommand.class,
            BenchFilmsCommand.class,
            BenchKpiCommand.class,
            BenchModelCommand.class,
            BenchRecordingsCommand.class,
            BenchSoundCommand.class,
            BenchStartCommand.class
        })
final class BenchCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to measure.");
    }
}
