// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tonalyst.corpus.CorpusException;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.ModelManifest;
import io.tonalyst.emotion.dl4j.Dl4jEmotionModel;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTrainingTest {
    @TempDir private Path folder;

    private OwnTraining training;

    @BeforeEach
    void ownFolder() throws Exception {
        training = new OwnTraining(new FfmpegDecoder(), folder.resolve("cache"));
        Path published = folder.resolve("published");
        TinyCorpus.write(published, 8);
        try (Stream<Path> files = Files.list(published)) {
            int number = 0;
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                String label = name.contains("ANG") ? "anger" : name.contains("SAD") ? "sad" : "";
                if (!label.isEmpty()) {
                    Path to = folder.resolve("mine/" + label + "/" + number++ + ".png");
                    Files.createDirectories(to.getParent());
                    Files.move(file, to);
                }
            }
        }
    }

    @Test
    void looksTrainsAndLeavesALoadableModel() throws Exception {
        List<Path> sources = List.of(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/sad/bad.png"), "no picture");

        OwnData data = training.look(sources);
        assertThat(data.classes()).containsEntry(Emotion.ANGRY, 8).containsEntry(Emotion.SAD, 9);
        assertThat(data.corpora())
                .singleElement()
                .satisfies(c -> assertThat(c.title()).isEqualTo("mine"));
        assertThat(data.clipsWithoutSpeaker()).isEqualTo(17);
        assertThat(data.obstacle()).isEmpty();
        assertThat(data.warnings()).hasSize(2);

        var last = new AtomicReference<>(0.0);
        Path out = folder.resolve("models/own");
        OwnTraining.Outcome outcome =
                training.train(
                        request(sources, out),
                        new CancelToken(),
                        (fraction, message) -> last.set(fraction));

        assertThat(last.get()).isEqualTo(1.0);
        assertThat(outcome.clips()).isEqualTo(16);
        assertThat(outcome.problems()).singleElement().asString().contains("bad.png");
        assertThat(Dl4jEmotionModel.load(outcome.folder()).description().name()).isEqualTo("own");
        assertThat(Files.readString(out.resolve("MODEL-CARD.md")))
                .contains("| mine | own recordings | ", "user's own recordings alone")
                .doesNotContain("RAVDESS", "went on from");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(
                        () ->
                                training.train(
                                        request(sources, out),
                                        new CancelToken(),
                                        ProgressSink.NONE))
                .withMessageContaining("choose another name");
    }

    @Test
    void goesOnFromTheWeightsOfAModel() throws Exception {
        List<Path> sources = List.of(folder.resolve("mine"));
        Path first = folder.resolve("models/first");
        training.train(request(sources, first), new CancelToken(), ProgressSink.NONE);
        StartModel start = StartModel.of(first);
        Path out = folder.resolve("models/tuned");

        training.train(
                new OwnTraining.Request(sources, Optional.of(start), start.fineTuning(2, 5), out),
                new CancelToken(),
                ProgressSink.NONE);

        assertThat(Dl4jEmotionModel.load(out).description().name()).isEqualTo("tuned");
        ModelManifest tuned = ModelManifest.read(out);
        assertThat(tuned.networks()).hasSameSizeAs(ModelManifest.read(first).networks());
        assertThat(tuned.temperature()).isEqualTo(ModelManifest.read(first).temperature());
        assertThat(tuned.training().at("/from").asText()).startsWith("first ");
        assertThat(tuned.training().at("/recipe/peakLearningRate").asDouble())
                .isLessThan(Recipe.standard(NetworkSize.TINY, 2, 1).peakLearningRate() / 5);
        assertThat(Files.readString(out.resolve("MODEL-CARD.md")))
                .contains("went on from the weights of the model first");
    }

    @Test
    void saysWhenThereIsTooLittle() throws Exception {
        Path one = Files.createDirectories(folder.resolve("one/happy"));
        Files.createFile(one.resolve("a.wav"));

        assertThat(training.look(List.of(one.getParent())).obstacle().orElseThrow())
                .contains("labelled happy", "at least two emotions");
        assertThatExceptionOfType(CorpusException.class)
                .isThrownBy(
                        () ->
                                training.train(
                                        request(List.of(one.getParent()), folder.resolve("m")),
                                        new CancelToken(),
                                        ProgressSink.NONE))
                .withMessageContaining("at least two emotions");
    }

    @Test
    void stopsWhenCancelled() {
        var cancel = new CancelToken();
        cancel.cancel();
        Path out = folder.resolve("models/own");

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(
                        () ->
                                training.train(
                                        request(List.of(folder.resolve("mine")), out),
                                        cancel,
                                        ProgressSink.NONE));
        assertThat(out.resolve("model.json")).doesNotExist();
    }

    private static OwnTraining.Request request(List<Path> sources, Path out) {
        return new OwnTraining.Request(
                sources, Optional.empty(), Recipe.standard(NetworkSize.TINY, 2, 1), out);
    }
}
