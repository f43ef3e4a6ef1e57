// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tonalyst.video.VideoFrames;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartCommandTest {
    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String log = "";

    @BeforeEach
    void writeLog() throws Exception {
        List<String> rows = new ArrayList<>();
        rows.add(
                "Agent_ID,Call_Date,Talk_Time,After_Call_Work_Time,Queue_Time,"
                        + "Call_resolution_ID,Call_Type_ID,Plan_ID,Emotion");
        for (int i = 0; i < 400; i++) {
            rows.add(
                    "%d,%s 00:00:00,%d,%d,%d,Resolution%d,Type10,Plan1,neutral"
                            .formatted(
                                    7 + i % 4,
                                    LocalDate.of(2017, 1, 1).plusDays(i % 59),
                                    400 + i * 37 % 500,
                                    i % 200,
                                    i % 30,
                                    1 + i % 2));
        }
        log = Files.write(folder.resolve("log.csv"), rows).toString();
    }

    @Test
    void everyViewBecomesAPictureAndATable() throws Exception {
        for (String view : List.of("line", "compare", "bubbles", "multiples", "calendar")) {
            Path png = folder.resolve(view + ".png");
            Path csv = folder.resolve(view + ".csv");
            int code =
                    run(
                            "chart",
                            "--log",
                            log,
                            "--view",
                            view,
                            "--agent",
                            "7",
                            "--month",
                            "2017-02",
                            "--scale",
                            "0.5",
                            "--png",
                            png.toString(),
                            "--csv",
                            csv.toString(),
                            "--json");
            assertThat(code).as(err.toString()).isZero();
            JsonNode report = new ObjectMapper().readTree(out.toString());
            assertThat(report.get("view").asText()).isEqualTo(view);
            assertThat(report.get("at").asInt()).isEqualTo(report.get("steps").size());
            assertThat(Files.readAllLines(csv)).hasSize(1 + report.get("table").get("rows").size());
            assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(640);
        }
    }

    @Test
    void aFilmHasEveryPictureAndSoundOfTheSameLength() throws Exception {
        Path film = folder.resolve("bubbles.mp4");
        assertThat(
                        run(
                                "chart",
                                "--log",
                                log,
                                "--view",
                                "bubbles",
                                "--film",
                                film.toString(),
                                "--size",
                                "720p",
                                "--fps",
                                "5",
                                "--json"))
                .as(err.toString())
                .isZero();
        JsonNode report = new ObjectMapper().readTree(out.toString());
        VideoFrames.Film written = VideoFrames.read(film);
        assertThat(written.pictures()).hasSize(report.get("pictures").asInt());
        assertThat(written.audioSeconds()).isCloseTo(written.videoSeconds(), within(0.1));
    }

    @Test
    void wrongOptionsAreToldInOneSentence() {
        assertWrong("needs --agent", "--view", "calendar");
        assertWrong("needs --month", "--view", "compare", "--agent", "7");
        assertWrong("--view is one of line, compare", "--view", "pie");
        assertWrong("at most 1 agents", "--view", "calendar", "--agent", "7", "--agent", "8");
        assertWrong("--at lies between 1 and 2", "--view", "bubbles", "--at", "3");
        assertWrong("not in the call log", "--view", "calendar", "--agent", "99");
        assertWrong("--order is one of", "--view", "multiples", "--order", "size");
        assertWrong("--recordings", "--view", "bubbles", "--colour", "valence");
        assertWrong("No call passes", "--view", "multiples", "--from", "2030-01-01");
    }

    private void assertWrong(String sentence, String... options) {
        List<String> all = new ArrayList<>(List.of("chart", "--log", log));
        all.addAll(Arrays.asList(options));
        assertThat(run(all.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString()).contains(sentence);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return TonalystCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
