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
import javax.imageio.ImageIO;
import javax.sound.midi.MidiSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresentCommandTest {
    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String series = "";

    @BeforeEach
    void writeSeries() throws Exception {
        Path days = folder.resolve("agent-7.csv");
        Files.writeString(
                days,
                """
                date,calls,resolved_by_agent,mean_talk_time_s
                2017-01-01,4,4,450
                2017-01-02,8,4,1000.0
                2017-01-05,10,9,1200
                """);
        series = days.toString();
    }

    @Test
    void aMonthBecomesAFilmAndAllThatGoesWithIt() throws Exception {
        Path into = folder.resolve("talk");

        assertThat(
                        run(
                                "present",
                                "--series",
                                series,
                                "-o",
                                into.toString(),
                                "--name",
                                "week",
                                "--size",
                                "720p",
                                "--fps",
                                "10",
                                "--json"))
                .as(err.toString())
                .isZero();

        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(into.toFile().list())
                .containsExactlyInAnyOrder(
                        "week.mp4", "week.srt", "week.png", "week-05.png", "week.wav", "week.mid");
        VideoFrames.Film film = VideoFrames.read(into.resolve("week.mp4"));
        assertThat(film.pictures()).hasSize(report.get("pictures").asInt());
        assertThat(film.pictures().getFirst().width()).isEqualTo(1280);
        assertThat(film.videoSeconds()).isCloseTo(report.get("seconds").asDouble(), within(1e-3));
        assertThat(film.audioSeconds()).isCloseTo(film.videoSeconds(), within(0.1));
        assertThat(Files.readString(into.resolve("week.srt")))
                .startsWith("1\n00:00:00,000 --> ")
                .contains("2017-01-05")
                .contains("beyond the threshold");
        assertThat(ImageIO.read(into.resolve("week-05.png").toFile()).getWidth()).isEqualTo(1920);
        assertThat(MidiSystem.getSequence(into.resolve("week.mid").toFile()).getTracks())
                .isNotEmpty();
    }

    @Test
    void whatCannotBeFilmedIsSaidBeforeAnythingIsWritten() {
        Path into = folder.resolve("talk");
        assertThat(run("present", "--series", series, "-o", into.toString(), "--size", "8k"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--size is one of 720p, 1080p, 4k, not '8k'.");
        assertThat(run("present", "--series", series, "-o", into.toString(), "--fps", "0"))
                .isEqualTo(2);
        assertThat(run("present", "--series", series, "-o", into.toString(), "--speed", "9"))
                .isEqualTo(2);
        assertThat(into).doesNotExist();
    }

    private int run(String... args) {
        return TonalystCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }
}
