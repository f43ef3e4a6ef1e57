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
    void givesOtherCorporaConfidenceAndTelephone() throws Exception {
        JsonNode corpus = evaluation("corpus").get("overall");
        JsonNode clip = evaluation("clip").get("confidence");
        JsonNode speaker = evaluation("speaker").get("confidence");
        assertThat(readme.replaceAll("\\s+", " "))
                .contains(
                        "it is right in %s %%, with a UAR of %s %%"
                                .formatted(
                                        percent(corpus.get("accuracy")),
                                        percent(corpus.get("uar"))))
                .contains(
                        "it is right in %s %% (clip) and %s %% (speaker)"
                                .formatted(percent(atSeventy(clip)), percent(atSeventy(speaker))))
                .contains(
                        String.format(
                                Locale.ROOT,
                                "accuracy lie %.3f and %.3f apart",
                                clip.get("eceAfter").asDouble(),
                                speaker.get("eceAfter").asDouble()))
                .contains(
                        String.format(
                                Locale.ROOT,
                                "loses %.1f points of accuracy (mu-law) to %.1f (GSM)",
                                lost("telephone-mu-law"),
                                lost("gsm")));
    }

    private static JsonNode atSeventy(JsonNode confidence) {
        for (JsonNode point : confidence.get("coverage")) {
            if (Math.abs(point.get("share").asDouble() - 0.7) < 1e-6) {
                return point.get("accuracy");
            }
        }
        throw new AssertionError("no coverage of 70 %");
    }

    private static double lost(String condition) throws Exception {
        for (JsonNode row : evaluation("robustness").get("conditions")) {
            if (row.get("key").asText().equals(condition)) {
                return row.get("lost").asDouble();
            }
        }
        throw new AssertionError("no condition " + condition);
    }

    private static String percent(JsonNode share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share.asDouble());
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
        JsonNode report = evaluation(protocol);
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

    private static JsonNode evaluation(String name) throws Exception {
        return JsonMapper.builder()
                .build()
                .readTree(MODEL.resolve("evaluation/" + name + ".json").toFile());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
