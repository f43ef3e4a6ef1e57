// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.corpus.ClipReader;
import io.tonalyst.corpus.CorpusException;
import io.tonalyst.corpus.CorpusScan;
import io.tonalyst.corpus.CorpusScanner;
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
 * Trains a model on a user's own data, in steps that a window can follow: what is there, then the
 * training with progress, then a folder that can be loaded as a model. Safe between threads.
 */
public final class OwnTraining {
    private static final double READING_SHARE = 0.05;

    private final RecordingDecoder decoder;
    private final Path cache;

    /**
     * @param cache folder for the images of clips, made if missing
     */
    public OwnTraining(RecordingDecoder decoder, Path cache) {
        this.decoder = decoder;
        this.cache = cache;
    }

    /**
     * What to train.
     *
     * @param sources folders and tables as {@link CorpusScanner} takes them
     * @param from model whose weights are gone on from; the recipe is then of its {@link
     *     StartModel#fineTuning}
     * @param out new folder of the model; its name is the model's name
     */
    public record Request(List<Path> sources, Optional<StartModel> from, Recipe recipe, Path out) {
        public Request {
            sources = List.copyOf(sources);
        }
    }

    /**
     * A model that was trained.
     *
     * @param folder to be loaded from
     * @param clips learned from and validated with
     * @param problems one sentence for each of the first folders, rows and clips left out
     */
    public record Outcome(Path folder, int clips, List<String> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /**
     * What the sources hold, from names and tables alone; takes well under a second.
     *
     * @throws CorpusException with one sentence, if a source cannot be read or holds no clip
     */
    public OwnData look(List<Path> sources) throws CorpusException {
        return OwnData.of(new CorpusScanner().scan(sources));
    }

    /**
     * Trains, or goes on with a training into the same folder that was stopped.
     *
     * @throws CorpusException with one sentence, if a source cannot be read or there is too little
     * @throws IOException with one sentence, if the folder holds another model or cannot be written
     * @throws java.util.concurrent.CancellationException if cancelled; the epochs done are kept
     */
    public Outcome train(Request request, CancelToken cancel, ProgressSink progress)
            throws CorpusException, IOException {
        Path out = request.out();
        if (Files.exists(out.resolve(ModelManifest.FILE))) {
            throw new IOException("There is a model in " + out + " already; choose another name.");
        }
        CorpusScan scan = new CorpusScanner().scan(request.sources());
        Optional<String> obstacle = OwnData.of(scan).obstacle();
        if (obstacle.isPresent()) {
            throw new CorpusException(obstacle.get());
        }
        ClipImages images =
                new ImageCache(cache, new ClipReader(decoder))
                        .load(scan.clips(), cancel, progress.part(0, READING_SHARE));
        new ModelTraining(images, request.recipe(), request.from())
                .run(out, cancel, progress.part(READING_SHARE, 1));
        List<String> problems = new ArrayList<>(scan.problems());
        problems.addAll(images.problems());
        return new Outcome(out, images.clips().size(), problems);
    }
}
