// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.Fold;
import io.tonalyst.corpus.Splits;
import io.tonalyst.emotion.ModelException;
import io.tonalyst.emotion.ModelManifest;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives a model networks of their own for the telephone: each of its networks goes on learning from
 * the same clips as telephones code them. The networks of the clip protocol get theirs too, so that
 * their test clips can be tried ({@link RobustnessRun}). Resumes where it was stopped.
 */
public final class TelephoneTraining {
    private static final String RUN = "telephone";
    private static final double SENDING_SHARE = 0.1;

    private final ClipImages images;
    private final RecordingDecoder decoder;
    private final int epochs;

    /**
     * @param images those the model learned from
     * @param epochs passes over the training part
     */
    public TelephoneTraining(ClipImages images, RecordingDecoder decoder, int epochs) {
        this.images = images;
        this.decoder = decoder;
        this.epochs = epochs;
    }

    /** A model that gets networks, with the clips of its own training. */
    private record Task(String title, Path model, Path run, Fold fold) {}

    /**
     * Trains for the model and for the networks of its clip protocol, as far as they are there.
     *
     * @param out folder of the model
     * @param seed the model and its protocols were trained with
     * @return the folders that were given networks
     * @throws IOException with one sentence, if there is no model, no clip has sound, or the folder
     *     cannot be written
     * @throws ModelException with one sentence, if a network cannot be loaded
     * @throws java.util.concurrent.CancellationException if cancelled; the epochs done are kept
     */
    public List<Path> run(Path out, long seed, CancelToken cancel, ProgressSink progress)
            throws IOException, ModelException {
        var folder = new ModelFolder(out);
        List<Task> tasks = tasks(folder, seed);
        if (tasks.isEmpty()) {
            throw new IOException(
                    "There is no model in "
                            + out
                            + "; run 'tonalyst train' with the same folder first.");
        }
        ClipImages twins =
                new TelephoneTwins(decoder).of(images, cancel, progress.part(0, SENDING_SHARE));
        for (int i = 0; i < tasks.size(); i++) {
            double share = (1 - SENDING_SHARE) / tasks.size();
            Task task = tasks.get(i);
            ProgressSink part =
                    progress.part(
                            SENDING_SHARE + i * share,
                            i + 1 == tasks.size() ? 1 : SENDING_SHARE + (i + 1) * share);
            run(
                    task,
                    twins,
                    cancel,
                    (fraction, message) -> part.report(fraction, task.title() + ": " + message));
        }
        if (folder.hasModel()) {
            ModelCard.refresh(folder);
        }
        return tasks.stream().map(Task::model).toList();
    }

    private List<Task> tasks(ModelFolder folder, long seed) {
        List<Task> tasks = new ArrayList<>();
        for (Fold fold : Protocol.CLIP.folds(images.clips(), seed)) {
            Path model = ProtocolRunner.modelOf(folder, Protocol.CLIP, fold);
            if (Files.isRegularFile(model.resolve(ModelManifest.FILE))) {
                tasks.add(
                        new Task(
                                "clip fold " + fold.index(),
                                model,
                                model.resolveSibling(RUN),
                                fold));
            }
        }
        if (folder.hasModel()) {
            Fold fold = Splits.forShipping(images.clips(), seed);
            tasks.add(new Task("model", folder.path(), folder.run(RUN), fold));
        }
        return tasks;
    }

    private void run(Task task, ClipImages twins, CancelToken cancel, ProgressSink progress)
            throws IOException, ModelException {
        StartModel start = StartModel.of(task.model());
        Members members =
                Members.train(
                        twins,
                        start.telephone(epochs),
                        Optional.of(start),
                        heard(task.fold()),
                        task.run(),
                        cancel,
                        progress);
        new ModelFolder(task.model()).addTelephone(members);
    }

    /** The same fold, chosen by what was really sent: images without sound are only cut. */
    private static Fold heard(Fold fold) throws IOException {
        List<Clip> validation =
                fold.validation().stream().filter(TelephoneTwins::hasSound).toList();
        if (validation.isEmpty()) {
            throw new IOException(
                    "None of the validation clips has sound; give the folder of a corpus with"
                            + " recordings.");
        }
        return new Fold(fold.index(), fold.train(), validation, fold.test());
    }
}
