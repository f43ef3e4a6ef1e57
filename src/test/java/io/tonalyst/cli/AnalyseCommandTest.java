// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.review.Annotation;
import io.tonalyst.review.Review;
import io.tonalyst.session.SessionDocument;
import io.tonalyst.session.SessionDocument.Entry;
import io.tonalyst.session.SessionFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class AnalyseCommandTest {
    private static final Path SAMPLE = Path.of("samples/calls/calming_8k_mulaw.wav");

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = TonalystCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--export csv|Name the folder for --export with --out.",
                "--export pdf -o x|--export is one or more of textgrid, eaf, audacity, csv, json,"
                        + " html, not 'pdf'.",
                "--resume|Name the folder to go on in with --out.",
                "--names {agents}|{agents} is no part of a name pattern",
                "--jobs 0|--jobs lies between 1 and 64, not at 0."
            })
    void wrongOptionsAreUsageErrors(String options, String sentence) {
        String[] args = ("analyse " + SAMPLE + " " + options).split(" ");

        assertThat(run(args)).isEqualTo(TonalystCommand.USAGE);
        assertThat(err.toString()).contains(sentence);
    }

    @Test
    void aFolderWithoutRecordingsAndADamagedSessionAreOneSentence() throws Exception {
        assertThat(run("analyse", folder.toString())).isEqualTo(TonalystCommand.SOME_FAILED);
        assertThat(err.toString()).contains("There are no recordings in").hasLineCount(1);

        Path session = Files.writeString(folder.resolve("s.tonalyst"), "{");
        assertThat(run("analyse", session.toString())).isEqualTo(TonalystCommand.SOME_FAILED);
        assertThat(err.toString()).contains("s.tonalyst is damaged").hasLineCount(1);
    }

    @Test
    void aBatchGoesOnAndExportsTheCorrectionsOfASession() throws Exception {
        Path calls = Files.createDirectory(folder.resolve("calls"));
        Path good = Files.copy(SAMPLE, calls.resolve("good.wav"));
        String pattern = "{agent}";
        Files.writeString(calls.resolve("bad.wav"), "no sound");
        String exports = folder.resolve("out").toString();

        assertThat(
                        run(
                                "analyse",
                                calls.toString(),
                                "--export",
                                "csv,html",
                                "-o",
                                exports,
                                "--json"))
                .isEqualTo(TonalystCommand.SOME_FAILED);
        JsonNode first = JsonMapper.builder().build().readTree(out.toString());
        assertThat(first).hasSize(2);
        assertThat(first.get(0).get("error").asText()).contains("bad.wav");
        assertThat(folder.resolve("out/good.html")).content().contains("Segments");

        run(
                "analyse",
                calls.toString(),
                "--export",
                "csv",
                "-o",
                exports,
                "--json",
                "--resume",
                "--names",
                pattern);
        assertThat(out.toString()).contains("\"agent\" : \"good\"");
        assertThat(err.toString()).contains("2 recordings, 1 of them analysed before, 1 failed");
        assertThat(JsonMapper.builder().build().readTree(out.toString()).get(1).get("segments"))
                .hasSameSizeAs(first.get(1).get("segments"));

        Path session = folder.resolve("s.tonalyst");
        Review said =
                Review.NONE.with(
                        new Annotation(
                                0, 0.25, 0.5, Optional.of(Emotion.FEAR), "beep", Optional.empty()));
        SessionFile.write(
                session,
                new SessionDocument(
                        List.of(new Entry(good, true, said, Optional.empty())),
                        Optional.empty(),
                        "",
                        List.of()));
        assertThat(
                        run(
                                "analyse",
                                session.toString(),
                                "--export",
                                "textgrid",
                                "-o",
                                exports,
                                "--resume"))
                .isEqualTo(TonalystCommand.OK);
        assertThat(folder.resolve("out/good.TextGrid")).content().contains("\"beep\"", "\"fear\"");
    }
}
