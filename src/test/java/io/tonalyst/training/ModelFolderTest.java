// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.ModelException;
import io.tonalyst.emotion.NetworkImage;
import io.tonalyst.emotion.dl4j.Dl4jEmotionModel;
import io.tonalyst.emotion.dl4j.TrainableNetwork;
import io.tonalyst.signal.LogMel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
    @TempDir private Path folder;
    private TrainableNetwork network;
    private TrainableNetwork other;

    @BeforeEach
    void ship() throws Exception {
        Recipe recipe = Recipe.standard(NetworkSize.TINY, 2, 1);
        network = TrainableNetwork.create(recipe.shape(), 4, 1, 0);
        var record = new EpochRecord(1, 2, 0.1, 2, 0.1, 0.1, 1e-3, 1);
        var result = new Trainer.Result(network, 1, List.of(record));
        other = TrainableNetwork.create(recipe.shape(), 4, 2, 0);
        var members =
                new Members(
                        List.of(result, new Trainer.Result(other, 1, List.of(record))),
                        Duration.ZERO);
        new ModelFolder(folder)
                .ship(
                        members,
                        recipe,
                        List.of(),
                        new Calibration(2, 0.3),
                        "2 clips",
                        Optional.empty());
        ModelCard.refresh(new ModelFolder(folder));
    }

    @Test
    void predictsTheMeanOfTheTrainedNetworks() throws Exception {
        LogMel clip = clip();
        NetworkImage image = NetworkImage.of(clip);
        float[] mean = new float[8];
        for (NetworkImage.Look look : image.looks(1)) {
            float[] plane = new float[NetworkImage.BANDS * NetworkImage.FRAMES];
            image.write(look, plane, 0);
            for (TrainableNetwork each : List.of(network, other)) {
                float[] logits = each.logits(1, plane);
                for (int k = 0; k < mean.length; k++) {
                    mean[k] += logits[k] / 6;
                }
            }
        }
        double[] expected = Softmax.of(mean, 2);

        Dl4jEmotionModel model = Dl4jEmotionModel.load(folder);
        List<EmotionDistribution> told = model.predict(List.of(clip, clip));

        assertThat(told).hasSize(2);
        for (int k = 0; k < 8; k++) {
            assertThat((double) told.get(1).toArray()[k]).isCloseTo(expected[k], within(1e-5));
        }
        assertThat(model.description().temperature()).isEqualTo(2);
        assertThat(model.description().abstainBelow()).isEqualTo(0.3);
        assertThat(model.predict(List.of())).isEmpty();
    }

    @Test
    void refusesANetworkTheManifestDoesNotName() throws Exception {
        Path file = folder.resolve("network-1.fb");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Dl4jEmotionModel.load(folder))
                .withMessageContaining("manifest");
    }

    @Test
    void saysInOneSentenceWhatIsMissingOrDamaged() throws Exception {
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Dl4jEmotionModel.load(folder.resolve("none")))
                .withMessageContaining("model.json is missing");
        Files.delete(folder.resolve("network-1.fb"));
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Dl4jEmotionModel.load(folder))
                .withMessageContaining("is missing");
        Files.writeString(folder.resolve("model.json"), "{ \"name\": ");
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Dl4jEmotionModel.load(folder))
                .withMessageContaining("damaged");
        Files.writeString(folder.resolve("model.json"), "{}");
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Dl4jEmotionModel.load(folder));
    }

    @Test
    void theManifestNamesEveryOtherFile() throws Exception {
        assertThat(new ModelFolder(folder).manifest().sha256())
                .containsOnlyKeys("network-0.fb", "network-1.fb", "history.json", "MODEL-CARD.md");
    }

    private static LogMel clip() {
        var random = new Random(1);
        float[] db = new float[100 * LogMel.BANDS];
        for (int i = 0; i < db.length; i++) {
            db[i] = -40 * random.nextFloat();
        }
        return new LogMel(100, db);
    }
}
