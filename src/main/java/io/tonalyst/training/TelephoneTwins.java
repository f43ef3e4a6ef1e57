// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.ClipKind;
import io.tonalyst.corpus.ClipReader;
import io.tonalyst.corpus.CorpusException;
import io.tonalyst.emotion.NetworkImage;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.signal.LogMelExtractor;
import io.tonalyst.training.robustness.TelephoneLines;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Images of clips as they sound over the telephone. Of clips that are images without sound nothing
 * can be sent; they stay as they are, for {@link Augmenter} to cut.
 */
final class TelephoneTwins {
    private static final int REPORT_EVERY = 200;

    private final ClipReader reader;
    private final TelephoneLines lines;
    private final LogMelExtractor extractor = new LogMelExtractor();

    TelephoneTwins(RecordingDecoder decoder) {
        this.reader = new ClipReader(decoder);
        this.lines = new TelephoneLines(decoder);
    }

    /** Whether a clip has sound that can be sent. */
    static boolean hasSound(Clip clip) {
        return clip.kind() != ClipKind.LOG_MEL;
    }

    /**
     * @return the same clips, with other images where they have sound
     * @throws IOException with one sentence, if a clip cannot be read or coded
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    ClipImages of(ClipImages images, CancelToken cancel, ProgressSink progress) throws IOException {
        List<Clip> clips = images.clips();
        List<ClipImage> twins = new ArrayList<>(clips.size());
        for (Clip clip : clips) {
            cancel.throwIfCancelled();
            twins.add(hasSound(clip) ? twin(clip, cancel) : images.of(clip));
            if (twins.size() % REPORT_EVERY == 0) {
                progress.report(
                        (double) twins.size() / clips.size(),
                        "Sent " + twins.size() + " of " + clips.size() + " clips by telephone");
            }
        }
        return new ClipImages(twins, List.of());
    }

    private ClipImage twin(Clip clip, CancelToken cancel) throws IOException {
        try {
            float[] sent = lines.send(reader.sound(clip, cancel), clip.id());
            return ClipImage.of(clip, NetworkImage.of(extractor.extract(sent)));
        } catch (CorpusException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
