// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.video.VideoFrames;
import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.sound.midi.MidiSystem;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks the whole product as a newcomer does: the real window, samples, model and exports. */
class TourTest {
    @TempDir private Path out;

    @Test
    void walksThroughEveryWorkspaceAndLeavesFilesThatOpen() throws Exception {
        var console = new StringWriter();

        int code = new HeadlessTour(Home.locate(), new PrintWriter(console)).run(out);

        assertThat(code).isZero();
        assertThat(console.toString()).contains("The tour is over");
        for (String window :
                new String[] {
                    "recordings",
                    "kpis",
                    "joining",
                    "anger",
                    "calls",
                    "models",
                    "models-protocols",
                    "models-reliability"
                }) {
            BufferedImage image = picture("window-" + window + ".png");
            assertThat(image.getWidth()).isGreaterThanOrEqualTo(900);
            assertThat(colours(image))
                    .as("colours in the window of " + window)
                    .hasSizeGreaterThan(20);
        }
        for (String part : new String[] {"view", "waveform", "spectrogram", "prediction"}) {
            assertThat(colours(picture("recording-" + part + ".png")))
                    .as("colours in " + part)
                    .hasSizeGreaterThan(5);
        }
        assertThat(colours(picture("kpi-chart.png"))).hasSizeGreaterThan(5);
        try (var sound = AudioSystem.getAudioInputStream(out.resolve("recording.wav").toFile())) {
            assertThat(sound.getFrameLength()).isPositive();
        }
        try (var sound = AudioSystem.getAudioInputStream(out.resolve("kpi.wav").toFile())) {
            // 31 days of 250 ms, and the last note may ring on
            double seconds = sound.getFrameLength() / sound.getFormat().getFrameRate();
            assertThat(seconds).isBetween(7.7, 9.5);
        }
        VideoFrames.Film film = VideoFrames.read(out.resolve("kpi.mp4"));
        assertThat(film.pictures()).hasSizeGreaterThan(100);
        assertThat(film.audioSeconds()).isCloseTo(film.videoSeconds(), within(1 / 15.0));
        assertThat(MidiSystem.getSequence(out.resolve("kpi.mid").toFile()).getTracks().length)
                .isGreaterThanOrEqualTo(2);
        JsonNode segments =
                JsonMapper.builder()
                        .build()
                        .readTree(out.resolve("recording-segments.json").toFile());
        assertThat(segments.isEmpty()).isFalse();
    }

    private BufferedImage picture(String name) throws Exception {
        BufferedImage image = ImageIO.read(out.resolve(name).toFile());
        assertThat(image).as(name).isNotNull();
        return image;
    }

    private static Set<Integer> colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }
}
