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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sound.midi.MidiSystem;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmAndHearCommandTest {
    private static final Path CALL =
            Path.of("samples", "calls", "calming_8k_mulaw.wav").toAbsolutePath();

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aStretchIsFilmedWithItsSound() throws Exception {
        Path film = folder.resolve("stretch.mp4");

        int code =
                film(
                        CALL, film, "--from", "4", "--to", "6", "--size", "720p", "--fps", "5",
                        "--json");

        assertThat(code).as(err.toString()).isZero();
        JsonNode report = new ObjectMapper().readTree(out.toString());
        VideoFrames.Film written = VideoFrames.read(film);
        assertThat(report.get("pictures").asInt()).isEqualTo(10);
        assertThat(written.pictures()).hasSize(10);
        assertThat(written.audioSeconds()).isCloseTo(written.videoSeconds(), within(0.2));
        assertThat(folder.resolve("stretch.srt")).content().contains("00:00:00,000 --> ");
    }

    @Test
    void whatCannotBeFilmedIsToldInOneSentenceAndLeavesNothing() throws Exception {
        Path film = folder.resolve("x.mp4");
        Path noise = Files.write(folder.resolve("noise.wav"), new byte[] {1, 2, 3, 4, 5, 6, 7});
        Path empty = Files.createFile(folder.resolve("empty.wav"));

        assertTold(1, "noise.wav is not an audio or video file", () -> film(noise, film));
        assertTold(1, "empty.wav is empty (0 bytes)", () -> film(empty, film));
        assertTold(2, "There is no file", () -> film(folder.resolve("none.wav"), film));
        assertTold(
                2, "behind the end of", () -> film(CALL, film, "--from", "99", "--size", "720p"));
        assertTold(2, "--to has to lie after", () -> film(CALL, film, "--from", "5", "--to", "3"));
        assertTold(2, "ends in .mp4", () -> film(CALL, folder.resolve("x.avi")));
        assertTold(1, "there is no folder", () -> film(CALL, folder.resolve("no/x.mp4")));
        assertTold(2, "--fps lies between", () -> film(CALL, film, "--fps", "0"));

        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("noise.wav", "empty.wav");
        }
    }

    @Test
    void theEmotionsOfACallBecomeNotes() throws Exception {
        Path wav = folder.resolve("tones.wav");
        Path midi = folder.resolve("tones.mid");

        int code = hear(CALL, "--wav", wav.toString(), "--midi", midi.toString());

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Pitch rises with valence").contains("valence -");
        try (var sound = AudioSystem.getAudioInputStream(wav.toFile())) {
            // A step a second of the call, a quarter of a second each.
            assertThat(sound.getFrameLength() / sound.getFormat().getFrameRate())
                    .isCloseTo(32 / 4f, within(0.5f));
        }
        assertThat(MidiSystem.getMidiFileFormat(midi.toFile()).getType()).isEqualTo(1);
    }

    @Test
    void whatCannotBeHeardIsToldInOneSentence() throws Exception {
        Path copy = Files.copy(CALL, folder.resolve("call.wav"));
        byte[] before = Files.readAllBytes(copy);
        Path noise = Files.write(folder.resolve("noise.wav"), new byte[] {1, 2, 3, 4, 5, 6, 7});

        assertTold(1, "noise.wav is not an audio or video file", () -> hear(noise));
        assertTold(2, "would write over the input", () -> hear(copy, "--wav", copy.toString()));
        assertTold(2, "--channel is 1 for the left", () -> hear(copy, "--channel", "-1"));
        assertTold(2, "has 2 channels.", () -> hear(copy, "--channel", "9"));
        assertTold(2, "--mapping: ", () -> hear(copy, "--mapping", "none"));

        assertThat(Files.readAllBytes(copy)).isEqualTo(before);
    }

    private interface Run {
        int run();
    }

    private void assertTold(int code, String sentence, Run run) {
        err.getBuffer().setLength(0);
        assertThat(run.run()).as(err.toString()).isEqualTo(code);
        assertThat(err.toString().lines().findFirst().orElse("")).contains(sentence);
        assertThat(err.toString()).doesNotContain("Exception");
    }

    private int film(Path file, Path film, String... options) {
        return run("film", file, List.of("-o", film.toString()), options);
    }

    private int hear(Path file, String... options) {
        return run("hear", file, List.of(), options);
    }

    private int run(String command, Path file, List<String> more, String... options) {
        var args = new ArrayList<>(List.of(command, file.toString()));
        args.addAll(List.of("--analyses", folder.resolve("analyses").toString()));
        args.addAll(more);
        args.addAll(Arrays.asList(options));
        return TonalystCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args.toArray(String[]::new));
    }
}
