// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The layers of {@link ResidualCnn} for learning, over a fixed number of clips: forwards, and back
 * with the gradient. ND4J does the convolutions, plain arrays all else.
 */
final class LearningNetwork {
    private final int clips;
    private final NetworkShape shape;
    private final NormalisedConvolution stem;
    private final List<ResidualBlock> blocks = new ArrayList<>();
    private final NormalisedConvolution join;
    private final AttentivePooling pooling;
    private final LinearHead head;

    private final float[] patches;
    private final float[] stemmed;
    private final float[] joined;
    private final float[] dropped;
    private final float[] gradientPatches;
    private final List<float[]> gradients = new ArrayList<>();
    private final float[] gradientJoined;
    private final float[] gradientPooled;

    LearningNetwork(NetworkShape shape, int clips, long seed) {
        this.clips = clips;
        this.shape = shape;
        var random = new SplittableRandom(seed);
        var s = shape.stem();
        MapSize input = shape.patches();
        var kernel =
                new Convolution.Kernel(s.channels(), 3, 3, s.rowStride(), s.columnStride(), true);
        this.stem = new NormalisedConvolution("stem", clips, input, kernel, 1, random);
        MapSize size = stem.output();
        gradients.add(new float[clips * size.values()]);
        for (int i = 0; i < shape.stages().size(); i++) {
            NetworkShape.Stage stage = shape.stages().get(i);
            for (int b = 0; b < stage.blocks(); b++) {
                var block =
                        new ResidualBlock(
                                "stage" + (i + 1) + "_" + (b + 1),
                                clips,
                                size,
                                stage.channels(),
                                b == 0 ? stage.rowStride() : 1,
                                b == 0 ? stage.columnStride() : 1,
                                random);
                blocks.add(block);
                size = block.size();
                gradients.add(new float[clips * size.values()]);
            }
        }
        var column = new Convolution.Kernel(shape.embedding(), size.rows(), 1, 1, 1, false);
        this.join = new NormalisedConvolution("join", clips, size, column, 1, random);
        this.pooling = new AttentivePooling(clips, join.output(), random);
        this.head = new LinearHead(clips, shape.pooled(), shape.classes(), random);
        this.patches = new float[clips * input.values()];
        this.gradientPatches = new float[patches.length];
        this.stemmed = new float[clips * stem.output().values()];
        this.joined = new float[clips * join.output().values()];
        this.gradientJoined = new float[joined.length];
        this.dropped = new float[clips * shape.pooled()];
        this.gradientPooled = new float[dropped.length];
    }

    int clips() {
        return clips;
    }

    /**
     * Logits of as many clips as the network was made for.
     *
     * @param drop factors of the pooled values when learning; empty: prediction
     */
    float[] forward(float[] images, float[] drop) {
        boolean learning = drop.length > 0;
        writePatches(images);
        stem.forward(patches, stemmed, learning);
        Rectifier.forward(stemmed);
        float[] x = stemmed;
        for (ResidualBlock block : blocks) {
            block.forward(x, learning);
            x = block.output;
        }
        join.forward(x, joined, learning);
        Rectifier.forward(joined);
        pooling.forward(joined);
        for (int i = 0; i < dropped.length; i++) {
            dropped[i] = pooling.pooled[i] * (learning ? drop[i] : 1);
        }
        return head.forward(dropped);
    }

    /** Leaves the gradient of the loss in the parameters; after a learning {@link #forward}. */
    void backward(float[] gradientLogits, float[] drop) {
        head.backward(dropped, gradientLogits, gradientPooled);
        for (int i = 0; i < drop.length; i++) {
            gradientPooled[i] *= drop[i];
        }
        pooling.backward(joined, gradientPooled, gradientJoined);
        Rectifier.backward(joined, gradientJoined);
        join.backward(gradientJoined, gradients.get(blocks.size()));
        for (int i = blocks.size() - 1; i >= 0; i--) {
            blocks.get(i).backward(gradients.get(i + 1), gradients.get(i));
        }
        Rectifier.backward(stemmed, gradients.get(0));
        stem.backward(gradients.get(0), gradientPatches);
    }

    /**
     * Becomes a network that was folded for prediction.
     *
     * @throws IllegalArgumentException if the stored weights are of another shape
     */
    void start(StoredWeights stored) {
        convolutions()
                .forEach(
                        c ->
                                c.start(
                                        stored.filters(c.name(), c.filterShape()),
                                        stored.values(c.name() + "_bias", c.output().channels())));
        Parameter attention = pooling.attention();
        copy(stored.filters(attention.name(), attention.shape()), attention);
        for (Parameter p : head.learned()) {
            copy(stored.values(p.name(), p.value.length), p);
        }
    }

    private static void copy(float[] values, Parameter to) {
        System.arraycopy(values, 0, to.value, 0, values.length);
    }

    /** What the gradient changes. */
    List<Parameter> learned() {
        return Stream.concat(
                        convolutions().flatMap(c -> c.learned().stream()),
                        Stream.concat(Stream.of(pooling.attention()), head.learned().stream()))
                .toList();
    }

    /** Everything that decides a prediction: what is learned, and the running statistics. */
    List<Parameter> state() {
        return Stream.concat(learned().stream(), convolutions().flatMap(c -> c.running().stream()))
                .toList();
    }

    List<NormalisedConvolution.Folded> folded() {
        return convolutions().map(NormalisedConvolution::folded).toList();
    }

    /** What has nothing to fold. */
    List<Parameter> plain() {
        return List.of(pooling.attention(), head.matrix(), head.bias());
    }

    private Stream<NormalisedConvolution> convolutions() {
        return Stream.concat(
                Stream.of(stem),
                Stream.concat(
                        blocks.stream().flatMap(ResidualBlock::convolutions), Stream.of(join)));
    }

    private void writePatches(float[] images) {
        int bands = shape.bands();
        int frames = shape.frames();
        MapSize size = shape.patches();
        for (int n = 0; n < clips; n++) {
            for (int b = 0; b < bands; b++) {
                int channelRow = b % shape.patchRows() * shape.patchColumns();
                int row = b / shape.patchRows();
                int from = (n * bands + b) * frames;
                for (int t = 0; t < frames; t++) {
                    int channel = channelRow + t % shape.patchColumns();
                    int to =
                            ((n * size.channels() + channel) * size.rows() + row) * size.columns()
                                    + t / shape.patchColumns();
                    patches[to] = images[from + t];
                }
            }
        }
    }
}
