// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.library;

import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.emotion.ModelException;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The results of recordings: those that were kept before, the others made now. The model is loaded
 * only if there is something to make.
 */
public final class KeptResults {
    private final AnalysisStore store;
    private final ModelKey model;
    private final ModelSource source;

    /** Loads the model. */
    @FunctionalInterface
    public interface ModelSource {
        /**
         * Loads it; called at most once for each question.
         *
         * @throws ModelException with one sentence if it cannot be loaded
         */
        EmotionModel load() throws ModelException;
    }

    /**
     * @param model whose results count
     */
    public KeptResults(AnalysisStore store, ModelKey model, ModelSource source) {
        this.store = store;
        this.model = model;
        this.source = source;
    }

    /**
     * The result of each recording, in the order given.
     *
     * @param threads recordings analysed at a time
     * @throws IOException with one sentence if results cannot be kept
     * @throws ModelException with one sentence if the model cannot be loaded
     * @throws java.util.concurrent.CancellationException if cancelled; what was done is kept
     */
    public Map<Path, StoredAnalysis> of(
            List<Path> recordings,
            RecordingDecoder decoder,
            int threads,
            CancelToken cancel,
            ProgressSink progress)
            throws IOException, ModelException {
        Map<Path, StoredAnalysis> results = new ConcurrentHashMap<>();
        List<Path> unknown = new ArrayList<>();
        for (Path file : recordings) {
            cancel.throwIfCancelled();
            Optional<StoredAnalysis> kept = store.find(file, model);
            kept.ifPresent(result -> results.put(file, result));
            if (kept.isEmpty()) {
                unknown.add(file);
            }
        }
        if (!unknown.isEmpty()) {
            new BatchAnalysis(decoder, source.load(), Optional.of(store))
                    .run(
                            unknown,
                            false,
                            threads,
                            result -> results.put(unknown.get(result.index()), result.analysis()),
                            cancel,
                            progress);
        }
        Map<Path, StoredAnalysis> ordered = new LinkedHashMap<>();
        recordings.forEach(
                file -> {
                    StoredAnalysis result = results.get(file);
                    if (result != null) {
                        ordered.put(file, result);
                    }
                });
        return ordered;
    }
}
