// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final int ROWS = 6;
    private static final int INPUTS = 41;
    private static final int CLASSES = 3;

    @Test
    void theGradientOfTheFeatureNetworkIsThatOfItsLoss() {
        agreesWithDifferences(
                ReferenceNetworks.features(ROWS, INPUTS, List.of(4, 5, 3, 2), 6, CLASSES, 1));
    }

    @Test
    void theGradientOfTheFrameNetworkIsThatOfItsLoss() {
        agreesWithDifferences(
                ReferenceNetworks.frames(ROWS, INPUTS, List.of(4, 3, 3, 2, 3), 5, CLASSES, 1));
    }

    @Test
    void learnsWhatIsPlainToSee() {
        for (Network network :
                List.of(
                        ReferenceNetworks.features(ROWS, INPUTS, List.of(8, 8, 8, 8), 8, 3, 2),
                        ReferenceNetworks.frames(ROWS, INPUTS, List.of(8, 8, 8, 8, 8), 8, 3, 2))) {
            var random = new Random(3);
            for (int step = 0; step < 400; step++) {
                network.learn(rows(ROWS, random), labels(ROWS), 0.01, random);
            }

            float[] p = network.predict(rows(ROWS, random), ROWS);

            for (int row = 0; row < ROWS; row++) {
                assertThat(p[row * CLASSES + labels(ROWS)[row]]).isGreaterThan(0.6f);
            }
        }
    }

    @Test
    void aRowIsToldTheSameAloneAndAmongOthers() {
        Network network = ReferenceNetworks.frames(ROWS, INPUTS, List.of(4, 4, 4, 4, 4), 8, 3, 2);
        float[] x = rows(ROWS, new Random(1));
        network.learn(x, labels(ROWS), 0.01, new Random(1));

        float[] all = network.predict(x, ROWS);
        float[] one = network.predict(x, 1);

        for (int k = 0; k < CLASSES; k++) {
            assertThat(one[k]).isCloseTo(all[k], within(1e-5f));
        }
    }

    @Test
    void goesOnFromACheckpointToTheSameNumbers() throws Exception {
        Network network = fresh();
        float[] x = rows(ROWS, new Random(1));
        for (int step = 0; step < 4; step++) {
            network.learn(x, labels(ROWS), 0.01, new Random(step));
        }
        var bytes = new ByteArrayOutputStream();
        network.save(new DataOutputStream(bytes));
        network.learn(x, labels(ROWS), 0.01, new Random(4));

        Network other = fresh();
        other.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        other.learn(x, labels(ROWS), 0.01, new Random(4));

        assertThat(other.predict(x, ROWS)).containsExactly(network.predict(x, ROWS));
    }

    @Test
    void ofEqualValuesTheFirstGetsTheGradient() {
        var pool = new MaxPool(1, 4, 1, 5);
        float[] pooled =
                pool.forward(new float[] {2, 2, 1, 2}, 1, new Layer.Mode.Predict()).clone();

        assertThat(pooled).containsExactly(2, 2);
        assertThat(pool.backward(new float[] {1, 10}, 1)).containsExactly(1, 10, 0, 0);
    }

    private static Network fresh() {
        return ReferenceNetworks.frames(ROWS, INPUTS, List.of(4, 4, 4, 4, 4), 8, CLASSES, 7);
    }

    private static void agreesWithDifferences(Network network) {
        float[] x = rows(ROWS, new Random(5));
        int[] labels = labels(ROWS);
        float[] gradient = network.gradient(x, labels, new SplittableRandom(9));
        double largest = 0;
        for (float g : gradient) {
            largest = Math.max(largest, Math.abs(g));
        }
        double step = 5e-4;
        int near = 0;
        for (int i = 0; i < gradient.length; i++) {
            double difference =
                    (network.lossWith(i, step, x, labels, new SplittableRandom(9))
                                    - network.lossWith(
                                            i, -step, x, labels, new SplittableRandom(9)))
                            / (2 * step);
            near += Math.abs(difference - gradient[i]) < 0.02 * largest ? 1 : 0;
        }
        // Where a maximum or a rectifier turns over within the step, both disagree.
        assertThat(near).isGreaterThan((int) (0.97 * gradient.length));
        assertThat(largest).isGreaterThan(0.01);
    }

    /** Noise with a bump whose place tells the class. */
    private static float[] rows(int rows, Random random) {
        float[] x = new float[rows * INPUTS];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < INPUTS; i++) {
                int centre = 7 + 13 * (row % CLASSES);
                x[row * INPUTS + i] =
                        (float) (0.3 * random.nextGaussian() + (Math.abs(i - centre) < 4 ? 2 : 0));
            }
        }
        return x;
    }

    private static int[] labels(int rows) {
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = row % CLASSES;
        }
        return labels;
    }
}
