// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tonalyst.library.CallName;
import io.tonalyst.library.NamePattern;
import io.tonalyst.signal.Signal;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFilesTest {
    private static final Path COMMITTED = Path.of("samples");

    @TempDir private Path folder;

    private static List<Path> write(Path to) throws IOException {
        return new SampleFiles()
                .write(
                        to,
                        SampleFiles.DEFAULT_ROWS,
                        SampleFiles.DEFAULT_SEED,
                        new CancelToken(),
                        ProgressSink.NONE);
    }

    @Test
    void makesExactlyTheCommittedFiles() throws IOException {
        List<Path> files = write(folder);
        assertThat(files).hasSize(8 + 23);
        long calls = 0;
        for (Path file : files) {
            Path committed = COMMITTED.resolve(folder.relativize(file).toString());
            assertThat(committed)
                    .as("regenerate with `tonalyst samples` when the generator was changed")
                    .hasSameBinaryContentAs(file);
            calls += file.toString().endsWith(".wav") ? Files.size(file) : 0;
        }
        assertThat(Files.size(COMMITTED.resolve("call_log.csv"))).isLessThan(2_000_000);
        assertThat(calls).isLessThan(6_500_000);
    }

    @Test
    void recordingsAreFoundByTheirNamesAndAreLongerInTheBadWeek() throws IOException {
        var pattern = NamePattern.of("{agent}_{date:yyyyMMdd}_{time:HHmm}");
        List<String> starts;
        try (var lines = Files.lines(COMMITTED.resolve("call_log.csv"))) {
            starts = lines.map(line -> line.substring(0, Math.min(22, line.length()))).toList();
        }
        double bad = 0;
        double others = 0;
        try (var files = Files.list(COMMITTED.resolve(SampleFiles.RECORDINGS))) {
            for (Path file : files.toList()) {
                CallName name = pattern.read(file);
                String start = name.start().orElseThrow().toString().replace('T', ' ');
                String agent = name.agent().orElseThrow();
                assertThat(starts).contains(agent + "," + start);
                int day = name.date().orElseThrow().getDayOfMonth();
                if (agent.equals("32400") && day >= 16 && day <= 22) {
                    bad += Files.size(file) / 10.0;
                } else {
                    others += Files.size(file) / 13.0;
                }
            }
        }
        assertThat(bad).isGreaterThan(1.4 * others);
    }

    @Test
    void customerOfTheRisingCallGrowsLouderAndHigher() {
        Signal call = SampleCall.GETTING_ANGRY.render(SampleFiles.DEFAULT_SEED);
        float[] customer = call.channel(1);
        int third = customer.length / 3;
        assertThat(loudest(customer, 2 * third, customer.length))
                .isGreaterThan(1.5f * loudest(customer, 0, third));
        assertThat(loudest(customer, 0, customer.length)).isBetween(0.7f, 0.8f);
        assertThat(loudest(call.channel(0), 0, customer.length)).isGreaterThan(0.1f);
    }

    @Test
    void muLawIsWhatJavaSoundDecodes() throws Exception {
        float[] left = new float[4000];
        float[] right = new float[4000];
        for (int i = 0; i < left.length; i++) {
            left[i] = (i - 2000) / 2001f;
            right[i] = -left[i] / 8;
        }
        byte[] file =
                MuLawWriter.toBytes(new Signal(new io.tonalyst.time.SampleRate(8000), left, right));
        try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file));
                AudioInputStream pcm =
                        AudioSystem.getAudioInputStream(
                                new AudioFormat(8000, 16, 2, true, false), in)) {
            assertThat(in.getFormat().getEncoding()).isEqualTo(AudioFormat.Encoding.ULAW);
            byte[] bytes = pcm.readAllBytes();
            assertThat(bytes).hasSize(4 * left.length);
            for (int i = 0; i < left.length; i++) {
                assertDecoded(bytes, 2 * i, left[i]);
                assertDecoded(bytes, 2 * i + 1, right[i]);
            }
        }
    }

    @Test
    void saysInOneSentenceWhatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "not a folder");
        assertThatThrownBy(() -> write(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("could not be written");
        assertThat(file).hasContent("not a folder");
    }

    private static void assertDecoded(byte[] bytes, int sample, float expected) {
        int value = (bytes[2 * sample] & 0xFF) | bytes[2 * sample + 1] << 8;
        double decoded = value / 32768.0;
        // A step of the companding is a sixteenth of its segment.
        assertThat(Math.abs(decoded - expected))
                .isLessThan(Math.max(0.0005, Math.abs(expected) / 16));
    }

    private static float loudest(float[] x, int from, int to) {
        float highest = 0;
        for (int i = from; i < to; i++) {
            highest = Math.max(highest, Math.abs(x[i]));
        }
        return highest;
    }
}
