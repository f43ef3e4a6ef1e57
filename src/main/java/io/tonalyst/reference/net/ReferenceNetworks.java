// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference.net;

import java.util.ArrayList;
import java.util.List;

/** Builds the networks of the reference notebooks; both end in logits of the classes. */
public final class ReferenceNetworks {
    private static final int WIDE = 5;
    private static final int NARROW = 3;

    private ReferenceNetworks() {}

    /**
     * The network over 162 features: four times convolution with kernel 5, ReLU and max-pooling
     * 5/2; dropout 0.2 after the third, a dense layer, dropout 0.3. The ReLU follows the pooling,
     * which gives the same values of half as many.
     *
     * @param rows most rows of a batch
     * @param inputs values of a row
     * @param widths filters of the convolutions; the reference has 256, 256, 128, 64
     * @param dense units of the dense layer; the reference has 32
     */
    public static Network features(
            int rows, int inputs, List<Integer> widths, int dense, int classes, long seed) {
        List<Layer> layers = new ArrayList<>();
        int length = inputs;
        int channels = 1;
        for (int i = 0; i < widths.size(); i++) {
            layers.add(new Convolution(rows, length, channels, widths.get(i), WIDE, i == 0));
            channels = widths.get(i);
            layers.add(new MaxPool(rows, length, channels, WIDE));
            length = MaxPool.pooled(length);
            layers.add(new Relu(rows, length * channels));
            if (i == 2) {
                layers.add(new Dropout(rows, length * channels, 0.2));
            }
        }
        layers.add(new Convolution(rows, 1, length * channels, dense, 1, false));
        layers.add(new Relu(rows, dense));
        layers.add(new Dropout(rows, dense, 0.3));
        layers.add(new Convolution(rows, 1, dense, classes, 1, false));
        return new Network(layers, rows, seed);
    }

    /**
     * The network over values frame by frame: five times convolution, ReLU, batch norm and
     * max-pooling 5/2, the last two with kernel 3 and the last pooling 3/2; dropout 0.2 from the
     * second on but for the third; a dense layer with ReLU and batch norm.
     *
     * @param rows most rows of a batch
     * @param inputs values of a row
     * @param widths filters of the convolutions; the reference has 512, 512, 256, 256, 128
     * @param dense units of the dense layer; the reference has 512
     */
    public static Network frames(
            int rows, int inputs, List<Integer> widths, int dense, int classes, long seed) {
        List<Layer> layers = new ArrayList<>();
        int length = inputs;
        int channels = 1;
        for (int i = 0; i < widths.size(); i++) {
            boolean late = i >= NARROW;
            layers.add(
                    new Convolution(
                            rows, length, channels, widths.get(i), late ? NARROW : WIDE, i == 0));
            channels = widths.get(i);
            layers.add(new Relu(rows, length * channels));
            layers.add(new BatchNorm(rows, length, channels));
            layers.add(new MaxPool(rows, length, channels, i == widths.size() - 1 ? NARROW : WIDE));
            length = MaxPool.pooled(length);
            if (i == 1 || late) {
                layers.add(new Dropout(rows, length * channels, 0.2));
            }
        }
        layers.add(new Convolution(rows, 1, length * channels, dense, 1, false));
        layers.add(new Relu(rows, dense));
        layers.add(new BatchNorm(rows, 1, dense));
        layers.add(new Convolution(rows, 1, dense, classes, 1, false));
        return new Network(layers, rows, seed);
    }
}
