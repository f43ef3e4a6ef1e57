// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.CorpusException;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.signal.ReferenceFeatures;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.FrameRange;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;

/** Reads of a clip what the reference reads: 2.5 s from 0.6 s on. Safe between threads. */
final class ReferenceClipReader {
    private static final double OFFSET_S = 0.6;
    private static final double DURATION_S = 2.5;

    private final RecordingDecoder decoder;

    ReferenceClipReader(RecordingDecoder decoder) {
        this.decoder = decoder;
    }

    /** Samples of a clip that lasts long enough. */
    static int fullLength() {
        return (int) Math.ceil(DURATION_S * ReferenceFeatures.SAMPLE_RATE);
    }

    /**
     * The part of the clip, the mean of its channels, at 22,050 Hz; shorter if the clip ends
     * before.
     *
     * @throws CorpusException with one sentence, if it cannot be read or ends before 0.6 s
     */
    float[] read(Clip clip, CancelToken cancel) throws CorpusException {
        Signal whole;
        try {
            whole = decoder.decode(clip.path(), cancel, ProgressSink.NONE).signal();
        } catch (RecordingException e) {
            throw new CorpusException(String.valueOf(e.getMessage()), e);
        }
        int rate = whole.sampleRate().hertz();
        long start = (long) (OFFSET_S * rate);
        long end = Math.min(whole.frames(), start + (long) (DURATION_S * rate));
        if (start >= end) {
            throw new CorpusException(
                    clip.path() + " ends before " + OFFSET_S + " s, where the reference begins.");
        }
        return ReferenceFeatures.prepare(whole.slice(new FrameRange(start, end)));
    }
}
