// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.Sha256;
import io.tonalyst.reference.net.Network;
import io.tonalyst.reference.net.ReferenceNetworks;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Trains a reference network, epoch by epoch. After each epoch everything is on disk; a training
 * that was stopped goes on from there to the same numbers.
 */
final class ReferenceTrainer {
    private static final int REPORT_EVERY = 20;

    private final ReferenceRows rows;
    private final ReferenceRecipe recipe;

    ReferenceTrainer(ReferenceRows rows, ReferenceRecipe recipe) {
        this.rows = rows;
        this.recipe = recipe;
    }

    /**
     * A network after its last epoch.
     *
     * @param probabilities of the classes for each tested row
     */
    record Result(List<float[]> probabilities, List<EpochSummary> history) {}

    /**
     * Trains on one part of a split and tells the other.
     *
     * @param file checkpoint; its folder is made if missing
     * @throws IOException with one sentence, if it cannot be written
     * @throws java.util.concurrent.CancellationException if cancelled; the epochs done are kept
     */
    Result run(RowSplit split, Path file, CancelToken cancel, ProgressSink progress)
            throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Network network = network(split.files().index());
        var checkpoint = new Checkpoint(file, fingerprint(split));
        List<EpochSummary> history = new ArrayList<>(checkpoint.load(network));
        if (history.size() > recipe.epochs()) {
            throw new IOException(file + " has more epochs than were asked for; delete it.");
        }
        var scaler = new Scaler(split.train().stream().map(rows::values).toList());
        while (history.size() < recipe.epochs()) {
            EpochSummary done = epoch(network, scaler, split, history, cancel, progress);
            history.add(done);
            checkpoint.save(network, history);
            progress.report((double) done.epoch() / recipe.epochs(), sentence(done));
        }
        return new Result(predict(network, scaler, split.test(), cancel), history);
    }

    private EpochSummary epoch(
            Network network,
            Scaler scaler,
            RowSplit split,
            List<EpochSummary> history,
            CancelToken cancel,
            ProgressSink progress) {
        int epoch = history.size();
        double rate = PlateauRate.after(history);
        List<ReferenceRow> order = new ArrayList<>(split.train());
        Collections.shuffle(order, new Random(31 * recipe.seed() + epoch));
        var dropout = new SplittableRandom(37 * recipe.seed() + epoch);
        double loss = 0;
        int right = 0;
        for (int from = 0; from < order.size(); from += recipe.batch()) {
            cancel.throwIfCancelled();
            List<ReferenceRow> batch =
                    order.subList(from, Math.min(order.size(), from + recipe.batch()));
            int[] labels = batch.stream().mapToInt(r -> r.clip().emotion().ordinal()).toArray();
            Network.Step step = network.learn(scaled(scaler, batch), labels, rate, dropout);
            loss += step.loss() * labels.length;
            right += step.right();
            if (from / recipe.batch() % REPORT_EVERY == 0) {
                progress.report(
                        (epoch + (double) from / order.size()) / recipe.epochs(),
                        "Epoch " + (epoch + 1) + " of " + recipe.epochs());
            }
        }
        return new EpochSummary(
                epoch + 1, loss / order.size(), (double) right / order.size(), rate);
    }

    private List<float[]> predict(
            Network network, Scaler scaler, List<ReferenceRow> test, CancelToken cancel) {
        int classes = Emotion.ALL.size();
        List<float[]> probabilities = new ArrayList<>();
        for (int from = 0; from < test.size(); from += recipe.batch()) {
            cancel.throwIfCancelled();
            List<ReferenceRow> batch =
                    test.subList(from, Math.min(test.size(), from + recipe.batch()));
            float[] p = network.predict(scaled(scaler, batch), batch.size());
            for (int i = 0; i < batch.size(); i++) {
                probabilities.add(java.util.Arrays.copyOfRange(p, i * classes, (i + 1) * classes));
            }
        }
        return probabilities;
    }

    private float[] scaled(Scaler scaler, List<ReferenceRow> batch) {
        int inputs = ReferenceRows.inputs(rows.pipeline());
        float[] x = new float[batch.size() * inputs];
        IntStream.range(0, batch.size())
                .forEach(i -> scaler.scale(rows.values(batch.get(i)), x, i * inputs));
        return x;
    }

    private Network network(int fold) {
        int inputs = ReferenceRows.inputs(rows.pipeline());
        long seed = recipe.seed() + fold;
        return switch (rows.pipeline()) {
            case FEATURES ->
                    ReferenceNetworks.features(
                            recipe.batch(),
                            inputs,
                            recipe.widths(),
                            recipe.dense(),
                            Emotion.ALL.size(),
                            seed);
            case FRAMES ->
                    ReferenceNetworks.frames(
                            recipe.batch(),
                            inputs,
                            recipe.widths(),
                            recipe.dense(),
                            Emotion.ALL.size(),
                            seed);
        };
    }

    /** Names everything that decides the weights after an epoch; more epochs may follow. */
    private String fingerprint(RowSplit split) {
        String text =
                recipe.pipeline()
                        + recipe.widths()
                        + recipe.dense()
                        + recipe.batch()
                        + recipe.seed()
                        + split.train().stream()
                                .map(ReferenceRow::id)
                                .collect(Collectors.joining(" "));
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private String sentence(EpochSummary epoch) {
        return String.format(
                Locale.ROOT,
                "Epoch %d of %d: loss %.3f, accuracy %.3f in training, rate %.1g",
                epoch.epoch(),
                recipe.epochs(),
                epoch.loss(),
                epoch.accuracy(),
                epoch.rate());
    }
}
