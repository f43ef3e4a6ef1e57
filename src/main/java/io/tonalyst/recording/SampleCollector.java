// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Gathers decoded samples in blocks, so that memory grows with what a file really holds and not
 * with what its header claims. For one thread.
 */
final class SampleCollector {
    private static final int BLOCK = 1 << 16;

    /** Above this a sample is damage: 120 dB over full scale. */
    private static final float MAX_SAMPLE = 1e6f;

    private final Path file;
    private final int channels;
    private final long maxFrames;
    private final List<float[][]> blocks = new ArrayList<>();
    private long frames;
    private long replaced;

    /**
     * @param file named in messages
     * @param channels samples a frame
     */
    SampleCollector(Path file, int channels) {
        this.file = file;
        this.channels = channels;
        // Joining the blocks needs room for one channel more; the rest of the program wants some.
        long floats = Runtime.getRuntime().maxMemory() / 2 / Float.BYTES;
        this.maxFrames = Math.min(Integer.MAX_VALUE - 8, floats / (channels + 1));
    }

    /**
     * Adds frames.
     *
     * @param planes the channels one behind the other
     * @param stride distance between the starts of two channels, in samples
     * @param count frames to take from the start of each
     * @throws RecordingException with one sentence, if the recording is too long for the memory
     */
    void add(FloatPointer planes, int stride, int count) throws RecordingException {
        if (frames + count > maxFrames) {
            throw new RecordingException(
                    file
                            + " is too long for this program's memory: cut it into parts, or give Java more with -Xmx.");
        }
        for (int done = 0; done < count; ) {
            int place = (int) (frames % BLOCK);
            if (place == 0) {
                blocks.add(new float[channels][BLOCK]);
            }
            int part = Math.min(count - done, BLOCK - place);
            for (int c = 0; c < channels; c++) {
                float[] block = blocks.getLast()[c];
                planes.position((long) c * stride + done).get(block, place, part);
                clean(block, place, place + part);
            }
            planes.position(0);
            frames += part;
            done += part;
        }
    }

    private void clean(float[] block, int from, int to) {
        for (int i = from; i < to; i++) {
            // Written so that it also holds for NaN.
            if (!(Math.abs(block[i]) <= MAX_SAMPLE)) {
                block[i] = 0;
                replaced++;
            }
        }
    }

    /** Samples so far that were no numbers, or beyond reason, and became 0. */
    long replaced() {
        return replaced;
    }

    /** Everything added, one array a channel; leaves the collector empty. */
    float[][] take() {
        int length = (int) frames;
        float[][] joined = new float[channels][];
        for (int c = 0; c < channels; c++) {
            joined[c] = new float[length];
            for (int b = 0; b < blocks.size(); b++) {
                int start = b * BLOCK;
                float[][] block = blocks.get(b);
                System.arraycopy(block[c], 0, joined[c], start, Math.min(BLOCK, length - start));
                block[c] = new float[0];
            }
        }
        blocks.clear();
        frames = 0;
        return joined;
    }
}
