// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.cli.TonalystCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README promises is what the project holds. */
class ReadmeTest {
    private static final Path MODEL = Path.of("models", "emotion-cnn-3");

    private final String readme = read(Path.of("README.md"));

    @ParameterizedTest
    @ValueSource(strings = {"all four", "RAVDESS", "CREMA-D", "TESS", "SAVEE"})
    void givesTheFiguresOfTheEvaluation(String corpus) throws Exception {
        String expected =
                "| " + figures("clip", corpus) + " | " + figures("speaker", corpus) + " |";
        assertThat(
                        readme.lines()
                                .filter(line -> line.startsWith("|"))
                                .filter(l -> l.contains(corpus)))
                .as("rows of " + corpus)
                .anyMatch(line -> line.endsWith(expected));
    }

    @Test
    void linksOnlyToWhatExists() {
        Matcher link = Pattern.compile("\\]\\(([^)#]+)\\)").matcher(readme);
        int links = 0;
        while (link.find()) {
            assertThat(Path.of(link.group(1))).exists();
            links++;
        }
        assertThat(links).isGreaterThanOrEqualTo(3);
    }

    @Test
    void namesEveryCommand() {
        for (String command : TonalystCommand.commandLine().getSubcommands().keySet()) {
            boolean hidden =
                    TonalystCommand.commandLine()
                            .getSubcommands()
                            .get(command)
                            .getCommandSpec()
                            .usageMessage()
                            .hidden();
            if (!hidden && !command.equals("help")) {
                assertThat(readme).contains("tonalyst " + command);
            }
        }
    }

    private static String figures(String protocol, String corpus) throws Exception {
        JsonNode report =
                JsonMapper.builder()
                        .build()
                        .readTree(MODEL.resolve("evaluation/" + protocol + ".json").toFile());
        JsonNode figures =
                corpus.equals("all four")
                        ? report.get("overall")
                        : report.get("corpora").get(corpus);
        return String.format(
                Locale.ROOT,
                "%.1f | %.1f",
                100 * figures.get("accuracy").asDouble(),
                100 * figures.get("uar").asDouble());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
