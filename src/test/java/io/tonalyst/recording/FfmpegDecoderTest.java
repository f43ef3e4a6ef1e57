// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FfmpegDecoderTest {
    @TempDir Path folder;

    private final FfmpegDecoder decoder = new FfmpegDecoder();

    @ParameterizedTest
    @CsvSource({
        "wav, pcm_u8, 8000, 1, 0, 0.01",
        "wav, pcm_s24le, 44100, 2, 0, 1e-6",
        "wav, pcm_s32le, 48000, 1, 0, 1e-6",
        "wav, pcm_f32le, 22050, 2, 0, 0",
        "wav, pcm_f64le, 16000, 1, 0, 0",
        "wav, pcm_mulaw, 8000, 2, 0, 0.02",
        "wav, pcm_alaw, 8000, 1, 0, 0.02",
        "wav, adpcm_ms, 8000, 1, 0.1, 0.05",
        "wav, adpcm_ima_wav, 8000, 1, 0.1, 0.05",
        "aiff, pcm_s16be, 96000, 2, 0, 1e-4",
        "au, pcm_s16be, 8000, 1, 0, 1e-4",
        "flac, flac, 16000, 2, 0, 1e-4",
        "m4a, aac, 44100, 2, 0.05, 0.05",
        "m4a, alac, 44100, 1, 0, 1e-4",
        "mp3, libmp3lame, 44100, 2, 0, 0.05",
        "opus, libopus, 48000, 2, 0, 0.05",
        "ogg, libopus, 48000, 1, 0, 0.05",
    })
    void soundComesBackAtItsPlaceAndLevel(
            String ending, String encoder, int rate, int channels, double extra, double error)
            throws Exception {
        Assumptions.assumeTrue(TestEncoder.has(encoder), "this FFmpeg has no encoder " + encoder);
        Signal sound = melody(rate, channels);
        Path file = folder.resolve("tune." + ending);
        TestEncoder.write(file, encoder, sound);

        Signal decoded = decode(file).signal();

        assertThat(decoded.sampleRate().hertz()).isEqualTo(rate);
        assertThat(decoded.channels()).isEqualTo(channels);
        assertThat(decoded.seconds()).isBetween(sound.seconds() - 1e-9, sound.seconds() + extra);
        for (int c = 0; c < channels; c++) {
            assertThat(rmsOfDifference(decoded.channel(c), sound.channel(c)))
                    .as("channel %d", c)
                    .isLessThanOrEqualTo(error);
        }
    }

    /** No encoder at hand writes GSM: 50 blocks of 65 bytes, each holding 320 samples. */
    @Test
    void gsmInWavIsDecoded() throws Exception {
        byte[] blocks = new byte[50 * 65];
        new Random(1).nextBytes(blocks);
        var bytes =
                ByteBuffer.allocate(60 + blocks.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                        .putInt(52 + blocks.length)
                        .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                        .putInt(20)
                        .putShort((short) 0x31)
                        .putShort((short) 1)
                        .putInt(8000)
                        .putInt(1625)
                        .putShort((short) 65)
                        .putShort((short) 0)
                        .putShort((short) 2)
                        .putShort((short) 320)
                        .put("fact".getBytes(StandardCharsets.US_ASCII))
                        .putInt(4)
                        .putInt(50 * 320)
                        .put("data".getBytes(StandardCharsets.US_ASCII))
                        .putInt(blocks.length)
                        .put(blocks);
        Path file = folder.resolve("gsm.wav");
        Files.write(file, bytes.array());
        Recording recording = decode(file);
        assertThat(recording.format()).isEqualTo("wav, gsm_ms");
        assertThat(recording.signal().frames()).isEqualTo(50 * 320);
    }

    @Test
    void rawMuLawIsTelephoneSound() throws Exception {
        byte[] codes = new byte[4000];
        Arrays.fill(codes, (byte) 0x80);
        Path file = folder.resolve("line.ul");
        Files.write(file, codes);
        Signal decoded = decode(file).signal();
        assertThat(decoded.seconds()).isEqualTo(0.5);
        assertThat(decoded.channel(0)).containsOnly(32_124 / 32_768f);
    }

    @Test
    void theFormatIsNamed() throws Exception {
        Path file = folder.resolve("voice.wav");
        TestEncoder.write(file, "pcm_mulaw", melody(8000, 1));
        assertThat(decode(file).format()).isEqualTo("wav, pcm_mulaw");
        Path music = folder.resolve("music.m4a");
        TestEncoder.write(music, "aac", melody(44_100, 1));
        assertThat(decode(music).format()).isEqualTo("m4a, aac");
    }

    @Test
    void moreThanEightChannelsAreKeptApart() throws Exception {
        float[][] channels = new float[12][800];
        for (int c = 0; c < channels.length; c++) {
            Arrays.fill(channels[c], c / 16f);
        }
        Path file = folder.resolve("many.wav");
        new WavWriter().write(file, new Signal(new SampleRate(8000), channels));
        Signal decoded = decode(file).signal();
        assertThat(decoded.channels()).isEqualTo(12);
        for (int c = 0; c < channels.length; c++) {
            assertThat(decoded.channel(c)).containsExactly(channels[c]);
        }
    }

    @Test
    void badFilesAreToldInOneSentence() throws Exception {
        Path text = folder.resolve("text.wav");
        Files.writeString(text, "This is no sound.\n".repeat(1000));
        Path empty = Files.createFile(folder.resolve("empty.mp3"));
        Path list = folder.resolve("list.wav");
        Files.writeString(list, "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nx.wav\n");
        Path headerOnly = folder.resolve("header.wav");
        new WavWriter().write(headerOnly, new Signal(new SampleRate(8000), new float[0]));
        for (Path file :
                List.of(text, empty, list, headerOnly, folder, folder.resolve("none.wav"))) {
            assertThatThrownBy(() -> decode(file))
                    .as(file.toString())
                    .isInstanceOf(RecordingException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageEndingWith(".")
                    .message()
                    .doesNotContain("\n");
        }
    }

    @Test
    void aRateAtWhichNoVoiceCanBeHeardIsABadHeader() throws Exception {
        Path file = folder.resolve("slow.wav");
        new WavWriter().write(file, melody(100, 1));
        assertThatThrownBy(() -> decode(file))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("at 100 Hz");
    }

    @Test
    void aHeaderThatPromisesTooMuchYieldsWhatIsThere() throws Exception {
        Path file = folder.resolve("lying.wav");
        new WavWriter().write(file, melody(8000, 1));
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, -1).putInt(40, -9);
        Files.write(file, bytes);
        assertThat(decode(file).signal().frames()).isEqualTo(melody(8000, 1).frames());
        // The length is that of programs that write to a pipe and cannot know it.
        assertThat(decode(file).damage().orElse("")).doesNotContain("promises");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wav:pcm_s16le",
                "flac:flac",
                "ogg:libopus",
                "mp3:libmp3lame",
                "wav:pcm_mulaw"
            })
    void aFileCutOffYieldsItsBeginning(String format) throws Exception {
        String[] parts = format.split(":");
        Assumptions.assumeTrue(TestEncoder.has(parts[1]), "this FFmpeg has no encoder " + parts[1]);
        Path file = folder.resolve("cut." + parts[0]);
        Signal sound = melody(48_000, 1);
        TestEncoder.write(file, parts[1], sound);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        Signal half = decode(file).signal();
        assertThat(half.seconds()).isBetween(0.3 * sound.seconds(), 0.7 * sound.seconds());
        float[] beginning = Arrays.copyOf(sound.channel(0), half.frames());
        assertThat(rmsOfDifference(half.channel(0), beginning)).isLessThan(0.05);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wav:pcm_s16le", "wav:pcm_mulaw", "flac:flac"})
    void aFileCutOffSaysHowMuchIsMissing(String format) throws Exception {
        String[] parts = format.split(":");
        Path file = folder.resolve("cut." + parts[0]);
        Signal sound = melody(16_000, 1);
        TestEncoder.write(file, parts[1], sound);
        assertThat(decode(file).damage()).isEmpty();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(decode(file).damage())
                .hasValueSatisfying(
                        sentence ->
                                assertThat(sentence)
                                        .startsWith(file + " is cut off or damaged: its header")
                                        .contains("promises %.1f s".formatted(sound.seconds())));
    }

    @Test
    void samplesThatAreNoNumbersAreTold() {
        assertThat(new Damage(2, OptionalDouble.empty(), 0, 3).sentence(Path.of("a.wav")))
                .hasValue(
                        "a.wav is cut off or damaged: 3 samples are no number and became silence."
                                + " What it holds is used.");
        assertThat(new Damage(2, OptionalDouble.of(2.1), 0, 0).sentence(Path.of("a.wav")))
                .isEmpty();
    }

    @Test
    void decodingCanBeCancelled() throws Exception {
        Path file = folder.resolve("long.wav");
        new WavWriter().write(file, new Signal(new SampleRate(8000), new float[8000 * 600]));
        var cancel = new CancelToken();
        List<Double> reports = new ArrayList<>();
        assertThatThrownBy(
                        () ->
                                decoder.decode(
                                        file,
                                        cancel,
                                        (fraction, message) -> {
                                            reports.add(fraction);
                                            if (fraction > 0.3) {
                                                cancel.cancel();
                                            }
                                        }))
                .isInstanceOf(CancellationException.class);
        assertThat(reports.getLast()).isCloseTo(0.3, within(0.05));
    }

    @Test
    void progressRisesFromNoughtToOne() throws Exception {
        Path file = folder.resolve("some.wav");
        new WavWriter().write(file, new Signal(new SampleRate(8000), new float[8000 * 60]));
        List<Double> reports = new ArrayList<>();
        decoder.decode(file, new CancelToken(), (fraction, message) -> reports.add(fraction));
        assertThat(reports).isSorted().startsWith(0.0).endsWith(1.0).hasSizeBetween(50, 110);
    }

    /** Two seconds of sliding tones, another one in each channel. */
    static Signal melody(int rate, int count) {
        float[][] channels = new float[count][2 * rate];
        for (int c = 0; c < count; c++) {
            for (int i = 0; i < 2 * rate; i++) {
                double t = (double) i / rate;
                double turns = (300 + 200 * c) * t + 100 * t * t;
                channels[c][i] = (float) (0.3 * Math.sin(2 * Math.PI * turns));
            }
        }
        return new Signal(new SampleRate(rate), channels);
    }

    private static double rmsOfDifference(float[] a, float[] b) {
        int length = Math.min(a.length, b.length);
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum / length);
    }

    private Recording decode(Path file) throws RecordingException {
        return decoder.decode(file, new CancelToken(), ProgressSink.NONE);
    }
}
