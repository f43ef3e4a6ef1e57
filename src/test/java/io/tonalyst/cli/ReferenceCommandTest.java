// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.recording.WavWriter;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.training.TinyCorpus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReferenceCommandTest {
    private static final int RATE = 8000;

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void showsOneNetworkUnderThreeProtocols() throws Exception {
        writeSounds(folder.resolve("corpus"));
        TinyCorpus.write(folder.resolve("corpus/images"), 1);
        Path damaged = folder.resolve("corpus/03-01-01-01-01-01-09.wav");
        Files.writeString(damaged, "no sound");

        assertThat(run("leaky", "--widths", "4,4,4,4", "--epochs", "2")).isEqualTo(1);
        assertThat(err.toString())
                .contains("6 clips are log-mel images without sound", "skipped: ", "published are")
                .contains("leaky fold 0: Epoch 2 of 2: loss");
        Files.delete(damaged);
        assertThat(run("clip", "--widths", "4,4,4,4", "--epochs", "1")).isZero();
        out.getBuffer().setLength(0);
        assertThat(run("speaker", "--widths", "4,4,4,4", "--epochs", "1", "--json")).isZero();

        JsonNode report = JsonMapper.builder().build().readTree(out.toString());
        assertThat(report.at("/test_rows").asInt()).isEqualTo(32);
        assertThat(report.at("/sibling_share").asDouble()).isZero();
        assertThat(report.at("/speaker_share").asDouble()).isZero();
        Path evaluation = folder.resolve("models/reference-features/evaluation");
        assertThat(Files.readAllLines(evaluation.resolve("leaky.csv")))
                .hasSize(1 + 32)
                .anyMatch(line -> line.contains("#noise,RAVDESS,RAVDESS-"));
        assertThat(Files.readAllLines(evaluation.resolve("leaky-splits.csv"))).hasSize(1 + 128);
        assertThat(Files.readAllLines(evaluation.resolve("speaker-splits.csv")))
                .hasSize(1 + 4 * 32);
        assertThat(table()).hasSize(5).anyMatch(line -> line.contains("| leaky | 32 |"));
    }

    @Test
    void goesOnWhereItStopped() throws Exception {
        writeSounds(folder.resolve("corpus"));
        assertThat(run("clip", "--widths", "4,4,4,4", "--epochs", "1")).isZero();
        err.getBuffer().setLength(0);
        assertThat(run("clip", "--widths", "4,4,4,4", "--epochs", "2")).isZero();
        String continued = clipRows();

        assertThat(err.toString()).contains("Epoch 2 of 2: loss").doesNotContain("Epoch 1 of 2:");
        Files.delete(folder.resolve("models/reference-features/runs/clip-0.bin"));
        assertThat(run("clip", "--widths", "4,4,4,4", "--epochs", "2")).isZero();
        assertThat(clipRows()).isEqualTo(continued);
    }

    @Test
    void saysWhatIsWrongWithTheCommandLine() throws Exception {
        writeSounds(folder.resolve("corpus"));

        assertThat(run("clip", "--widths", "4,4", "--epochs", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("--widths are 4 numbers for this pipeline, not 2.");
        assertThat(run("clip", "--epochs", "0")).isEqualTo(2);
        assertThat(execute("reference", "--out", "models")).isEqualTo(2);
        assertThat(err.toString()).contains("Name --pipeline");
    }

    @Test
    void saysSoWhenThereIsNoSound() throws Exception {
        TinyCorpus.write(folder.resolve("corpus"), 1);

        assertThat(run("clip")).isEqualTo(1);
        assertThat(err.toString()).contains("There is no clip with sound in");
    }

    private java.util.List<String> table() {
        out.getBuffer().setLength(0);
        assertThat(execute("reference", "--table", "--out", folder.resolve("models").toString()))
                .isZero();
        return out.toString().lines().toList();
    }

    private String clipRows() throws Exception {
        return Files.readString(folder.resolve("models/reference-features/evaluation/clip.csv"));
    }

    private int run(String protocol, String... more) {
        String[] start = {
            "reference",
            "--pipeline",
            "features",
            "--protocol",
            protocol,
            "--corpora",
            folder.resolve("corpus").toString(),
            "--out",
            folder.resolve("models").toString(),
            "--cache",
            folder.resolve("cache").toString()
        };
        return execute(
                java.util.stream.Stream.concat(
                                java.util.Arrays.stream(start), java.util.Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private int execute(String... args) {
        CommandLine line = TonalystCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    /** Four men and four women of RAVDESS, four emotions each, a second of noise and a tone. */
    private static void writeSounds(Path corpus) throws Exception {
        Files.createDirectories(corpus);
        var random = new Random(1);
        for (int speaker = 1; speaker <= 8; speaker++) {
            for (int emotion = 1; emotion <= 4; emotion++) {
                float[] x = new float[RATE];
                for (int i = 0; i < x.length; i++) {
                    x[i] =
                            (float)
                                    (0.3 * Math.sin(2 * Math.PI * 200 * emotion * i / RATE)
                                            + 0.02 * random.nextGaussian());
                }
                new WavWriter()
                        .write(
                                corpus.resolve(
                                        "03-01-0" + emotion + "-01-01-01-0" + speaker + ".wav"),
                                new Signal(new SampleRate(RATE), x));
            }
        }
    }
}
