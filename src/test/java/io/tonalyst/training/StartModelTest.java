// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.emotion.ModelException;
import io.tonalyst.emotion.ModelManifest;
import io.tonalyst.emotion.NetworkImage;
import io.tonalyst.emotion.dl4j.TrainableNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartModelTest {
    private static final int CLIPS = 4;
    private static final int PIXELS = NetworkImage.BANDS * NetworkImage.FRAMES;

    @TempDir private Path folder;

    private final Recipe recipe = Recipe.standard(NetworkSize.TINY, 2, 1);
    private final float[] images = images();
    private final float[] labels = new float[CLIPS * 8];
    private TrainableNetwork learned;

    @BeforeEach
    void aModelThatHasLearned() throws Exception {
        for (int i = 0; i < CLIPS; i++) {
            labels[i * 8 + 2 * i] = 1;
        }
        learned = network(1);
        for (int i = 0; i < 5; i++) {
            learned.step(images, drop(learned), labels, new float[8], 1e-2);
        }
        var record = new EpochRecord(1, 2, 0.1, 2, 0.1, 0.1, 1e-3, 1);
        new ModelFolder(folder)
                .ship(
                        new Members(
                                List.of(new Trainer.Result(learned, 1, List.of(record))),
                                Duration.ZERO),
                        recipe,
                        List.of(),
                        new Calibration(2, 0.3),
                        "2 clips",
                        Optional.empty());
    }

    @Test
    void theNetworkPredictsAsTheModelAndLearnsOnFromThere() throws Exception {
        TrainableNetwork tuned = network(99);
        StartModel.of(folder).start(tuned, 0);

        float[] before = tuned.logits(CLIPS, images);
        assertThat(before).containsExactly(learned.logits(CLIPS, images), within(1e-3f));
        double first = tuned.step(images, drop(tuned), labels, new float[8], 1e-3);
        assertThat(first).isCloseTo(Softmax.crossEntropy(rows(before), classes(), 1), within(1e-3));
        double last = first;
        for (int i = 0; i < 10; i++) {
            last = tuned.step(images, drop(tuned), labels, new float[8], 1e-3);
        }
        assertThat(last).isLessThan(first);
    }

    @Test
    void itsRecipeIsTheModelsAtATenthOfTheRate() throws Exception {
        Recipe tuning = StartModel.of(folder).fineTuning(7, 3);

        assertThat(tuning.shape()).isEqualTo(recipe.shape());
        assertThat(tuning.epochs()).isEqualTo(7);
        assertThat(tuning.members()).isEqualTo(1);
        assertThat(tuning.draws()).isEmpty();
        assertThat(tuning.peakLearningRate())
                .isCloseTo(recipe.peakLearningRate() / 10, within(1e-12));
    }

    @Test
    void startsFromNothingElseThanTheNetworksTheManifestNames() throws Exception {
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> StartModel.of(folder.resolve("none")))
                .withMessageContaining("model.json is missing");

        Path file = folder.resolve(ModelManifest.read(folder).networks().getFirst());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        StartModel changed = StartModel.of(folder);
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> changed.start(network(1), 0))
                .withMessageContaining("is not the file its manifest names");
    }

    private TrainableNetwork network(long seed) {
        return TrainableNetwork.create(recipe.shape(), CLIPS, seed, 0);
    }

    private static float[] drop(TrainableNetwork network) {
        float[] all = new float[CLIPS * network.dropWidth()];
        Arrays.fill(all, 1);
        return all;
    }

    private static float[] images() {
        var random = new Random(1);
        float[] images = new float[CLIPS * PIXELS];
        for (int i = 0; i < images.length; i++) {
            images[i] = random.nextFloat() * (1 + i / PIXELS) / CLIPS;
        }
        return images;
    }

    private static float[][] rows(float[] logits) {
        float[][] rows = new float[CLIPS][];
        for (int i = 0; i < CLIPS; i++) {
            rows[i] = Arrays.copyOfRange(logits, 8 * i, 8 * i + 8);
        }
        return rows;
    }

    private static int[] classes() {
        return new int[] {0, 2, 4, 6};
    }
}
