// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.emotion.dl4j.Dl4jEmotionModel;
import io.tonalyst.training.TinyCorpus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainCommandTest {
    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void trainsEvaluatesAndWritesALoadableModel() throws Exception {
        Path corpus = folder.resolve("corpus");
        TinyCorpus.write(corpus, 12);
        Path model = folder.resolve("models/tiny");

        assertThat(run("train", corpus, model)).as(err.toString()).isZero();
        assertThat(run("evaluate", corpus, model, "--protocol", "clip")).isZero();
        out.getBuffer().setLength(0);
        assertThat(run("evaluate", corpus, model, "--protocol", "speaker", "--json")).isZero();

        JsonNode report = JsonMapper.builder().build().readTree(out.toString());
        assertThat(report.at("/overall/clips").asInt()).isEqualTo(72);
        assertThat(report.at("/folds")).hasSize(4);
        assertThat(report.at("/corpora/CREMA-D/clips").asInt()).isEqualTo(72);
        assertThat(Dl4jEmotionModel.load(model).description().name()).isEqualTo("tiny");
        assertThat(Files.readString(model.resolve("MODEL-CARD.md")))
                .contains("Clip protocol", "Speaker protocol", "must not be used");
        assertThat(Files.readAllLines(model.resolve("evaluation/speaker.csv")))
                .hasSize(73)
                .first()
                .asString()
                .isEqualTo(
                        "clip,corpus,speaker,fold,label,p_neutral,p_calm,p_happy,p_sad,p_angry,"
                                + "p_fear,p_disgust,p_surprise");
        assertThat(Files.readAllLines(model.resolve("evaluation/speaker-splits.csv")))
                .hasSize(1 + 4 * 72)
                .first()
                .asString()
                .isEqualTo("clip,fold,role");
    }

    @Test
    void saysInOneSentenceWhatIsWrong() {
        Path missing = folder.resolve("no-such-folder");

        assertThat(run("train", missing, folder.resolve("m"))).isEqualTo(1);
        assertThat(err.toString()).contains("no-such-folder");
        assertThat(run("train", missing, folder.resolve("m"), "--epochs", "1")).isEqualTo(2);
        assertThat(run("evaluate", missing, folder.resolve("m"))).isEqualTo(2);
    }

    @Test
    void saysSoWhenTheFolderCannotBeMade() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(run("train", folder, file.resolve("m"))).isEqualTo(1);
        assertThat(err.toString()).contains("cannot be made");
    }

    private int run(String command, Path corpus, Path model, String... more) {
        CommandLine line = TonalystCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] start = {
            command,
            "--corpora",
            corpus.toString(),
            "--out",
            model.toString(),
            "--cache",
            folder.resolve("cache").toString(),
            "--network",
            "tiny"
        };
        boolean epochs = java.util.Arrays.asList(more).contains("--epochs");
        String[] few = epochs ? new String[0] : new String[] {"--epochs", "2"};
        return line.execute(
                java.util.stream.Stream.of(start, few, more)
                        .flatMap(java.util.Arrays::stream)
                        .toArray(String[]::new));
    }
}
