// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** The command line explains itself, and the user guide names all of it. */
class CommandHelpTest {
    @Test
    void everyCommandAndOptionIsDescribed() {
        var silent = new ArrayList<String>();
        for (CommandLine command : all(TonalystCommand.commandLine())) {
            var spec = command.getCommandSpec();
            if (String.join("", spec.usageMessage().description()).isBlank()) {
                silent.add(spec.qualifiedName());
            }
            for (ArgSpec argument : spec.args()) {
                if (String.join("", argument.description()).isBlank()) {
                    silent.add(spec.qualifiedName() + " " + argument.paramLabel());
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void theUserGuideNamesEveryCommand() throws Exception {
        String guide = Files.readString(Path.of("docs", "user-guide.md"));
        assertThat(all(TonalystCommand.commandLine()))
                .map(command -> command.getCommandSpec().qualifiedName())
                .filteredOn(name -> !name.endsWith(" help"))
                .allSatisfy(name -> assertThat(guide).contains("`" + name));
    }

    private static List<CommandLine> all(CommandLine command) {
        var found = new ArrayList<CommandLine>();
        if (!command.getCommandSpec().usageMessage().hidden()) {
            found.add(command);
            command.getSubcommands().values().forEach(sub -> found.addAll(all(sub)));
        }
        return found;
    }
}
