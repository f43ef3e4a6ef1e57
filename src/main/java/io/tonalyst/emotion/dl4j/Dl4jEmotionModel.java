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
import io.tonalyst.work.Failures;
import io.tonalyst.work.NativeLibrary;
import io.tonalyst.work.NativeLibraryException;
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
 * An emotion model run by SameDiff: one network, or several whose logits are averaged, and others
 * for narrow-band sound if the model has them. Predictions of several threads take turns.
 */
public final class Dl4jEmotionModel implements EmotionModel {
    private static final NativeLibrary ND4J = new NativeLibrary("ND4J", Nd4j::getExecutioner);
    private static final int BATCH = 32;
    private static final int PIXELS = NetworkImage.BANDS * NetworkImage.FRAMES;
    private static final int CLASSES = Emotion.ALL.size();

    private final ModelDescription description;
    private final List<SameDiff> graphs;
    private final List<SameDiff> telephone;

    private Dl4jEmotionModel(
            ModelDescription description, List<SameDiff> graphs, List<SameDiff> telephone) {
        this.description = description;
        this.graphs = graphs;
        this.telephone = telephone.isEmpty() ? graphs : telephone;
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
        startArithmetic();
        try {
            List<SameDiff> graphs = graphs(folder, manifest.networks(), manifest);
            List<SameDiff> telephone = graphs(folder, manifest.telephoneNetworks(), manifest);
            var description =
                    new ModelDescription(
                            manifest.name(),
                            folder,
                            NetworkImage.FRAMES,
                            manifest.temperature(),
                            manifest.abstainBelow());
            return new Dl4jEmotionModel(description, graphs, telephone);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // ND4J makes room for what a damaged network claims where NetworkBounds does not look.
            throw new ModelException("The network of the model in " + folder + " is damaged.", e);
        }
    }

    private static void startArithmetic() throws ModelException {
        try {
            ND4J.require();
        } catch (NativeLibraryException e) {
            throw new ModelException(Failures.sentence(e), e);
        }
    }

    private static List<SameDiff> graphs(Path folder, List<String> networks, ModelManifest manifest)
            throws ModelException, IOException {
        List<SameDiff> graphs = new ArrayList<>();
        for (String network : networks) {
            byte[] bytes = verified(folder, network, manifest);
            NetworkBounds.check(bytes);
            graphs.add(SameDiff.fromFlatBuffers(ByteBuffer.wrap(bytes), false));
        }
        return graphs;
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
        var wide = new Line(graphs, logits);
        var narrow = new Line(telephone, logits);
        for (int i = 0; i < clips.size(); i++) {
            NetworkImage image = NetworkImage.of(clips.get(i));
            Line line = image.isNarrowBand() ? narrow : wide;
            List<NetworkImage.Look> looks = image.looks(line.graphs.size());
            for (NetworkImage.Look look : looks) {
                line.ask(new Sight(i, image, look, 1f / looks.size()));
            }
        }
        wide.finish();
        narrow.finish();
        List<EmotionDistribution> predictions = new ArrayList<>(clips.size());
        for (int i = 0; i < clips.size(); i++) {
            predictions.add(softmax(logits, i * CLASSES));
        }
        return predictions;
    }

    /** A look at a clip and its share of the answer. */
    private record Sight(int clip, NetworkImage image, NetworkImage.Look look, float share) {}

    /** Gathers looks for the same networks, and asks them a batch at a time. */
    private static final class Line {
        private final List<SameDiff> graphs;
        private final float[] logits;
        private final List<Sight> batch = new ArrayList<>();

        private Line(List<SameDiff> graphs, float[] logits) {
            this.graphs = graphs;
            this.logits = logits;
        }

        private void ask(Sight sight) {
            batch.add(sight);
            if (batch.size() == BATCH) {
                finish();
            }
        }

        private void finish() {
            if (!batch.isEmpty()) {
                add(graphs, batch, logits);
                batch.clear();
            }
        }
    }

    /** Adds the mean over networks and looks to the logits of the clips. */
    private static void add(List<SameDiff> graphs, List<Sight> batch, float[] logits) {
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
