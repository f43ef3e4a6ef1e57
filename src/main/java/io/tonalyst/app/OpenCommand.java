// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
        List<Path> all = new ArrayList<>();
        if (samples) {
            all.addAll(Home.locate().samples());
        }
        all.addAll(files);
        return new WindowStart(spec.commandLine().getOut()).open(all);
    }
}
