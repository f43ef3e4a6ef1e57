// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExploreCommandTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path log;

    @BeforeEach
    void write() throws Exception {
        log =
                Files.write(
                        folder.resolve("log.csv"),
                        List.of(
                                "Agent_ID,Call_Date,Talk_Time,After_Call_Work_Time,Queue_Time,"
                                        + "Call_resolution_ID,Call_Type_ID,Plan_ID,Emotion",
                                "1,2017-01-01 00:00:00,100,10,5,Resolution1,Type10,P,anger",
                                "1,2017-01-02 00:00:00,200,30,6,Resolution2,Type20,P,neutral",
                                "2,2017-01-02 00:00:00,300,50,7,Resolution1,Type20,P,neutral"));
    }

    @Test
    void answersTheUsualQuestionsAsOneDocument() throws Exception {
        assertThat(run("--log", log.toString(), "--json")).isZero();
        JsonNode document = new ObjectMapper().readTree(out.toString());
        assertThat(document.get("answers"))
                .extracting(answer -> answer.get("title").asText())
                .contains("Calls by agent", "Distribution of talk time", "Angry share by agent");
    }

    @Test
    void filtersHoldForAQuestion() throws Exception {
        assertThat(
                        run(
                                "--log",
                                log.toString(),
                                "--figure",
                                "handle",
                                "--by",
                                "agent",
                                "--filter",
                                "type=Technical Support",
                                "--json"))
                .isZero();
        JsonNode answer = new ObjectMapper().readTree(out.toString()).get("answers").get(0);
        assertThat(answer.get("groups")).hasSize(2);
        assertThat(answer.get("groups").get(0).get("value").asDouble())
                .isCloseTo(230, within(1e-12));
        assertThat(answer.get("all").get("value").asDouble()).isCloseTo(290, within(1e-12));
        assertThat(answer.get("notes").get(0).asText()).contains("Technical Support");
    }

    @Test
    void writesTableAndChart() throws Exception {
        Path csv = folder.resolve("out.csv");
        Path png = folder.resolve("out.png");
        assertThat(
                        run(
                                "--log",
                                log.toString(),
                                "--figure",
                                "talk",
                                "--csv",
                                csv.toString(),
                                "--png",
                                png.toString()))
                .isZero();
        assertThat(out.toString()).contains("median 200.0 s");
        assertThat(Files.readString(csv)).startsWith("Span,Calls,\"Share, %\"");
        assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(1280);
    }

    @Test
    void whatMakesNoSenseIsOneSentence() {
        assertThat(run("--log", log.toString(), "--figure", "angry")).isEqualTo(2);
        assertThat(err.toString()).contains("--figure angry needs --by.");
        assertThat(run("--log", log.toString(), "--figure", "rating", "--by", "agent"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("does not record what is needed");
        assertThat(run("--log", log.toString(), "--csv", "x.csv")).isEqualTo(2);
        assertThat(err.toString()).contains("write one question");
    }

    private int run(String... args) {
        return new CommandLine(new ExploreCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
