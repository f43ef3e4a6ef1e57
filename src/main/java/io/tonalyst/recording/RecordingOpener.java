// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import io.tonalyst.signal.PeakPyramid;
import io.tonalyst.signal.Samples;
import io.tonalyst.time.SampleRate;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Opens recordings of any length: their sound is decoded onto the disk and summarised as it comes.
 * Safe between threads.
 */
public final class RecordingOpener {
    private final RecordingDecoder decoder;
    private final SampleStore store;

    public RecordingOpener(RecordingDecoder decoder, SampleStore store) {
        this.decoder = decoder;
        this.store = store;
    }

    /**
     * Opens a file on the calling thread.
     *
     * @param begun given the recording as soon as there is something of it, on this thread; from
     *     then on its samples are the receiver's to close, whatever becomes of the rest
     * @return the recording, with the same samples
     * @throws RecordingException with one sentence, if it cannot be decoded or kept
     * @throws CancellationException if cancelled, or closed meanwhile
     */
    public OpenedRecording open(
            Path file, Consumer<OpenedRecording> begun, CancelToken cancel, ProgressSink progress)
            throws RecordingException {
        var receiver = new Receiver(file, begun);
        boolean finished = false;
        try {
            RecordingFacts facts = decoder.decode(file, receiver, cancel, progress);
            OpenedRecording whole = receiver.finish(facts);
            finished = true;
            return whole;
        } finally {
            if (!finished) {
                receiver.drop();
            }
        }
    }

    /**
     * Decodes a file on the calling thread, to be gone through once: without summaries for drawing,
     * and onto the disk only if it is too long for the memory.
     *
     * @return the recording, whose samples are the caller's to close
     * @throws RecordingException with one sentence, if it cannot be decoded or kept
     * @throws CancellationException if cancelled
     */
    public OpenedRecording read(Path file, CancelToken cancel, ProgressSink progress)
            throws RecordingException {
        var keeper = new SoundKeeper(store, file);
        boolean finished = false;
        try {
            RecordingFacts facts = decoder.decode(file, keeper, cancel, progress);
            Samples samples = keeper.finish();
            finished = true;
            return new OpenedRecording(
                    file, samples, List.of(), samples.seconds(), Optional.of(facts));
        } finally {
            if (!finished) {
                keeper.drop();
            }
        }
    }

    private final class Receiver implements SoundReceiver {
        private final Path file;
        private final Consumer<OpenedRecording> begun;
        private final List<PeakPyramid> peaks = new ArrayList<>();
        private @Nullable StoredSamples samples;
        private OptionalDouble expected = OptionalDouble.empty();
        private boolean told;

        Receiver(Path file, Consumer<OpenedRecording> begun) {
            this.file = file;
            this.begun = begun;
        }

        @Override
        public void begin(SampleRate rate, int channels, OptionalDouble expectedSeconds) {
            samples = store.begin(file, rate, channels);
            for (int c = 0; c < channels; c++) {
                peaks.add(new PeakPyramid(samples, c));
            }
            expected = expectedSeconds;
        }

        @Override
        public void add(float[][] planes, int count) throws RecordingException {
            StoredSamples growing = samples();
            growing.add(planes, count);
            for (int c = 0; c < planes.length; c++) {
                peaks.get(c).append(planes[c], 0, count);
            }
            if (!told && expected.isPresent()) {
                tell(growing);
            }
        }

        private void tell(StoredSamples growing) {
            told = true;
            begun.accept(opened(growing, expected.orElse(0), Optional.empty()));
        }

        OpenedRecording finish(RecordingFacts facts) throws RecordingException {
            StoredSamples all = samples();
            all.finish();
            if (!told) {
                expected = OptionalDouble.of(all.seconds());
                tell(all);
            }
            return opened(all, all.seconds(), Optional.of(facts));
        }

        private OpenedRecording opened(
                StoredSamples sound, double seconds, Optional<RecordingFacts> facts) {
            return new OpenedRecording(
                    file, sound, peaks, Math.max(seconds, sound.seconds()), facts);
        }

        private StoredSamples samples() {
            if (samples == null) {
                throw new IllegalStateException("No sound was begun");
            }
            return samples;
        }

        /** Gives back what nobody else closes. */
        void drop() {
            if (samples != null && !told) {
                samples.close();
            }
        }
    }
}
