// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.emotion.ModelDescription;
import io.tonalyst.emotion.ModelException;
import io.tonalyst.emotion.ModelManifest;
import io.tonalyst.emotion.NetworkImage;
import io.tonalyst.emotion.Sha256;
import io.tonalyst.signal.LogMel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An emotion model run by SameDiff: one network, or several whose logits are averaged. Predictions
 * of several threads take turns.
 */
public final class Dl4jEmotionModel implements EmotionModel {
    private static final int BATCH = 32;
    private static final int PIXELS = NetworkImage.BANDS * NetworkImage.FRAMES;
    private static final int CLASSES = Emotion.ALL.size();

    private final ModelDescription description;
    private final List<SameDiff> graphs;

    private Dl4jEmotionModel(ModelDescription description, List<SameDiff> graphs) {
        this.description = description;
        this.graphs = graphs;
    }

    /**
     * Loads a model. The first load in a process takes seconds, because the native library starts:
     * do it in the background.
     *
     * @param folder with {@code model.json} and the files it names
     * @throws ModelException with one sentence, if the manifest or network is missing or damaged,
     *     or the network is not the one the manifest names by its hash
     */
    public static Dl4jEmotionModel load(Path folder) throws ModelException {
        ModelManifest manifest = ModelManifest.read(folder);
        try {
            List<SameDiff> graphs = new ArrayList<>();
            for (String network : manifest.networks()) {
                byte[] bytes = verified(folder, network, manifest);
                NetworkBounds.check(bytes);
                graphs.add(SameDiff.fromFlatBuffers(ByteBuffer.wrap(bytes), false));
            }
            var description =
                    new ModelDescription(
                            manifest.name(),
                            folder,
                            NetworkImage.FRAMES,
                            manifest.temperature(),
                            manifest.abstainBelow());
            return new Dl4jEmotionModel(description, graphs);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // ND4J makes room for what a damaged network claims where NetworkBounds does not look.
            throw new ModelException("The network of the model in " + folder + " is damaged.", e);
        }
    }

    /** The bytes of a network file, which are those the manifest names by their hash. */
    static byte[] verified(Path folder, String network, ModelManifest manifest)
            throws ModelException {
        Path file = folder.resolve(network);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ModelException("The network file " + file + " is missing.", e);
        } catch (IOException e) {
            throw new ModelException("The network file " + file + " cannot be read.", e);
        }
        if (!Sha256.of(bytes).equals(manifest.sha256().get(network))) {
            throw new ModelException(
                    file
                            + " is not the file its manifest names: it is damaged or was exchanged,"
                            + " and is not loaded.");
        }
        return bytes;
    }

    @Override
    public ModelDescription description() {
        return description;
    }

    @Override
    public synchronized List<EmotionDistribution> predict(List<LogMel> clips) {
        float[] logits = new float[clips.size() * CLASSES];
        List<Sight> batch = new ArrayList<>();
        for (int i = 0; i < clips.size(); i++) {
            NetworkImage image = NetworkImage.of(clips.get(i));
            List<NetworkImage.Look> looks = image.looks();
            for (NetworkImage.Look look : looks) {
                batch.add(new Sight(i, image, look, 1f / looks.size()));
                if (batch.size() == BATCH) {
                    add(batch, logits);
                    batch.clear();
                }
            }
        }
        if (!batch.isEmpty()) {
            add(batch, logits);
        }
        List<EmotionDistribution> predictions = new ArrayList<>(clips.size());
        for (int i = 0; i < clips.size(); i++) {
            predictions.add(softmax(logits, i * CLASSES));
        }
        return predictions;
    }

    /** A look at a clip and its share of the answer. */
    private record Sight(int clip, NetworkImage image, NetworkImage.Look look, float share) {}

    /** Adds the mean over networks and looks to the logits of the clips. */
    private void add(List<Sight> batch, float[] logits) {
        float[] images = new float[batch.size() * PIXELS];
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).image().write(batch.get(i).look(), images, i * PIXELS);
        }
        try (INDArray input =
                Nd4j.createFromArray(images)
                        .reshape(batch.size(), 1, NetworkImage.BANDS, NetworkImage.FRAMES)) {
            for (SameDiff graph : graphs) {
                INDArray out =
                        graph.outputSingle(Map.of(ResidualCnn.INPUT, input), ResidualCnn.LOGITS);
                float[] told = out.dup('c').data().asFloat();
                for (int i = 0; i < told.length; i++) {
                    Sight sight = batch.get(i / CLASSES);
                    logits[sight.clip() * CLASSES + i % CLASSES] +=
                            told[i] * sight.share() / graphs.size();
                }
            }
        }
    }

    private EmotionDistribution softmax(float[] logits, int offset) {
        double max = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < CLASSES; k++) {
            max = Math.max(max, logits[offset + k]);
        }
        float[] p = new float[CLASSES];
        for (int k = 0; k < CLASSES; k++) {
            p[k] = (float) Math.exp((logits[offset + k] - max) / description.temperature());
        }
        return EmotionDistribution.of(p);
    }
}
