// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training.robustness;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.ClipKind;
import io.tonalyst.corpus.ClipReader;
import io.tonalyst.corpus.CorpusException;
import io.tonalyst.corpus.Fold;
import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.LogMelExtractor;
import io.tonalyst.training.robustness.RobustnessFiles.Row;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tries networks on changed sound of clips they did not learn from. */
public final class Robustness {
    private final ClipReader reader;
    private final List<Degradation> degradations;
    private final LogMelExtractor extractor = new LogMelExtractor();
    private final List<Row> rows = new ArrayList<>();

    public Robustness(RecordingDecoder decoder) {
        this.reader = new ClipReader(decoder);
        this.degradations = new Degradations(decoder).all();
    }

    /**
     * Tries one network on the test clips of its fold, as far as their sound is there.
     *
     * @throws IOException with one sentence, if a clip cannot be read or coded
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public void add(EmotionModel model, Fold fold, CancelToken cancel, ProgressSink progress)
            throws IOException {
        List<Clip> clips = fold.test().stream().filter(c -> c.kind() != ClipKind.LOG_MEL).toList();
        for (int i = 0; i < clips.size(); i++) {
            cancel.throwIfCancelled();
            progress.report(
                    (double) i / clips.size(),
                    "Fold " + fold.index() + ": clip " + i / 50 * 50 + " of " + clips.size());
            add(model, clips.get(i), fold.index(), cancel);
        }
    }

    private void add(EmotionModel model, Clip clip, int fold, CancelToken cancel)
            throws IOException {
        float[] mono;
        try {
            mono = reader.sound(clip, cancel);
        } catch (CorpusException e) {
            throw new IOException(e.getMessage(), e);
        }
        List<LogMel> images = new ArrayList<>();
        for (Degradation degradation : degradations) {
            images.add(extractor.extract(degradation.apply(mono, clip.id())));
        }
        var told = model.predict(images);
        for (int k = 0; k < told.size(); k++) {
            rows.add(
                    new Row(
                            clip.id(),
                            clip.corpus().title(),
                            clip.speaker(),
                            fold,
                            degradations.get(k).key(),
                            clip.emotion(),
                            told.get(k).toArray()));
        }
    }

    /**
     * The figures of all that was added.
     *
     * @throws IOException with one sentence, if there was no sound
     */
    public RobustnessReport report() throws IOException {
        if (rows.isEmpty()) {
            throw new IOException(
                    "None of the test clips has sound; give the folder of a corpus with recordings.");
        }
        Map<String, String> descriptions = new LinkedHashMap<>();
        degradations.forEach(d -> descriptions.put(d.key(), d.description()));
        return RobustnessFiles.report(RobustnessFiles.parse(rowLines()), descriptions);
    }

    /** One row a clip and condition, with a header: what the report follows from. */
    public String rows() {
        return RobustnessFiles.text(rows);
    }

    /** The figures come from the rows as they are written, so that they can be computed again. */
    private List<String> rowLines() {
        return rows().lines().toList();
    }
}
