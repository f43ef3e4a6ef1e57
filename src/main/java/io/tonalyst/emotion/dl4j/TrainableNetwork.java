// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

import io.tonalyst.emotion.ModelException;
import io.tonalyst.emotion.ModelManifest;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The network while it learns. Beside the weights it keeps their running average, which predicts
 * better than the last weights and is what is validated and exported. Not safe between threads.
 */
public final class TrainableNetwork {
    private static final String STEPS = "steps";
    private static final String FIRST = "_first";
    private static final String SECOND = "_second";
    private static final String AVERAGE = "_average";

    /** Steps the average looks back, at most; fewer at the start. */
    private static final double AVERAGED_STEPS = 400;

    private final NetworkShape shape;
    private final LearningNetwork net;
    private final AdamW optimiser;
    private final List<Parameter> learned;
    private final List<Parameter> state;
    private final List<float[]> average;
    private long steps;

    private TrainableNetwork(NetworkShape shape, LearningNetwork net, AdamW optimiser) {
        this.shape = shape;
        this.net = net;
        this.optimiser = optimiser;
        this.learned = net.learned();
        this.state = net.state();
        this.average = state.stream().map(p -> p.value.clone()).toList();
    }

    /**
     * A fresh network.
     *
     * @param clips in a step
     * @param seed of the starting weights
     * @param weightDecay share of a weight lost a step, times the learning rate
     */
    public static TrainableNetwork create(
            NetworkShape shape, int clips, long seed, double weightDecay) {
        return new TrainableNetwork(
                shape, new LearningNetwork(shape, clips, seed), new AdamW(weightDecay));
    }

    /** Number of values dropout may blank, a clip. */
    public int dropWidth() {
        return shape.pooled();
    }

    /** Number of learned values. */
    public long parameters() {
        return learned.stream().mapToLong(p -> p.value.length).sum();
    }

    /**
     * One step.
     *
     * @param images {@code clips x bands x frames} values
     * @param drop {@code clips x dropWidth} factors: 0 blanks a value, the others make up for it
     * @param labels {@code clips x classes} target probabilities
     * @param offsets added to the logits of every clip in this step's loss, one a class
     * @param learningRate of this step
     * @return mean cross-entropy of the batch before the step
     */
    public double step(
            float[] images, float[] drop, float[] labels, float[] offsets, double learningRate) {
        float[] logits = net.forward(images, drop);
        for (int i = 0; i < logits.length; i++) {
            logits[i] += offsets[i % offsets.length];
        }
        float[] gradient = new float[logits.length];
        double loss = crossEntropy(logits, labels, gradient);
        net.backward(gradient, drop);
        steps++;
        optimiser.step(learned, learningRate, steps);
        updateAverage();
        return loss;
    }

    private double crossEntropy(float[] logits, float[] labels, float[] gradient) {
        int classes = shape.classes();
        double loss = 0;
        for (int n = 0; n < net.clips(); n++) {
            int from = n * classes;
            double max = Double.NEGATIVE_INFINITY;
            for (int k = from; k < from + classes; k++) {
                max = Math.max(max, logits[k]);
            }
            double sum = 0;
            for (int k = from; k < from + classes; k++) {
                sum += Math.exp(logits[k] - max);
            }
            for (int k = from; k < from + classes; k++) {
                double logProbability = logits[k] - max - Math.log(sum);
                loss -= labels[k] * logProbability;
                gradient[k] = (float) ((Math.exp(logProbability) - labels[k]) / net.clips());
            }
        }
        return loss / net.clips();
    }

    private void updateAverage() {
        float share = (float) (1 / Math.min(AVERAGED_STEPS, 1 + steps / 10.0));
        for (int p = 0; p < state.size(); p++) {
            float[] mean = average.get(p);
            float[] value = state.get(p).value;
            for (int i = 0; i < mean.length; i++) {
                mean[i] += share * (value[i] - mean[i]);
            }
        }
    }

    /**
     * Logits of the averaged network, {@code clips x classes}.
     *
     * @param images {@code clips x bands x frames} values, any number of clips
     */
    public float[] logits(int clips, float[] images) {
        int pixels = shape.bands() * shape.frames();
        float[] logits = new float[clips * shape.classes()];
        float[] batch = new float[net.clips() * pixels];
        swap();
        try {
            for (int from = 0; from < clips; from += net.clips()) {
                int size = Math.min(net.clips(), clips - from);
                Arrays.fill(batch, size * pixels, batch.length, 0);
                System.arraycopy(images, from * pixels, batch, 0, size * pixels);
                float[] some = net.forward(batch, new float[0]);
                System.arraycopy(some, 0, logits, from * shape.classes(), size * shape.classes());
            }
        } finally {
            swap();
        }
        return logits;
    }

    private void swap() {
        for (int p = 0; p < state.size(); p++) {
            float[] mean = average.get(p);
            float[] value = state.get(p).value;
            for (int i = 0; i < mean.length; i++) {
                float kept = mean[i];
                mean[i] = value[i];
                value[i] = kept;
            }
        }
    }

    /** Writes weights, average, optimiser state and step count, in one move. */
    public void save(Path file) throws IOException {
        SameDiff store = SameDiff.create();
        store.constant(STEPS, Nd4j.scalar(DataType.INT64, steps));
        for (int p = 0; p < state.size(); p++) {
            Parameter parameter = state.get(p);
            put(store, parameter.name(), parameter.value);
            put(store, parameter.name() + AVERAGE, average.get(p));
        }
        for (Parameter parameter : learned) {
            put(store, parameter.name() + FIRST, parameter.firstMoment);
            put(store, parameter.name() + SECOND, parameter.secondMoment);
        }
        WholeFile.write(file, part -> store.save(part.toFile(), false));
    }

    /**
     * Reads what {@link #save} wrote into this network.
     *
     * @throws IOException with one sentence, if the file is damaged or of another shape
     */
    public void load(Path file) throws IOException {
        SameDiff store = SameDiff.load(file.toFile(), false);
        steps = array(store, STEPS, file).getArr().getLong(0);
        for (int p = 0; p < state.size(); p++) {
            Parameter parameter = state.get(p);
            get(store, parameter.name(), parameter.value, file);
            get(store, parameter.name() + AVERAGE, average.get(p), file);
        }
        for (Parameter parameter : learned) {
            get(store, parameter.name() + FIRST, parameter.firstMoment, file);
            get(store, parameter.name() + SECOND, parameter.secondMoment, file);
        }
    }

    /**
     * Takes the weights of a network of a model in place of the fresh ones, to go on learning at a
     * low rate. Its normalisation keeps the statistics of what the model was trained on.
     *
     * @param folder of the model
     * @param number of the network, 0 is the first
     * @throws ModelException with one sentence, if the network is not the one the manifest names,
     *     is damaged or of another shape
     */
    public void startFrom(Path folder, ModelManifest manifest, int number) throws ModelException {
        String name = manifest.networks().get(number);
        byte[] bytes = Dl4jEmotionModel.verified(folder, name, manifest);
        try {
            net.start(new StoredWeights(SameDiff.fromFlatBuffers(ByteBuffer.wrap(bytes), false)));
        } catch (IOException | RuntimeException e) {
            throw new ModelException(
                    "Training cannot start from "
                            + folder.resolve(name)
                            + ": it is damaged or of"
                            + " another shape.",
                    e);
        }
        for (int p = 0; p < state.size(); p++) {
            System.arraycopy(state.get(p).value, 0, average.get(p), 0, average.get(p).length);
        }
    }

    private static void put(SameDiff store, String name, float[] values) {
        store.constant(name, Nd4j.createFromArray(values));
    }

    private static void get(SameDiff store, String name, float[] values, Path file)
            throws IOException {
        float[] stored = array(store, name, file).getArr().data().asFloat();
        if (stored.length != values.length) {
            throw new IOException(file + " belongs to a network of another shape.");
        }
        System.arraycopy(stored, 0, values, 0, values.length);
    }

    private static SDVariable array(SameDiff store, String name, Path file) throws IOException {
        SDVariable found = store.getVariable(name);
        if (found == null) {
            throw new IOException(file + " belongs to a network of another shape.");
        }
        return found;
    }

    /** Writes the averaged network for prediction: plain convolutions, no optimiser state. */
    public void exportFolded(Path file) throws IOException {
        swap();
        SameDiff plain;
        try {
            plain = ResidualCnn.of(shape, net);
        } finally {
            swap();
        }
        WholeFile.write(file, part -> plain.save(part.toFile(), false));
    }
}
