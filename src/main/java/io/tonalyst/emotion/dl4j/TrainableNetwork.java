// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * The network while it learns: Adam with decoupled weight decay on a SameDiff graph. Not safe
 * between threads.
 */
public final class TrainableNetwork {
    private static final String DROP = "drop";
    private static final String LABELS = "labels";
    private static final String LOSS = "loss";

    private final NetworkShape shape;
    private final SameDiff graph;
    private final List<String> effectiveNames;

    private TrainableNetwork(NetworkShape shape, SameDiff graph, List<String> effectiveNames) {
        this.shape = shape;
        this.graph = graph;
        this.effectiveNames = effectiveNames;
    }

    /**
     * A fresh network.
     *
     * @param seed of the starting weights
     * @param weightDecay share of a weight lost a step, times the learning rate
     */
    public static TrainableNetwork create(NetworkShape shape, long seed, double weightDecay) {
        SameDiff graph = SameDiff.create();
        var weights = new StandardisedWeights(graph, seed);
        var net = new ResidualCnn(graph, shape, weights);
        SDVariable input =
                graph.placeHolder(
                        ResidualCnn.INPUT, DataType.FLOAT, -1, 1, shape.bands(), shape.frames());
        SDVariable drop = graph.placeHolder(DROP, DataType.FLOAT, -1, ResidualCnn.pooled(shape));
        SDVariable labels = graph.placeHolder(LABELS, DataType.FLOAT, -1, shape.classes());
        SDVariable logits = net.classify(net.pooledFeatures(input).mul(drop));
        graph.loss().softmaxCrossEntropy(LOSS, labels, logits, null);
        graph.setLossVariables(LOSS);
        graph.setTrainingConfig(
                TrainingConfig.builder()
                        .updater(new Adam(1e-3, 0.9, 0.99, 1e-8))
                        .weightDecay(weightDecay, true)
                        .dataSetFeatureMapping(ResidualCnn.INPUT, DROP)
                        .dataSetLabelMapping(LABELS)
                        .build());
        return new TrainableNetwork(shape, graph, weights.effectiveNames());
    }

    /** Number of values dropout may blank, a clip. */
    public int dropWidth() {
        return ResidualCnn.pooled(shape);
    }

    /** Number of learned values. */
    public long parameters() {
        return graph.variables().stream()
                .filter(v -> v.getVariableType() == VariableType.VARIABLE)
                .mapToLong(v -> v.getArr().length())
                .sum();
    }

    /**
     * One step. It yields no loss: the gradient does not need it, so ND4J does not compute it.
     *
     * @param images {@code clips x bands x frames} values
     * @param drop {@code clips x dropWidth} factors: 0 blanks a value, the others make up for it
     * @param labels {@code clips x classes} target probabilities
     * @param learningRate of this step
     */
    public void step(int clips, float[] images, float[] drop, float[] labels, double learningRate) {
        ((Adam) graph.getTrainingConfig().getUpdater()).setLearningRate(learningRate);
        var data =
                new MultiDataSet(
                        new INDArray[] {images(clips, images), matrix(clips, drop)},
                        new INDArray[] {matrix(clips, labels)});
        graph.fit(data);
    }

    /**
     * Logits without dropout, {@code clips x classes}.
     *
     * @param images {@code clips x bands x frames} values
     */
    public float[] logits(int clips, float[] images) {
        Map<String, INDArray> in =
                Map.of(
                        ResidualCnn.INPUT,
                        images(clips, images),
                        DROP,
                        Nd4j.ones(DataType.FLOAT, clips, dropWidth()));
        return graph.outputSingle(in, ResidualCnn.LOGITS).dup('c').data().asFloat();
    }

    /** Writes weights, optimiser state and step count, in one move. */
    public void save(Path file) throws IOException {
        writeAtomically(graph, file, true);
    }

    /** Reads what {@link #save} wrote into a network of the same shape. */
    public static TrainableNetwork load(Path file, NetworkShape shape) throws IOException {
        SameDiff graph = SameDiff.load(file.toFile(), true);
        var blank = SameDiff.create();
        var recorder = new StandardisedWeights(blank, 0);
        var net = new ResidualCnn(blank, shape, recorder);
        net.classify(
                net.pooledFeatures(
                        blank.placeHolder(
                                ResidualCnn.INPUT,
                                DataType.FLOAT,
                                -1,
                                1,
                                shape.bands(),
                                shape.frames())));
        return new TrainableNetwork(shape, graph, recorder.effectiveNames());
    }

    /** Writes the network for prediction: plain weights, no optimiser state. */
    public void exportFolded(Path file) throws IOException {
        Map<String, INDArray> arrays =
                new HashMap<>(graph.output(Map.of(), effectiveNames.toArray(String[]::new)));
        SameDiff plain = SameDiff.create();
        SDVariable input =
                plain.placeHolder(
                        ResidualCnn.INPUT, DataType.FLOAT, -1, 1, shape.bands(), shape.frames());
        var net = new ResidualCnn(plain, shape, new FoldedWeights(plain, arrays));
        net.classify(net.pooledFeatures(input));
        writeAtomically(plain, file, false);
    }

    private static void writeAtomically(SameDiff graph, Path file, boolean updaterState)
            throws IOException {
        WholeFile.write(file, part -> graph.save(part.toFile(), updaterState));
    }

    private INDArray images(int clips, float[] values) {
        return Nd4j.createFromArray(values).reshape(clips, 1, shape.bands(), shape.frames());
    }

    private static INDArray matrix(int clips, float[] values) {
        return Nd4j.createFromArray(values).reshape(clips, values.length / clips);
    }
}
