// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Gathers decoded sound in memory, in blocks, so that memory grows with what a file really holds
 * and not with what its header claims.
 */
final class SignalCollector implements SoundReceiver {
    private final Path file;
    private final List<float[][]> blocks = new ArrayList<>();
    private SampleRate rate = new SampleRate(8000);
    private int channels = 1;
    private long maxFrames;
    private long frames;

    /**
     * @param file named in messages
     */
    SignalCollector(Path file) {
        this.file = file;
    }

    @Override
    public void begin(SampleRate soundRate, int soundChannels, OptionalDouble expectedSeconds) {
        rate = soundRate;
        channels = soundChannels;
        // Joining the blocks needs room for one channel more; the rest of the program wants some.
        long floats = Runtime.getRuntime().maxMemory() / 2 / Float.BYTES;
        maxFrames = Math.min(Integer.MAX_VALUE - 8, floats / (channels + 1));
    }

    @Override
    public void add(float[][] planes, int count) throws RecordingException {
        if (frames + count > maxFrames) {
            throw new RecordingException(
                    file
                            + " is too long for this program's memory: cut it into parts, or give Java more with -Xmx.");
        }
        float[][] block = new float[channels][];
        for (int c = 0; c < channels; c++) {
            block[c] = Arrays.copyOf(planes[c], count);
        }
        blocks.add(block);
        frames += count;
    }

    /** Moves everything that was added elsewhere; leaves the collector empty. */
    void moveTo(StoredSamples store) throws RecordingException {
        for (float[][] block : blocks) {
            store.add(block, block[0].length);
        }
        blocks.clear();
        frames = 0;
    }

    /** Everything that was added; leaves the collector empty. */
    Signal take() {
        float[][] joined = new float[channels][];
        for (int c = 0; c < channels; c++) {
            joined[c] = new float[(int) frames];
            int at = 0;
            for (float[][] block : blocks) {
                System.arraycopy(block[c], 0, joined[c], at, block[c].length);
                at += block[c].length;
                block[c] = new float[0];
            }
        }
        blocks.clear();
        frames = 0;
        return new Signal(rate, joined);
    }
}
