// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.SharedMaterial;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.WavWriter;
import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageExportTest {
    @TempDir private Path folder;

    private final ClipReader reader = new ClipReader(new FfmpegDecoder());
    private final ImageExport export = new ImageExport(reader);

    @BeforeEach
    void recordings() throws Exception {
        Files.createDirectories(folder.resolve("calls"));
        Files.createDirectories(folder.resolve("Actor_07"));
        var random = new Random(1);
        var wav = new WavWriter();
        wav.write(folder.resolve("calls/one.wav"), noise(random, 2, 40_000));
        wav.write(folder.resolve("calls/two.wav"), noise(random, 1, 9_000));
        wav.write(folder.resolve("Actor_07/03-01-03-01-02-01-07.wav"), noise(random, 1, 8_000));
        wav.write(folder.resolve("Actor_07/03-01-03-01-02-02-07.wav"), noise(random, 1, 8_000));
        Files.writeString(
                folder.resolve("own.csv"),
                """
                path,label,speaker,start,end,channel
                calls/one.wav,angry,ann,0.5,1.75,0
                calls/one.wav,calm,bob,2,4,1
                calls/two.wav,sad,,,,
                """);
    }

    @Test
    void theFolderHoldsTheSameClipsAndTheirRoundedImagesToTheBit() throws Exception {
        List<Clip> clips = scan(folder.resolve("own.csv"), folder.resolve("Actor_07"));
        Path images = folder.resolve("images");

        assertThat(write(clips, images, false).clips()).isEqualTo(5);
        List<Clip> again = scan(images);

        assertThat(again).extracting(ImageExportTest::facts).isEqualTo(factsOf(clips));
        for (int i = 0; i < clips.size(); i++) {
            LogMel sound = reader.read(clips.get(i), new CancelToken());
            LogMel image = reader.read(again.get(i), new CancelToken());
            assertThat(image.frames()).isEqualTo(sound.frames());
            for (int k = 0; k < image.db().length; k++) {
                float rounded = LogMelPng.value(sound.db()[k]) * 320f / 255f + LogMel.FLOOR_DB;
                assertThat(image.db()[k]).isEqualTo(Math.min(0f, rounded));
                assertThat(image.db()[k]).isCloseTo(sound.db()[k], within(0.95f));
            }
        }
    }

    @Test
    void exportingImagesAgainChangesNoByte() throws Exception {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");

        write(scan(folder.resolve("own.csv")), first, false);
        write(scan(first), second, false);

        assertThat(contents(second)).isEqualTo(contents(first));
    }

    @Test
    void numbersTakeThePlaceOfNamesAndKeepWhatBelongsTogether() throws Exception {
        List<Clip> clips = scan(folder.resolve("own.csv"), folder.resolve("Actor_07"));
        Path images = folder.resolve("images");

        write(clips, images, true);
        List<Clip> again = scan(images);

        String index = Files.readString(images.resolve("clips.csv"));
        assertThat(index).doesNotContain("one", "two", "ann", "bob", "03-01", "-07");
        assertThat(again)
                .extracting(Clip::id)
                .containsExactly(
                        "clip-000001", "clip-000002", "clip-000003", "clip-000004", "clip-000005");
        assertThat(again.stream().filter(Clip::hasSpeaker).map(Clip::speaker).distinct())
                .hasSize(3);
        assertThat(again.stream().map(Clip::recording).distinct()).hasSize(3);
        assertThat(again.stream().map(c -> c.emotion() + " " + c.corpus()).sorted())
                .isEqualTo(
                        clips.stream().map(c -> c.emotion() + " " + c.corpus()).sorted().toList());
        assertThat(again).allMatch(c -> c.sex() == Clip.Sex.UNKNOWN);
    }

    @Test
    void aPartIsTheStretchAndTheChannelItNames() throws Exception {
        List<Clip> clips = scan(folder.resolve("own.csv"));
        Signal whole =
                new FfmpegDecoder()
                        .decode(
                                folder.resolve("calls/one.wav"),
                                new CancelToken(),
                                ProgressSink.NONE)
                        .signal();
        float[] expected = new float[10_000];
        System.arraycopy(whole.channel(0), 4_000, expected, 0, expected.length);
        Path alone = folder.resolve("alone/angry/a.wav");
        Files.createDirectories(alone.getParent());
        new WavWriter().write(alone, new Signal(new SampleRate(8000), expected));

        LogMel part = reader.read(clips.get(0), new CancelToken());
        LogMel same = reader.read(scan(folder.resolve("alone")).getFirst(), new CancelToken());

        assertThat(clips.get(0).id()).isEqualTo("own/calls/one.wav@0.500-1.750#0");
        assertThat(part.db()).containsExactly(same.db());
    }

    @Test
    void aClipThatCannotBeReadIsToldAndTheOthersGoOn() throws Exception {
        Files.writeString(folder.resolve("calls/bad.wav"), "no sound");
        Files.writeString(
                folder.resolve("own.csv"),
                "path,label,start,end,channel\ncalls/bad.wav,sad,,,\ncalls/one.wav,sad,60,70,\n"
                        + "calls/one.wav,sad,0,1,2\ncalls/two.wav,sad,,,\n");

        ImageExport.Outcome outcome =
                write(scan(folder.resolve("own.csv")), folder.resolve("images"), false);

        assertThat(outcome.clips()).isEqualTo(1);
        assertThat(outcome.problems())
                .hasSize(3)
                .anySatisfy(p -> assertThat(p).contains("bad.wav"))
                .anySatisfy(p -> assertThat(p).contains("lasts 5.0 s", "60.0 s"))
                .anySatisfy(p -> assertThat(p).contains("2 channels", "no channel 2"));
        assertThat(scan(folder.resolve("images"))).hasSize(1);
    }

    @Test
    void writesIntoNoFolderThatIsInUseAndNoIndexWhenCancelled() throws Exception {
        List<Clip> clips = scan(folder.resolve("own.csv"));
        assertThatExceptionOfType(CorpusException.class)
                .isThrownBy(() -> write(clips, folder.resolve("calls"), false))
                .withMessageContaining("not empty");

        var cancel = new CancelToken();
        cancel.cancel();
        Path images = folder.resolve("images");
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> export.write(clips, images, false, cancel, ProgressSink.NONE));
        assertThat(images.resolve("clips.csv")).doesNotExist();
    }

    @Test
    void thePublishedImagesComeOutAsTheyWere() throws Exception {
        Path original = SharedMaterial.require("corpora/CREMA-D-logmel");
        List<Clip> clips = scan(original).subList(0, 20);

        write(clips, folder.resolve("images"), false);

        for (Clip clip : scan(folder.resolve("images"))) {
            LogMel before = LogMelPng.read(original.resolve(clip.id() + ".png"));
            assertThat(LogMelPng.read(clip.path()).db()).containsExactly(before.db());
        }
    }

    private ImageExport.Outcome write(List<Clip> clips, Path images, boolean anonymise)
            throws CorpusException {
        return export.write(clips, images, anonymise, new CancelToken(), ProgressSink.NONE);
    }

    private static List<Clip> scan(Path... sources) throws CorpusException {
        CorpusScan scan = new CorpusScanner().scan(List.of(sources));
        assertThat(scan.problems()).isEmpty();
        return scan.clips();
    }

    private static List<String> factsOf(List<Clip> clips) {
        return clips.stream().map(ImageExportTest::facts).toList();
    }

    /** All of a clip but where it lies. */
    private static String facts(Clip clip) {
        return String.join(
                " | ",
                clip.id(),
                clip.corpus().title(),
                clip.speaker(),
                clip.emotion().key(),
                clip.recording(),
                clip.sex().name());
    }

    private static List<String> contents(Path folder) throws Exception {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<String> lines =
                    walk.filter(Files::isRegularFile)
                            .map(f -> folder.relativize(f) + " " + hash(f))
                            .sorted()
                            .collect(Collectors.toList());
            assertThat(lines).hasSize(4);
            return lines;
        }
    }

    private static String hash(Path file) {
        try {
            return io.tonalyst.emotion.Sha256.of(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Signal noise(Random random, int channels, int frames) {
        float[][] samples = new float[channels][frames];
        for (float[] channel : samples) {
            for (int i = 0; i < frames; i++) {
                channel[i] = (float) (0.2 * random.nextGaussian() * Math.sin(i / 900.0));
            }
        }
        return new Signal(new SampleRate(8000), samples);
    }
}
