// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.emotion.dl4j.NetworkShape.Stage;
import io.tonalyst.emotion.dl4j.NetworkShape.Stem;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LearningNetworkTest {
    private static final int CLIPS = 6;
    private static final NetworkShape SHAPE =
            new NetworkShape(
                    32,
                    48,
                    4,
                    4,
                    new Stem(4, 1, 1),
                    List.of(new Stage(4, 1, 1, 1), new Stage(6, 2, 2, 2)),
                    5,
                    3);

    /** Along the gradient itself the loss must change by its squared length. */
    @Test
    void theGradientIsTheSlopeOfTheLoss() {
        var net = new LearningNetwork(SHAPE, CLIPS, 1);
        var random = new Random(2);
        awaken(net, random);
        float[] images = uniform(random, CLIPS * 32 * 48);
        float[] drop = drop(random);
        for (Parameter parameter : net.learned()) {
            loss(net, images, drop, true);
            float[] direction = unit(parameter.gradient);
            double slope = 0;
            for (int i = 0; i < direction.length; i++) {
                slope += (double) direction[i] * parameter.gradient[i];
            }
            float step = 2e-3f;
            move(parameter.value, direction, step);
            double above = loss(net, images, drop, false);
            move(parameter.value, direction, -2 * step);
            double below = loss(net, images, drop, false);
            move(parameter.value, direction, step);

            assertThat((above - below) / (2 * step))
                    .as(parameter.name())
                    .isCloseTo(slope, within(0.05 * slope + 2e-4));
        }
    }

    @Test
    void learnsABatchByHeart() {
        var network = TrainableNetwork.create(SHAPE, CLIPS, 3, 0);
        var random = new Random(4);
        float[] images = uniform(random, CLIPS * 32 * 48);
        float[] labels = labels();
        float[] all = new float[CLIPS * network.dropWidth()];
        Arrays.fill(all, 1);
        double first = network.step(images, all, labels, new float[3], 5e-3);
        double last = first;
        for (int i = 0; i < 200; i++) {
            last = network.step(images, all, labels, new float[3], 5e-3);
        }

        assertThat(first).isCloseTo(Math.log(3), within(0.3));
        assertThat(last).isLessThan(0.1);
    }

    @Test
    void theGraphForPredictionGivesTheSameLogits() {
        var net = new LearningNetwork(SHAPE, CLIPS, 5);
        var random = new Random(6);
        awaken(net, random);
        for (int i = 0; i < 5; i++) {
            net.forward(uniform(random, CLIPS * 32 * 48), drop(random));
        }
        float[] images = uniform(random, CLIPS * 32 * 48);
        float[] expected = net.forward(images, new float[0]);

        INDArray input = Nd4j.createFromArray(images).reshape(CLIPS, 1, 32, 48);
        float[] told =
                ResidualCnn.of(SHAPE, net)
                        .outputSingle(
                                java.util.Map.of(ResidualCnn.INPUT, input), ResidualCnn.LOGITS)
                        .dup('c')
                        .data()
                        .asFloat();

        assertThat(told).hasSameSizeAs(expected);
        for (int i = 0; i < told.length; i++) {
            assertThat(told[i]).isCloseTo(expected[i], within(1e-4f));
        }
    }

    /** Gives every parameter a value that matters: branches start as nothing otherwise. */
    private static void awaken(LearningNetwork net, Random random) {
        for (Parameter parameter : net.learned()) {
            for (int i = 0; i < parameter.value.length; i++) {
                parameter.value[i] += (float) (0.3 * random.nextGaussian());
            }
        }
    }

    private static double loss(
            LearningNetwork net, float[] images, float[] drop, boolean withGradient) {
        float[] logits = net.forward(images, drop);
        float[] labels = labels();
        float[] gradient = new float[logits.length];
        double loss = 0;
        for (int n = 0; n < CLIPS; n++) {
            double sum = 0;
            for (int k = 0; k < 3; k++) {
                sum += Math.exp(logits[n * 3 + k]);
            }
            for (int k = 0; k < 3; k++) {
                double log = logits[n * 3 + k] - Math.log(sum);
                loss -= labels[n * 3 + k] * log / CLIPS;
                gradient[n * 3 + k] = (float) ((Math.exp(log) - labels[n * 3 + k]) / CLIPS);
            }
        }
        if (withGradient) {
            net.backward(gradient, drop);
        }
        return loss;
    }

    private static float[] labels() {
        float[] labels = new float[CLIPS * 3];
        for (int n = 0; n < CLIPS; n++) {
            labels[n * 3 + n % 3] = 1;
        }
        return labels;
    }

    private static float[] drop(Random random) {
        float[] drop = new float[CLIPS * SHAPE.pooled()];
        for (int i = 0; i < drop.length; i++) {
            drop[i] = random.nextInt(4) == 0 ? 0 : 4f / 3;
        }
        return drop;
    }

    private static float[] uniform(Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    private static float[] unit(float[] vector) {
        double sum = 0;
        for (float v : vector) {
            sum += (double) v * v;
        }
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = (float) (vector[i] / Math.sqrt(sum + 1e-20));
        }
        return unit;
    }

    private static void move(float[] values, float[] direction, float step) {
        for (int i = 0; i < values.length; i++) {
            values[i] += step * direction[i];
        }
    }
}
