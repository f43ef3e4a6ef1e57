// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.corpus.ClipReader;
import io.tonalyst.corpus.CorpusScanner;
import io.tonalyst.corpus.Fold;
import io.tonalyst.corpus.Splits;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
    private static final Recipe RECIPE =
            new Recipe(
                    "tiny",
                    NetworkSize.TINY.shape(),
                    5,
                    1,
                    0,
                    1,
                    16,
                    0.02,
                    1,
                    0.01,
                    0.05,
                    0.1,
                    0.2,
                    0.3,
                    0.5,
                    Map.of(),
                    Augmentation.standard());

    @TempDir private Path folder;
    private ClipImages images;
    private Fold fold;

    @BeforeEach
    void readImages() throws Exception {
        TinyCorpus.write(folder.resolve("corpus"), 24);
        var scan = new CorpusScanner().scan(List.of(folder.resolve("corpus")));
        images =
                new ImageCache(folder.resolve("cache"), new ClipReader(new FfmpegDecoder()))
                        .load(scan.clips(), new CancelToken(), ProgressSink.NONE);
        fold = Splits.byClip(images.clips(), 1);
    }

    @Test
    void learnsWhatIsPlainToSee() throws Exception {
        Trainer.Result result =
                new Trainer(images, RECIPE)
                        .train(fold, folder.resolve("a"), new CancelToken(), ProgressSink.NONE);

        QuickScore score =
                QuickScore.of(
                        Predictor.logits(result.network(), images.of(fold.test()), 1),
                        images.of(fold.test()));
        assertThat(score.accuracy()).isGreaterThan(0.6);
        assertThat(result.history()).hasSize(5);
        assertThat(result.history().get(4).trainLoss())
                .isLessThan(result.history().get(0).trainLoss());
    }

    @Test
    void aStoppedTrainingGoesOnToTheSameNumbers() throws Exception {
        var trainer = new Trainer(images, RECIPE);
        List<EpochRecord> whole =
                trainer.train(fold, folder.resolve("b"), new CancelToken(), ProgressSink.NONE)
                        .history();
        var cancel = new CancelToken();
        ProgressSink stopper =
                (fraction, message) -> {
                    if (message.startsWith("Epoch 3 of 5")) {
                        cancel.cancel();
                    }
                };

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> trainer.train(fold, folder.resolve("c"), cancel, stopper));
        List<EpochRecord> resumed =
                trainer.train(fold, folder.resolve("c"), new CancelToken(), ProgressSink.NONE)
                        .history();

        assertThat(resumed).hasSameSizeAs(whole);
        for (int i = 0; i < whole.size(); i++) {
            assertThat(resumed.get(i).validationLoss())
                    .isCloseTo(whole.get(i).validationLoss(), within(1e-4));
            assertThat(resumed.get(i).trainLoss())
                    .isCloseTo(whole.get(i).trainLoss(), within(1e-4));
        }
    }

    @Test
    void aFinishedTrainingIsNotRepeated() throws Exception {
        var trainer = new Trainer(images, RECIPE);
        trainer.train(fold, folder.resolve("d"), new CancelToken(), ProgressSink.NONE);
        var state = Files.getLastModifiedTime(folder.resolve("d/state.json"));

        trainer.train(fold, folder.resolve("d"), new CancelToken(), ProgressSink.NONE);

        assertThat(Files.getLastModifiedTime(folder.resolve("d/state.json"))).isEqualTo(state);
    }

    @Test
    void theRateRisesThenFallsToNothing() {
        var trainer = new Trainer(images, RECIPE);

        assertThat(trainer.learningRate(0.5)).isCloseTo(0.01, within(1e-9));
        assertThat(trainer.learningRate(1)).isCloseTo(0.02, within(1e-9));
        assertThat(trainer.learningRate(3)).isCloseTo(0.01, within(1e-9));
        assertThat(trainer.learningRate(5)).isCloseTo(0, within(1e-9));
    }
}
