// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Hands decoded samples on in blocks of even size, and cleans them: decoded frames are as short as
 * some hundred samples. For one thread.
 */
final class BlockFeeder {
    private static final int BLOCK = 1 << 14;

    /** Above this a sample is damage: 120 dB over full scale. */
    private static final float MAX_SAMPLE = 1e6f;

    private final SoundReceiver receiver;
    private final float[][] block;
    private int filled;
    private long frames;
    private long replaced;

    /**
     * @param channels samples a frame
     */
    BlockFeeder(SoundReceiver receiver, int channels) {
        this.receiver = receiver;
        this.block = new float[channels][BLOCK];
    }

    /**
     * Adds frames.
     *
     * @param planes the channels one behind the other
     * @param stride distance between the starts of two channels, in samples
     * @param count frames to take from the start of each
     * @throws RecordingException from the receiver
     */
    void add(FloatPointer planes, int stride, int count) throws RecordingException {
        for (int done = 0; done < count; ) {
            int part = Math.min(count - done, BLOCK - filled);
            for (int c = 0; c < block.length; c++) {
                planes.position((long) c * stride + done).get(block[c], filled, part);
                clean(block[c], filled, filled + part);
            }
            planes.position(0);
            filled += part;
            done += part;
            frames += part;
            if (filled == BLOCK) {
                flush();
            }
        }
    }

    /** Hands on what is left. */
    void flush() throws RecordingException {
        int count = filled;
        filled = 0;
        if (count > 0) {
            receiver.add(block, count);
        }
    }

    private void clean(float[] samples, int from, int to) {
        for (int i = from; i < to; i++) {
            // Written so that it also holds for NaN.
            if (!(Math.abs(samples[i]) <= MAX_SAMPLE)) {
                samples[i] = 0;
                replaced++;
            }
        }
    }

    /** Frames so far. */
    long frames() {
        return frames;
    }

    /** Samples so far that were no numbers, or beyond reason, and became 0. */
    long replaced() {
        return replaced;
    }
}
