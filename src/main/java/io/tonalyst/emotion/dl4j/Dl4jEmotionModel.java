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

/** An emotion model run by SameDiff. Predictions of several threads take turns. */
public final class Dl4jEmotionModel implements EmotionModel {
    private static final int BATCH = 32;
    private static final int PIXELS = NetworkImage.BANDS * NetworkImage.FRAMES;
    private static final int CLASSES = Emotion.ALL.size();

    private final ModelDescription description;
    private final SameDiff graph;

    private Dl4jEmotionModel(ModelDescription description, SameDiff graph) {
        this.description = description;
        this.graph = graph;
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
        byte[] bytes = verified(folder.resolve(manifest.network()), manifest);
        try {
            SameDiff graph = SameDiff.fromFlatBuffers(ByteBuffer.wrap(bytes), false);
            var description =
                    new ModelDescription(
                            manifest.name(),
                            folder,
                            NetworkImage.FRAMES,
                            manifest.temperature(),
                            manifest.abstainBelow());
            return new Dl4jEmotionModel(description, graph);
        } catch (IOException | RuntimeException e) {
            throw new ModelException("The network of the model in " + folder + " is damaged.", e);
        }
    }

    private static byte[] verified(Path file, ModelManifest manifest) throws ModelException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ModelException("The network file " + file + " is missing.", e);
        } catch (IOException e) {
            throw new ModelException("The network file " + file + " cannot be read.", e);
        }
        if (!Sha256.of(bytes).equals(manifest.sha256().get(manifest.network()))) {
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
        List<EmotionDistribution> predictions = new ArrayList<>(clips.size());
        for (int from = 0; from < clips.size(); from += BATCH) {
            List<LogMel> batch = clips.subList(from, Math.min(clips.size(), from + BATCH));
            float[] logits = logits(batch);
            for (int i = 0; i < batch.size(); i++) {
                predictions.add(softmax(logits, i * CLASSES));
            }
        }
        return predictions;
    }

    private float[] logits(List<LogMel> batch) {
        float[] images = new float[batch.size() * PIXELS];
        for (int i = 0; i < batch.size(); i++) {
            NetworkImage.of(batch.get(i)).write(images, i * PIXELS);
        }
        try (INDArray input =
                Nd4j.createFromArray(images)
                        .reshape(batch.size(), 1, NetworkImage.BANDS, NetworkImage.FRAMES)) {
            return graph.outputSingle(Map.of(ResidualCnn.INPUT, input), ResidualCnn.LOGITS)
                    .dup('c')
                    .data()
                    .asFloat();
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
