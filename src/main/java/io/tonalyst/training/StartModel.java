// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.emotion.ModelException;
import io.tonalyst.emotion.ModelManifest;
import io.tonalyst.emotion.Sha256;
import io.tonalyst.emotion.dl4j.TrainableNetwork;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A model whose weights another training starts from. */
public final class StartModel {
    /** Share of the rate a fresh training takes. */
    private static final double RATE_SHARE = 0.1;

    private static final double TELEPHONE_RATE_SHARE = 0.4;
    private static final double TELEPHONE_WARM_UP = 0.5;

    /** Distance of the seeds from those of the networks started from. */
    private static final long TELEPHONE_SEEDS = 500;

    private final Path folder;
    private final ModelManifest manifest;
    private final Recipe recipe;

    private StartModel(Path folder, ModelManifest manifest, Recipe recipe) {
        this.folder = folder;
        this.manifest = manifest;
        this.recipe = recipe;
    }

    /**
     * Reads what a model says of itself.
     *
     * @throws ModelException with one sentence, if there is none or it does not tell its recipe
     */
    public static StartModel of(Path folder) throws ModelException {
        ModelManifest manifest = ModelManifest.read(folder);
        try {
            var training =
                    JsonMapper.builder()
                            .build()
                            .treeToValue(manifest.training(), ModelFolder.Training.class);
            return new StartModel(folder, manifest, training.recipe());
        } catch (JsonProcessingException | RuntimeException e) {
            throw new ModelException(
                    "The model in " + folder + " does not tell how it was trained.", e);
        }
    }

    /**
     * The recipe of a training that goes on from this model: the same networks, a tenth of the
     * rate, every clip drawn once.
     */
    public Recipe fineTuning(int epochs, long seed) {
        return onwards(
                epochs,
                seed,
                recipe.peakLearningRate() * RATE_SHARE,
                recipe.warmUpEpochs(),
                Map.of(),
                recipe.augmentation());
    }

    /** The recipe of networks that go on from this model's on the sound of telephones alone. */
    Recipe telephone(int epochs) {
        return onwards(
                epochs,
                recipe.seed() + TELEPHONE_SEEDS,
                recipe.peakLearningRate() * TELEPHONE_RATE_SHARE,
                TELEPHONE_WARM_UP,
                recipe.draws(),
                recipe.augmentation().withTelephoneShare(1));
    }

    private Recipe onwards(
            int epochs,
            long seed,
            double rate,
            double warmUp,
            Map<String, Double> draws,
            Augmentation augmentation) {
        return new Recipe(
                recipe.network(),
                recipe.shape(),
                epochs,
                manifest.networks().size(),
                Math.min(recipe.wholeMembers(), manifest.networks().size()),
                seed,
                recipe.batch(),
                rate,
                warmUp,
                recipe.weightDecay(),
                recipe.labelSmoothing(),
                recipe.dropout(),
                recipe.mixupAlpha(),
                recipe.mixupShare(),
                recipe.logitAdjustment(),
                draws,
                augmentation);
    }

    /** Name of the model, and a hash of its networks, so that two of one name are told apart. */
    String title() {
        var hashes = new StringBuilder();
        manifest.networks().forEach(n -> hashes.append(manifest.sha256().get(n)));
        return manifest.name()
                + " "
                + Sha256.of(hashes.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 8);
    }

    Calibration calibration() {
        return new Calibration(manifest.temperature(), manifest.abstainBelow());
    }

    void start(TrainableNetwork network, int member) throws ModelException {
        network.startFrom(folder, manifest, member);
    }
}
