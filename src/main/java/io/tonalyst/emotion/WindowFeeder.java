// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.LogMelExtractor;
import io.tonalyst.signal.ResampledChannel;
import io.tonalyst.signal.Samples;
import io.tonalyst.time.FrameRange;
import io.tonalyst.work.CancelToken;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes what the network is asked about, one batch after another: resampled sound, speech, windows
 * and their images, channel by channel, without ever holding a channel whole. For one thread at a
 * time.
 */
final class WindowFeeder {
    /** Windows of a batch. */
    private static final int BATCH = 16;

    /** Samples searched before something is told even if no batch is full: a minute. */
    private static final long SPELL = 60L * LogMel.SAMPLE_RATE;

    private final Samples samples;
    private final LogMelExtractor extractor;
    private final CancelToken cancel;
    private final float[] room = new float[SpeechWindow.LENGTH];
    private final Deque<SpeechWindow> waiting = new ArrayDeque<>();
    private @Nullable Channel current;
    private int channels;
    private double progress;

    /** A channel that is being searched. */
    private static final class Channel {
        private final ResampledChannel sound;
        private final VoiceActivity search;
        private int utterances;
        private boolean searched;

        Channel(ResampledChannel sound, CancelToken cancel) {
            this.sound = sound;
            this.search = new VoiceActivity(sound, cancel);
        }
    }

    /**
     * Some windows of one channel; none while speech is looked for.
     *
     * @param progress share of all that is done before them, 0 to 1; never falls
     */
    record Batch(int channel, List<SpeechWindow> windows, List<LogMel> images, double progress) {}

    WindowFeeder(Samples samples, LogMelExtractor extractor, CancelToken cancel) {
        this.samples = samples;
        this.extractor = extractor;
        this.cancel = cancel;
    }

    /**
     * The next batch; empty after the last.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    Optional<Batch> next() {
        while (true) {
            cancel.throwIfCancelled();
            Channel channel = current;
            if (channel == null) {
                if (channels == samples.channels()) {
                    return Optional.empty();
                }
                var sound = new ResampledChannel(samples, channels++, LogMel.SAMPLE_RATE);
                channel = new Channel(sound, cancel);
                current = channel;
            }
            search(channel);
            if (!channel.searched || !waiting.isEmpty()) {
                return Optional.of(batch(channel));
            }
            current = null;
        }
    }

    /** Looks for speech until there is enough for a batch, for a minute of sound at most. */
    private void search(Channel channel) {
        VoiceActivity search = channel.search;
        long until = search.position() + SPELL;
        while (!channel.searched && waiting.size() < BATCH && search.position() < until) {
            boolean listened = search.isListening();
            channel.searched = !search.step();
            for (Optional<FrameRange> found = search.next();
                    found.isPresent();
                    found = search.next()) {
                waiting.addAll(SpeechWindow.over(found.get(), channel.utterances++));
            }
            if (listened) {
                return;
            }
        }
    }

    private Batch batch(Channel channel) {
        SpeechWindow first = waiting.peek();
        long done = first == null ? channel.search.position() : first.sound().start();
        double share = (channels - 1 + channel.search.share(done)) / samples.channels();
        progress = Math.clamp(share, progress, 1);
        List<SpeechWindow> windows = new ArrayList<>();
        List<LogMel> images = new ArrayList<>();
        if (channel.searched || waiting.size() >= BATCH) {
            while (windows.size() < BATCH && !waiting.isEmpty()) {
                SpeechWindow window = waiting.remove();
                windows.add(window);
                images.add(image(channel.sound, window.sound()));
            }
        }
        return new Batch(channels - 1, windows, images, progress);
    }

    private LogMel image(ResampledChannel sound, FrameRange part) {
        sound.read(part.start(), room, (int) part.length());
        return extractor.extract(room, 0, (int) part.length());
    }
}
