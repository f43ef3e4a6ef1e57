// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.LogMelExtractor;
import io.tonalyst.signal.Resampler;
import io.tonalyst.signal.Samples;
import io.tonalyst.work.CancelToken;
import java.util.List;
import java.util.Optional;

/**
 * Makes what the network is asked about, one batch after another: resampled sound, speech, windows
 * and their images, channel by channel. For one thread at a time.
 */
final class WindowFeeder {
    /** Windows of a batch. */
    private static final int BATCH = 16;

    private final Samples samples;
    private final LogMelExtractor extractor;
    private final CancelToken cancel;
    private int channel = -1;
    private float[] sound = {};
    private List<SpeechWindow> speech = List.of();
    private int done;

    /**
     * Some windows of one channel.
     *
     * @param progress share of the channel that is done before them, 0 to 1
     */
    record Batch(int channel, List<SpeechWindow> windows, List<LogMel> images, double progress) {}

    WindowFeeder(Samples samples, LogMelExtractor extractor, CancelToken cancel) {
        this.samples = samples;
        this.extractor = extractor;
        this.cancel = cancel;
    }

    /**
     * The next batch, none after the last; channels without speech are passed over.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    Optional<Batch> next() {
        while (done == speech.size()) {
            if (channel == samples.channels() - 1) {
                return Optional.empty();
            }
            begin(channel + 1);
        }
        cancel.throwIfCancelled();
        List<SpeechWindow> windows = speech.subList(done, Math.min(speech.size(), done + BATCH));
        var batch =
                new Batch(
                        channel,
                        windows,
                        windows.stream().map(this::image).toList(),
                        (double) done / speech.size());
        done += windows.size();
        return Optional.of(batch);
    }

    private void begin(int number) {
        cancel.throwIfCancelled();
        channel = number;
        done = 0;
        float[] all = new float[Math.toIntExact(samples.length())];
        samples.read(channel, 0, all, 0, all.length);
        sound = Resampler.resample(all, samples.sampleRate().hertz(), LogMel.SAMPLE_RATE);
        cancel.throwIfCancelled();
        speech = SpeechWindow.over(VoiceActivity.find(sound));
    }

    private LogMel image(SpeechWindow window) {
        return extractor.extract(sound, (int) window.sound().start(), (int) window.sound().end());
    }
}
