// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.cli.TonalystCommand;
import io.tonalyst.export.HeadlessToolkit;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.application.Application;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tonalyst open}: the window, or the tour where there is no display for one. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = "Open the window; with no display, run the guided tour headless instead.")
final class OpenCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec spec;

    @Option(names = "--samples", description = "Open the bundled sample recording and call log.")
    private boolean samples;

    @Parameters(
            paramLabel = "FILE",
            description = "Recordings, call logs or a session (.tonalyst) to open.")
    private List<Path> files = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Home home = Home.locate();
        if (!HeadlessToolkit.hasDisplay()) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(
                    "No display here: running the guided tour without a window; its pictures and"
                            + " sounds go to "
                            + home.tourFolder());
            out.flush();
            return new HeadlessTour(home, out).run(home.tourFolder());
        }
        List<String> arguments = new ArrayList<>();
        if (samples) {
            home.samples().forEach(file -> arguments.add(file.toString()));
        }
        files.forEach(file -> arguments.add(file.toAbsolutePath().toString()));
        Application.launch(TonalystApplication.class, arguments.toArray(String[]::new));
        return TonalystCommand.OK;
    }
}
