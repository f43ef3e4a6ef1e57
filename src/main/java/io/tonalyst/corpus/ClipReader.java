// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import io.tonalyst.recording.Recording;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.LogMelExtractor;
import io.tonalyst.signal.Resampler;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;

/** Brings a clip, sound or image, into the log-mel form. Safe between threads. */
public final class ClipReader {
    private final RecordingDecoder decoder;
    private final LogMelExtractor extractor = new LogMelExtractor();

    public ClipReader(RecordingDecoder decoder) {
        this.decoder = decoder;
    }

    /**
     * Reads one clip; of sound, the mean of the channels at 16 kHz.
     *
     * @throws CorpusException with one sentence, if it cannot be read
     */
    public LogMel read(Clip clip, CancelToken cancel) throws CorpusException {
        if (clip.kind() == ClipKind.LOG_MEL) {
            return LogMelPng.read(clip.path());
        }
        try {
            Recording recording = decoder.decode(clip.path(), cancel, ProgressSink.NONE);
            float[] mono =
                    Resampler.resample(
                            recording.signal().mixdown(),
                            recording.signal().sampleRate().hertz(),
                            LogMel.SAMPLE_RATE);
            return extractor.extract(mono);
        } catch (RecordingException e) {
            throw new CorpusException(String.valueOf(e.getMessage()), e);
        }
    }
}
