// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.Fold;
import io.tonalyst.emotion.ModelException;
import io.tonalyst.emotion.Sha256;
import io.tonalyst.emotion.dl4j.TrainableNetwork;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains a network on one fold, epoch by epoch. After each epoch weights, optimiser state and
 * history are on disk; a training that was killed goes on from there and comes to the same numbers.
 * The epoch with the best mean of accuracy and UAR on the validation part is kept.
 */
public final class Trainer {
    private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);
    private static final String STATE = "state.json";
    private static final int TRAIN_SAMPLE = 500;
    private static final int REPORT_EVERY = 20;

    private final ClipImages images;
    private final Recipe recipe;
    private final Optional<StartModel> start;
    private final int member;

    /** Trains a fresh network. */
    public Trainer(ClipImages images, Recipe recipe) {
        this(images, recipe, Optional.empty(), 0);
    }

    /**
     * @param start model whose weights are gone on from; empty: a fresh network
     * @param member number of the network in that model
     */
    Trainer(ClipImages images, Recipe recipe, Optional<StartModel> start, int member) {
        this.images = images;
        this.recipe = recipe;
        this.start = start;
        this.member = member;
    }

    /**
     * A finished training.
     *
     * @param network as it was after the best epoch
     * @param best that epoch, 1 is the first
     */
    public record Result(TrainableNetwork network, int best, List<EpochRecord> history) {}

    /**
     * Trains, or goes on where an earlier run in the same folder stopped.
     *
     * @param folder for checkpoints; created if missing
     * @throws IOException with one sentence, if the folder cannot be written or read
     * @throws java.util.concurrent.CancellationException if cancelled; the epochs done are kept
     */
    public Result train(Fold fold, Path folder, CancelToken cancel, ProgressSink progress)
            throws IOException {
        if (fold.train().isEmpty() || fold.validation().isEmpty()) {
            throw new IOException("There are too few clips to train on and validate with.");
        }
        Files.createDirectories(folder);
        TrainingState state = resume(folder, fingerprint(fold));
        TrainableNetwork network =
                TrainableNetwork.create(
                        recipe.shape(), recipe.batch(), recipe.seed(), recipe.weightDecay());
        if (start.isPresent()) {
            start(start.get(), network);
        }
        if (state.epochsDone() > 0) {
            network.load(checkpoint(folder, state.epochsDone()));
        }
        List<ClipImage> train = images.of(fold.train());
        var batches = new BatchMaker(train, recipe, network.dropWidth());
        while (!state.finished()) {
            state =
                    epoch(
                            network,
                            batches,
                            sample(train),
                            images.of(fold.validation()),
                            state,
                            cancel,
                            progress);
            network.save(checkpoint(folder, state.epochsDone()));
            JsonFiles.write(folder.resolve(STATE), state);
            deleteOldCheckpoints(folder, state);
        }
        network.load(checkpoint(folder, state.best()));
        return new Result(network, state.best(), state.history());
    }

    private void start(StartModel model, TrainableNetwork network) throws IOException {
        try {
            model.start(network, member);
        } catch (ModelException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private TrainingState epoch(
            TrainableNetwork network,
            BatchMaker maker,
            List<ClipImage> sample,
            List<ClipImage> validation,
            TrainingState state,
            CancelToken cancel,
            ProgressSink progress) {
        long start = System.nanoTime();
        int epoch = state.epochsDone();
        List<List<ClipImage>> batches = maker.epoch(epoch);
        float[] offsets = maker.offsets();
        double rate = 0;
        for (int i = 0; i < batches.size(); i++) {
            cancel.throwIfCancelled();
            Batch batch = maker.make(batches.get(i), epoch, i);
            rate = learningRate(epoch + (i + 0.5) / batches.size());
            network.step(batch.images(), batch.drop(), batch.labels(), offsets, rate);
            if (i % REPORT_EVERY == 0) {
                progress.report(
                        (epoch + (double) i / batches.size()) / recipe.epochs(),
                        "Epoch " + (epoch + 1) + " of " + recipe.epochs());
            }
        }
        QuickScore trained = QuickScore.of(Predictor.quickLogits(network, sample), sample);
        QuickScore validated =
                QuickScore.of(Predictor.quickLogits(network, validation), validation);
        var record =
                new EpochRecord(
                        epoch + 1,
                        trained.loss(),
                        trained.accuracy(),
                        validated.loss(),
                        validated.accuracy(),
                        validated.uar(),
                        rate,
                        (System.nanoTime() - start) / 1e9);
        progress.report((epoch + 1.0) / recipe.epochs(), sentence(record));
        List<EpochRecord> history = new ArrayList<>(state.history());
        history.add(record);
        return new TrainingState(
                state.fingerprint(), epoch + 1 >= recipe.epochs(), best(history), history);
    }

    private String sentence(EpochRecord r) {
        return String.format(
                Locale.ROOT,
                "Epoch %d of %d: train loss %.3f accuracy %.3f, validation loss %.3f accuracy %.3f"
                        + " UAR %.3f, %.0f s",
                r.epoch(),
                recipe.epochs(),
                r.trainLoss(),
                r.trainAccuracy(),
                r.validationLoss(),
                r.validationAccuracy(),
                r.validationUar(),
                r.seconds());
    }

    /** The rate at a point of the training, in epochs. */
    double learningRate(double epoch) {
        if (epoch < recipe.warmUpEpochs()) {
            return recipe.peakLearningRate() * epoch / recipe.warmUpEpochs();
        }
        double done = (epoch - recipe.warmUpEpochs()) / (recipe.epochs() - recipe.warmUpEpochs());
        return recipe.peakLearningRate() * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, done)));
    }

    private static int best(List<EpochRecord> history) {
        EpochRecord best = history.get(0);
        for (EpochRecord record : history) {
            if (score(record) >= score(best)) {
                best = record;
            }
        }
        return best.epoch();
    }

    private static double score(EpochRecord record) {
        return (record.validationAccuracy() + record.validationUar()) / 2;
    }

    /** Every n-th clip, so that all corpora are in it. */
    private static List<ClipImage> sample(List<ClipImage> train) {
        int step = Math.max(1, train.size() / TRAIN_SAMPLE);
        List<ClipImage> sample = new ArrayList<>();
        for (int i = 0; i < train.size(); i += step) {
            sample.add(train.get(i));
        }
        return sample;
    }

    private static TrainingState resume(Path folder, String fingerprint) {
        var fresh = new TrainingState(fingerprint, false, 0, List.of());
        Path file = folder.resolve(STATE);
        if (!Files.isRegularFile(file)) {
            return fresh;
        }
        try {
            TrainingState found = JsonFiles.read(file, TrainingState.class);
            if (found.fingerprint().equals(fingerprint)) {
                return found;
            }
            LOG.info("{} belongs to another training and is written anew", folder);
        } catch (IOException e) {
            LOG.warn("{} is damaged and the training starts anew", file, e);
        }
        return fresh;
    }

    private String fingerprint(Fold fold) throws IOException {
        String clips =
                Stream.concat(
                                fold.train().stream().map(Clip::id),
                                Stream.concat(
                                        Stream.of("|"), fold.validation().stream().map(Clip::id)))
                        .collect(Collectors.joining(" "));
        String from = start.map(StartModel::title).orElse("");
        return Sha256.of((JsonFiles.text(recipe) + clips + from).getBytes(StandardCharsets.UTF_8));
    }

    private static Path checkpoint(Path folder, int epoch) {
        return folder.resolve("epoch-" + epoch + ".fb");
    }

    private static void deleteOldCheckpoints(Path folder, TrainingState state) throws IOException {
        for (int epoch = 1; epoch < state.epochsDone(); epoch++) {
            if (epoch != state.best()) {
                Files.deleteIfExists(checkpoint(folder, epoch));
            }
        }
    }
}
