// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference.net;

import io.tonalyst.reference.net.Layer.Mode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;

/**
 * A network of layers in a row with a softmax over its last values, learned with ND4J's Adam
 * (Kingma and Ba 2015). Not safe between threads.
 */
public final class Network {
    /** Moments that Adam keeps of each learned value. */
    private static final int MOMENTS = 2;

    private final List<Layer> layers;
    private final int classes;
    private final INDArray parameters;
    private final INDArray gradient;
    private final INDArray moments;
    private final Adam adam;
    private final GradientUpdater<?> updater;
    private final float[] gradientLogits;
    private int steps;

    /**
     * @param rows most rows of a batch
     * @param seed of the first weights
     */
    Network(List<Layer> layers, int rows, long seed) {
        this.layers = List.copyOf(layers);
        this.classes = layers.getLast().outputs();
        int count = layers.stream().mapToInt(Layer::parameters).sum();
        this.parameters = Nd4j.create(DataType.FLOAT, 1, count);
        this.gradient = Nd4j.create(DataType.FLOAT, 1, count);
        this.moments = Nd4j.create(DataType.FLOAT, 1, MOMENTS * (long) count);
        this.adam = new Adam();
        this.updater = adam.instantiate(moments, true);
        this.gradientLogits = new float[rows * classes];
        RandomGenerator random = new SplittableRandom(seed);
        int from = 0;
        for (Layer layer : layers) {
            int to = from + layer.parameters();
            layer.bind(new ParameterRange(parameters, gradient, from, to), random);
            from = to;
        }
    }

    /** Values of a row. */
    public int inputs() {
        return layers.getFirst().inputs();
    }

    /** Number of learned values. */
    public int parameters() {
        return (int) parameters.length();
    }

    /**
     * What a step saw before it changed the weights.
     *
     * @param loss mean cross-entropy of the rows
     * @param right rows told right
     */
    public record Step(double loss, int right) {}

    /**
     * One step of learning.
     *
     * @param x {@code rows * inputs} values
     * @param labels class numbers, one a row
     * @param random decides what dropout blanks
     */
    public Step learn(float[] x, int[] labels, double rate, RandomGenerator random) {
        int rows = labels.length;
        float[] logits = pass(x, rows, new Mode.Train(random));
        Step step = gradientOfLoss(logits, labels);
        float[] back = gradientLogits;
        for (Layer layer : layers.reversed()) {
            back = layer.backward(back, rows);
        }
        adam.setLearningRate(rate);
        updater.applyUpdater(gradient, steps, 0);
        parameters.subi(gradient);
        steps++;
        return step;
    }

    /** Probabilities of the classes, {@code rows * classes}. */
    public float[] predict(float[] x, int rows) {
        float[] logits = pass(x, rows, new Mode.Predict());
        float[] p = new float[rows * classes];
        for (int row = 0; row < rows; row++) {
            softmax(logits, row * classes, p);
        }
        return p;
    }

    /** Writes the learned values, the running statistics and what the optimiser keeps. */
    public void save(DataOutputStream out) throws IOException {
        out.writeInt(steps);
        for (float[] values : arrays()) {
            out.writeInt(values.length);
            for (float value : values) {
                out.writeFloat(value);
            }
        }
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws IOException if it is of a network of another shape
     */
    public void load(DataInputStream in) throws IOException {
        steps = in.readInt();
        List<float[]> arrays = arrays();
        for (float[] values : arrays) {
            if (in.readInt() != values.length) {
                throw new IOException("A checkpoint of another network");
            }
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readFloat();
            }
        }
        parameters.assign(Nd4j.createFromArray(arrays.get(0)).reshape(1, -1));
        moments.assign(Nd4j.createFromArray(arrays.get(1)).reshape(1, -1));
    }

    /** Copies of learned values and moments, then the running statistics themselves. */
    private List<float[]> arrays() {
        List<float[]> arrays = new ArrayList<>();
        arrays.add(parameters.dup().data().asFloat());
        arrays.add(moments.dup().data().asFloat());
        layers.forEach(layer -> arrays.add(layer.statistics()));
        return arrays;
    }

    private float[] pass(float[] x, int rows, Mode mode) {
        float[] values = x;
        for (Layer layer : layers) {
            values = layer.forward(values, rows, mode);
        }
        return values;
    }

    private Step gradientOfLoss(float[] logits, int[] labels) {
        double loss = 0;
        int right = 0;
        for (int row = 0; row < labels.length; row++) {
            int at = row * classes;
            softmax(logits, at, gradientLogits);
            int top = 0;
            for (int k = 1; k < classes; k++) {
                top = gradientLogits[at + k] > gradientLogits[at + top] ? k : top;
            }
            right += top == labels[row] ? 1 : 0;
            loss -= Math.log(Math.max(1e-7, gradientLogits[at + labels[row]]));
            gradientLogits[at + labels[row]] -= 1;
            for (int k = 0; k < classes; k++) {
                gradientLogits[at + k] /= labels.length;
            }
        }
        return new Step(loss / labels.length, right);
    }

    private void softmax(float[] logits, int from, float[] p) {
        double max = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < classes; k++) {
            max = Math.max(max, logits[from + k]);
        }
        double sum = 0;
        double[] powers = new double[classes];
        for (int k = 0; k < classes; k++) {
            powers[k] = Math.exp(logits[from + k] - max);
            sum += powers[k];
        }
        for (int k = 0; k < classes; k++) {
            p[from + k] = (float) (powers[k] / sum);
        }
    }

    /** The gradient of the mean cross-entropy by all learned values, for checks against numbers. */
    float[] gradient(float[] x, int[] labels, RandomGenerator random) {
        float[] logits = pass(x, labels.length, new Mode.Train(random));
        gradientOfLoss(logits, labels);
        float[] back = gradientLogits;
        for (Layer layer : layers.reversed()) {
            back = layer.backward(back, labels.length);
        }
        return gradient.dup().data().asFloat();
    }

    /** The mean cross-entropy with one learned value changed. */
    double lossWith(int index, double change, float[] x, int[] labels, RandomGenerator random) {
        double kept = parameters.getDouble(0, index);
        parameters.putScalar(0, index, kept + change);
        double loss = gradientOfLoss(pass(x, labels.length, new Mode.Train(random)), labels).loss();
        parameters.putScalar(0, index, kept);
        return loss;
    }
}
