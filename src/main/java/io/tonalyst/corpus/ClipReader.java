// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.LogMelExtractor;
import io.tonalyst.signal.Resampler;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.FrameRange;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.Locale;

/** Brings a clip, sound or image, into the log-mel form. Safe between threads. */
public final class ClipReader {
    private final RecordingDecoder decoder;
    private final RecentSounds recent;
    private final LogMelExtractor extractor = new LogMelExtractor();

    public ClipReader(RecordingDecoder decoder) {
        this.decoder = decoder;
        this.recent = new RecentSounds(decoder);
    }

    /**
     * Reads one clip; of sound, the mean of the channels at 16 kHz, or the channel and the stretch
     * that the clip's part names.
     *
     * @throws CorpusException with one sentence, if it cannot be read
     */
    public LogMel read(Clip clip, CancelToken cancel) throws CorpusException {
        if (clip.kind() == ClipKind.LOG_MEL) {
            return LogMelPng.read(clip.path());
        }
        return extractor.extract(sound(clip, cancel));
    }

    /**
     * Reads the sound of a clip that has one: the mean of the channels at 16 kHz.
     *
     * @throws CorpusException with one sentence, if it cannot be read
     */
    public float[] sound(Clip clip, CancelToken cancel) throws CorpusException {
        try {
            Signal signal =
                    clip.part().isWhole()
                            ? decoder.decode(clip.path(), cancel, ProgressSink.NONE).signal()
                            : cut(recent.signal(clip.path(), cancel), clip.part(), clip.path());
            return Resampler.resample(
                    signal.mixdown(), signal.sampleRate().hertz(), LogMel.SAMPLE_RATE);
        } catch (RecordingException e) {
            throw new CorpusException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Signal cut(Signal signal, ClipPart part, Path file) throws CorpusException {
        int channel = part.channel().orElse(0);
        if (channel >= signal.channels()) {
            throw new CorpusException(
                    "%s has %d channels, so that there is no channel %d; 0 is the first."
                            .formatted(file, signal.channels(), channel));
        }
        if (part.startSeconds() >= signal.seconds()) {
            throw new CorpusException(
                    String.format(
                            Locale.ROOT,
                            "%s lasts %.1f s, so that the part from %.1f s is not in it.",
                            file,
                            signal.seconds(),
                            part.startSeconds()));
        }
        Signal heard =
                part.channel().isPresent()
                        ? new Signal(signal.sampleRate(), signal.channel(channel))
                        : signal;
        double end = Math.min(part.endSeconds(), signal.seconds());
        long from = signal.sampleRate().frames(part.startSeconds());
        long to = Math.min(signal.frames(), signal.sampleRate().frames(end));
        return heard.slice(new FrameRange(from, Math.max(from, to)));
    }
}
