// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.work.Failures;
import io.tonalyst.work.MemoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code tonalyst} and its subcommands. */
@Command(
        name = "tonalyst",
        // Every command tells the version and the exit codes.
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        version = "Tonalyst 0.1.0",
        description = "See the emotions in recordings; see and hear the KPIs of a call centre.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything went well",
            "1:some inputs failed; the others went on",
            "2:the command line is wrong"
        },
        subcommands = {
            AnalyseCommand.class,
            BenchCommand.class,
            ChartCommand.class,
            CorporaCommand.class,
            EvaluateCommand.class,
            ExplainCommand.class,
            ExploreCommand.class,
            TryRecipeCommand.class,
            RobustnessCommand.class,
            TelephoneCommand.class,
            FeaturesCommand.class,
            FilmCommand.class,
            ImagesCommand.class,
            ImportCommand.class,
            HearCommand.class,
            JoinCommand.class,
            KpiCommand.class,
            PresentCommand.class,
            RecordCommand.class,
            ReferenceCommand.class,
            SamplesCommand.class,
            SonifyCommand.class,
            SyncCommand.class,
            TrainCommand.class,
            CommandLine.HelpCommand.class
        })
public final class TonalystCommand implements Runnable {
    /** Exit code: everything went well. */
    public static final int OK = 0;

    /** Exit code: some inputs failed, the others went on. */
    public static final int SOME_FAILED = 1;

    /** Exit code: the command line was wrong. */
    public static final int USAGE = 2;

    private static final Logger LOG = LoggerFactory.getLogger(TonalystCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec spec;

    /** The command line with all headless subcommands; others can be added to it. */
    public static CommandLine commandLine() {
        return new CommandLine(new TonalystCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                // "@call.wav" is a recording and not a list of further arguments.
                .setExpandAtFiles(false)
                .setExecutionStrategy(TonalystCommand::runInMemory)
                .setParameterExceptionHandler(TonalystCommand::explainUsage)
                .setExecutionExceptionHandler(TonalystCommand::explainFailure);
    }

    /** Runs the command line and returns its exit code. */
    public static int run(String... args) {
        return commandLine().execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    /** Runs the command; one that does not fit into the memory fails like any other. */
    private static int runInMemory(ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (OutOfMemoryError e) {
            CommandLine line = parsed.asCommandLineList().getLast();
            throw new CommandLine.ExecutionException(line, "out of memory", new MemoryException(e));
        }
    }

    private static int explainUsage(ParameterException wrong, String[] args) {
        CommandLine line = wrong.getCommandLine();
        line.getErr().println("tonalyst: " + wrong.getMessage());
        line.getErr().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return USAGE;
    }

    /** One sentence for the person, the trace for the log. */
    private static int explainFailure(Exception failure, CommandLine line, ParseResult parsed) {
        LOG.error("'{}' failed", line.getCommandName(), failure);
        line.getErr().println("tonalyst: " + Failures.sentence(failure));
        return SOME_FAILED;
    }
}
