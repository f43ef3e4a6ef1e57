// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.tonalyst.signal.Signal;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged files end in a recording or in a sentence, never in a crash or an endless loop. */
class DecoderFuzzTest {
    private static final int MUTANTS = 40;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "wav, pcm_s16le",
        "wav, adpcm_ms",
        "flac, flac",
        "m4a, aac",
        "mp3, libmp3lame",
        "ogg, libopus",
        "aiff, pcm_s16be"
    })
    void everyMutantEndsWell(String ending, String encoder) throws Exception {
        Assumptions.assumeTrue(TestEncoder.has(encoder), "this FFmpeg has no encoder " + encoder);
        Path file = folder.resolve("seed." + ending);
        TestEncoder.write(file, encoder, FfmpegDecoderTest.melody(8000, 2));
        byte[] seed = Files.readAllBytes(file);
        var random = new Random(seed.length);
        var decoder = new FfmpegDecoder();
        for (int i = 0; i < MUTANTS; i++) {
            Path mutant = folder.resolve("mutant-" + i + "." + ending);
            Files.write(mutant, mutate(seed, random));
            assertTimeoutPreemptively(LIMIT, () -> decode(decoder, mutant), mutant::toString);
        }
    }

    /** Of a tone with flipped bits; FFmpeg leaves parts of its frames as it was given them. */
    @Test
    void damagedFramesSoundTheSameEachTime() throws Exception {
        Path file = Path.of("src", "test", "resources", "recording", "damaged.aac");
        var decoder = new FfmpegDecoder();
        float[] first = samples(decoder, file);
        for (int i = 0; i < 60; i++) {
            assertThat(samples(decoder, file)).isEqualTo(first);
        }
    }

    private static float[] samples(FfmpegDecoder decoder, Path file) throws RecordingException {
        return decoder.decode(file, new CancelToken(), ProgressSink.NONE).signal().channel(0);
    }

    private static void decode(FfmpegDecoder decoder, Path file) {
        try {
            Signal signal = decoder.decode(file, new CancelToken(), ProgressSink.NONE).signal();
            assertThat(signal.frames()).isPositive();
            for (int c = 0; c < signal.channels(); c++) {
                for (float sample : signal.channel(c)) {
                    if (!Float.isFinite(sample)) {
                        throw new AssertionError(file + " yields samples that are no numbers");
                    }
                }
            }
        } catch (RecordingException e) {
            assertThat(e).hasMessageContaining(file.toString());
        }
    }

    /** Changes some bytes, half of them in the header; at times cuts off an end too. */
    private static byte[] mutate(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        int changes = 1 + random.nextInt(20);
        for (int i = 0; i < changes; i++) {
            int reach = random.nextBoolean() ? Math.min(200, bytes.length) : bytes.length;
            bytes[random.nextInt(reach)] = (byte) random.nextInt(256);
        }
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
            case 1 -> Arrays.copyOfRange(bytes, random.nextInt(bytes.length), bytes.length);
            default -> bytes;
        };
    }
}
