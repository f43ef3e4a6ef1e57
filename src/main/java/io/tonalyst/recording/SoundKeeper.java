// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import io.tonalyst.signal.Samples;
import io.tonalyst.time.SampleRate;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Keeps decoded sound where it fits: that of a usual call in memory, a longer one on the disk. For
 * one thread.
 */
final class SoundKeeper implements SoundReceiver {
    /** Samples kept in memory at most, 32 MiB: nine minutes of telephone quality in stereo. */
    static final int MOST = 1 << 23;

    /** Several recordings may be read at a time: no more than this share of the memory each. */
    private static final int SHARE = 16;

    private final SampleStore store;
    private final Path file;
    private final SignalCollector collector;
    private final long most;
    private SampleRate rate = new SampleRate(8000);
    private int channels = 1;
    private long frames;
    private @Nullable StoredSamples stored;

    /**
     * @param file named in messages
     */
    SoundKeeper(SampleStore store, Path file) {
        this.store = store;
        this.file = file;
        this.collector = new SignalCollector(file);
        this.most = Math.min(MOST, Runtime.getRuntime().maxMemory() / SHARE / Float.BYTES);
    }

    @Override
    public void begin(SampleRate soundRate, int soundChannels, OptionalDouble expectedSeconds) {
        rate = soundRate;
        channels = soundChannels;
        collector.begin(soundRate, soundChannels, expectedSeconds);
    }

    @Override
    public void add(float[][] planes, int count) throws RecordingException {
        StoredSamples out = stored;
        frames += count;
        if (out == null && frames > most / channels) {
            out = store.begin(file, rate, channels);
            stored = out;
            collector.moveTo(out);
        }
        if (out == null) {
            collector.add(planes, count);
        } else {
            out.add(planes, count);
        }
    }

    /** All that was added; to be closed by the caller. */
    Samples finish() throws RecordingException {
        StoredSamples out = stored;
        if (out == null) {
            return collector.take();
        }
        out.finish();
        return out;
    }

    /** Gives back what was kept so far. */
    void drop() {
        if (stored != null) {
            stored.close();
        }
    }
}
