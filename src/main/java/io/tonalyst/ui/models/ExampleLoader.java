// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.ClipKind;
import io.tonalyst.corpus.ClipPart;
import io.tonalyst.corpus.ClipReader;
import io.tonalyst.corpus.CorpusException;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.LogMelExtractor;
import io.tonalyst.signal.Resampler;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.FrameRange;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Picks and reads one clip of each emotion of a corpus. */
final class ExampleLoader {
    private final RecordingDecoder decoder;
    private final ClipReader reader;
    private final LogMelExtractor extractor = new LogMelExtractor();

    ExampleLoader(RecordingDecoder decoder) {
        this.decoder = decoder;
        this.reader = new ClipReader(decoder);
    }

    /**
     * One clip of each emotion the corpus has, in the order of the emotions.
     *
     * @param number which clips: 0 the first ones, 1 the next ones, and so on, round and round
     */
    static List<Clip> pick(List<Clip> clips, String corpus, int number) {
        List<Clip> picked = new ArrayList<>();
        for (Emotion emotion : Emotion.ALL) {
            List<Clip> of =
                    clips.stream()
                            .filter(c -> c.corpus().title().equals(corpus))
                            .filter(c -> c.emotion() == emotion)
                            .toList();
            if (!of.isEmpty()) {
                // Neighbours in order are one speaker; a stride shows another each time.
                int stride = Math.max(1, of.size() * 5 / 13);
                picked.add(of.get((int) ((long) number * stride % of.size())));
            }
        }
        return picked;
    }

    /**
     * Reads clips; sound is kept as it is for playing.
     *
     * @throws CorpusException with one sentence, if one cannot be read
     */
    List<Example> read(List<Clip> clips, CancelToken cancel) throws CorpusException {
        List<Example> examples = new ArrayList<>();
        for (Clip clip : clips) {
            cancel.throwIfCancelled();
            examples.add(read(clip, cancel));
        }
        return examples;
    }

    private Example read(Clip clip, CancelToken cancel) throws CorpusException {
        if (clip.kind() != ClipKind.AUDIO) {
            return new Example(clip, reader.read(clip, cancel), Optional.empty());
        }
        try {
            Signal whole = decoder.decode(clip.path(), cancel, ProgressSink.NONE).signal();
            Signal sound = part(whole, clip.part());
            LogMel mel =
                    extractor.extract(
                            Resampler.resample(
                                    sound.mixdown(),
                                    sound.sampleRate().hertz(),
                                    LogMel.SAMPLE_RATE));
            return new Example(clip, mel, Optional.of(sound));
        } catch (RecordingException e) {
            throw new CorpusException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Signal part(Signal whole, ClipPart part) throws CorpusException {
        if (part.isWhole()) {
            return whole;
        }
        long start = whole.sampleRate().frames(part.startSeconds());
        long end =
                part.endSeconds() >= whole.seconds()
                        ? whole.frames()
                        : whole.sampleRate().frames(part.endSeconds());
        if (start >= end) {
            throw new CorpusException(
                    "A clip begins at %.3f s of a recording that lasts %.3f s."
                            .formatted(part.startSeconds(), whole.seconds()));
        }
        Signal cut = whole.slice(new FrameRange(start, end));
        return part.channel().isEmpty() || part.channel().getAsInt() >= cut.channels()
                ? cut
                : new Signal(cut.sampleRate(), cut.channel(part.channel().getAsInt()));
    }
}
