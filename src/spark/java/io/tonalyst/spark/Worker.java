// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.spark;

import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.emotion.ModelException;
import io.tonalyst.emotion.dl4j.Dl4jEmotionModel;
import io.tonalyst.library.AnalysisStore;
import io.tonalyst.library.BatchAnalysis;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Analyses recordings in one process. The model is loaded once a process, and all tasks of it share
 * it: Spark makes tasks from bytes and gives them no other place to keep something.
 */
final class Worker {
    private static final ConcurrentHashMap<String, EmotionModel> MODELS = new ConcurrentHashMap<>();

    private final EmotionModel model;
    private final AnalysisStore store;

    Worker(BatchSettings settings) throws IOException {
        model = model(settings.model());
        store = new AnalysisStore(Path.of(settings.results()));
    }

    /** The name of the model, by which results are told. */
    static String modelName(String folder) throws IOException {
        return model(folder).description().name();
    }

    private static EmotionModel model(String folder) throws IOException {
        EmotionModel known = MODELS.get(folder);
        if (known != null) {
            return known;
        }
        synchronized (MODELS) {
            EmotionModel loaded = MODELS.get(folder);
            if (loaded == null) {
                try {
                    loaded = Dl4jEmotionModel.load(Path.of(folder));
                } catch (ModelException e) {
                    throw new IOException(e.getMessage(), e);
                }
                MODELS.put(folder, loaded);
            }
            return loaded;
        }
    }

    /**
     * Analyses those recordings that have no result yet; each result is kept as soon as it is
     * there.
     *
     * @throws IOException with one sentence if results cannot be kept
     */
    Tally analyse(List<Path> recordings) throws IOException {
        var analysed = new AtomicInteger();
        var failed = new AtomicInteger();
        new BatchAnalysis(new FfmpegDecoder(), model, Optional.of(store))
                .run(
                        recordings,
                        true,
                        1,
                        result -> {
                            analysed.addAndGet(result.recording().isPresent() ? 1 : 0);
                            failed.addAndGet(result.analysis().problem().isPresent() ? 1 : 0);
                        },
                        new CancelToken(),
                        ProgressSink.NONE);
        return new Tally(
                analysed.get(), recordings.size() - analysed.get() - failed.get(), failed.get());
    }
}
