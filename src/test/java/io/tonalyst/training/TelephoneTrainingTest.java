// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.corpus.ClipReader;
import io.tonalyst.corpus.CorpusScanner;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.emotion.ModelException;
import io.tonalyst.emotion.ModelManifest;
import io.tonalyst.emotion.dl4j.Dl4jEmotionModel;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.WavWriter;
import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.LogMelExtractor;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.training.robustness.TelephoneLines;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelephoneTrainingTest {
    private static final int CLIPS = 10;

    @TempDir private Path folder;

    private final FfmpegDecoder decoder = new FfmpegDecoder();

    @Test
    void narrowSoundIsToldByNetworksOfItsOwn() throws Exception {
        ClipImages images = clips();
        Path model = folder.resolve("models/m");
        new ModelTraining(images, Recipe.standard(NetworkSize.TINY, 2, 1))
                .run(model, new CancelToken(), ProgressSink.NONE);
        float[] hum = sound("angry", 99);
        LogMel wide = new LogMelExtractor().extract(hum);
        LogMel narrow = new LogMelExtractor().extract(new TelephoneLines(decoder).send(hum, "x"));
        List<EmotionDistribution> before =
                Dl4jEmotionModel.load(model).predict(List.of(wide, narrow));

        List<Path> given =
                new TelephoneTraining(images, decoder, 1)
                        .run(model, 1, new CancelToken(), ProgressSink.NONE);

        assertThat(given).containsExactly(model);
        assertThat(ModelManifest.read(model).telephoneNetworks()).containsExactly("telephone-0.fb");
        EmotionModel both = Dl4jEmotionModel.load(model);
        List<EmotionDistribution> after = both.predict(List.of(wide, narrow));
        assertThat(after.get(0).toArray()).containsExactly(before.get(0).toArray());
        assertThat(after.get(1).toArray()).isNotEqualTo(before.get(1).toArray());
        assertThat(both.predict(List.of(narrow)).getFirst().toArray())
                .as("alone or among others")
                .containsExactly(after.get(1).toArray(), within(1e-5f));
        assertThat(Files.readString(model.resolve("MODEL-CARD.md")))
                .contains("nothing above 4.3 kHz is told by other networks (1, ");
    }

    @Test
    void modelsOfTheLayoutBeforeAreRead() throws Exception {
        Path model = folder.resolve("models/m");
        new ModelTraining(clips(), Recipe.standard(NetworkSize.TINY, 2, 1))
                .run(model, new CancelToken(), ProgressSink.NONE);
        Path manifest = model.resolve(ModelManifest.FILE);
        String text = Files.readString(manifest);
        String old =
                text.replace("\"format\" : 3", "\"format\" : 2")
                        .replaceFirst("(?s) *\"telephoneNetworks\" : \\[.*?],\n", "");
        assertThat(old.length()).isLessThan(text.length() - 20);
        Files.writeString(manifest, old);

        assertThat(ModelManifest.read(model).telephoneNetworks()).isEmpty();
        assertThat(Dl4jEmotionModel.load(model).description().name()).isEqualTo("m");

        Files.writeString(manifest, text.replace("\"format\" : 3", "\"format\" : 4"));
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> ModelManifest.read(model))
                .withMessageContaining("has format 4; this version reads formats 2 to 3.");
    }

    @Test
    void needsAModelAndSound() throws Exception {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(
                        () ->
                                new TelephoneTraining(clips(), decoder, 1)
                                        .run(folder, 1, new CancelToken(), ProgressSink.NONE))
                .withMessageContaining("There is no model in");

        Path corpus = folder.resolve("silent");
        TinyCorpus.write(corpus, 8);
        ClipImages images = read(corpus);
        Path model = folder.resolve("models/n");
        new ModelTraining(images, Recipe.standard(NetworkSize.TINY, 2, 1))
                .run(model, new CancelToken(), ProgressSink.NONE);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(
                        () ->
                                new TelephoneTraining(images, decoder, 1)
                                        .run(model, 1, new CancelToken(), ProgressSink.NONE))
                .withMessageContaining("None of the validation clips has sound");
    }

    private ClipImages clips() throws Exception {
        Path mine = folder.resolve("mine");
        for (String emotion : List.of("angry", "sad")) {
            Path to = Files.createDirectories(mine.resolve(emotion));
            for (int i = 0; i < CLIPS; i++) {
                new WavWriter()
                        .write(
                                to.resolve(i + ".wav"),
                                new Signal(new SampleRate(LogMel.SAMPLE_RATE), sound(emotion, i)));
            }
        }
        return read(mine);
    }

    private ClipImages read(Path corpus) throws Exception {
        return new ImageCache(folder.resolve("cache"), new ClipReader(decoder))
                .load(
                        new ArrayList<>(new CorpusScanner().scan(List.of(corpus)).clips()),
                        new CancelToken(),
                        ProgressSink.NONE);
    }

    /** Two thirds of a second of a hum with hiss, higher when angry. */
    private static float[] sound(String emotion, int seed) {
        var random = new Random(seed);
        double hertz = (emotion.equals("angry") ? 400 : 200) + 10 * random.nextDouble();
        float[] x = new float[LogMel.SAMPLE_RATE * 2 / 3];
        for (int i = 0; i < x.length; i++) {
            double tone = Math.sin(2 * Math.PI * hertz * i / LogMel.SAMPLE_RATE);
            x[i] = (float) (0.3 * tone + 0.05 * random.nextGaussian());
        }
        return x;
    }
}
