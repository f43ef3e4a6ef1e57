// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.RecordingAnalyser;
import io.tonalyst.library.AnalysisStore;
import io.tonalyst.library.FileStamp;
import io.tonalyst.library.ModelKey;
import io.tonalyst.library.StoredAnalysis;
import io.tonalyst.signal.Samples;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The analysis that a model gives, with the results of the batches and of files opened before. */
final class ModelAnalysis implements EmotionAnalysis {
    private static final Logger LOG = LoggerFactory.getLogger(ModelAnalysis.class);

    /** A result of another length is of another file. */
    private static final double SAME_SECONDS = 0.01;

    private final RecordingAnalyser analyser;
    private final String name;
    private final ModelKey key;
    private final AnalysisStore store;

    ModelAnalysis(EmotionModel loaded, AnalysisStore store) {
        this.analyser = new RecordingAnalyser(loaded);
        this.name = loaded.description().name();
        this.key = ModelKey.of(loaded.description());
        this.store = store;
    }

    @Override
    public PredictionTimeline analyse(Samples samples, CancelToken cancel, ProgressSink progress) {
        return analyser.analyse(samples, cancel, progress);
    }

    @Override
    public String model() {
        return name;
    }

    @Override
    public Optional<PredictionTimeline> kept(Path file, FileStamp stamp, Sound sound) {
        return store.find(file, key)
                .filter(found -> found.stamp().equals(stamp))
                .flatMap(StoredAnalysis::timeline)
                .filter(
                        t ->
                                t.channels() == sound.channels()
                                        && Math.abs(t.durationSeconds() - sound.seconds())
                                                < SAME_SECONDS);
    }

    @Override
    public void keep(Path file, FileStamp stamp, Sound sound, PredictionTimeline timeline) {
        Path absolute = file.toAbsolutePath().normalize();
        if (!FileStamp.of(absolute).equals(stamp)) {
            LOG.info("{} changed while it was analysed; its result is not kept", file);
            return;
        }
        try {
            store.save(
                    new StoredAnalysis(
                            absolute,
                            stamp,
                            key,
                            sound.format(),
                            sound.hertz(),
                            sound.damage(),
                            Optional.empty(),
                            Optional.of(timeline)));
        } catch (IOException e) {
            LOG.warn("The result for {} cannot be kept; it will be made anew", file, e);
        }
    }
}
