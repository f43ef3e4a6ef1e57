// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import io.tonalyst.time.SampleRate;
import java.util.Arrays;
import java.util.Objects;

/**
 * Sound in memory: one float array a channel, all of one length. Full scale is -1 to 1; decoded
 * integer samples are divided by 2^(bits-1), so that a 16-bit sample s is s/32768. The arrays are
 * not copied: whoever makes a signal gives them away.
 */
public final class Signal implements Samples {
    private static final int BLOCK_FRAMES = 4096;

    private final SampleRate sampleRate;
    private final float[][] channels;

    /**
     * @param channels at least one, all of one length, which may be 0
     */
    public Signal(SampleRate sampleRate, float[]... channels) {
        if (channels.length == 0) {
            throw new IllegalArgumentException("A signal has at least one channel");
        }
        for (float[] channel : channels) {
            if (channel.length != channels[0].length) {
                throw new IllegalArgumentException("The channels differ in length");
            }
        }
        this.sampleRate = Objects.requireNonNull(sampleRate);
        this.channels = channels.clone();
    }

    /**
     * All of a source, as two channels.
     *
     * @throws ArithmeticException if it is longer than an array can be
     */
    public static Signal of(PcmSource source) {
        int frames = Math.toIntExact(source.frames());
        float[] left = new float[frames];
        float[] right = new float[frames];
        float[] stereo = new float[2 * BLOCK_FRAMES];
        for (int start = 0; start < frames; start += BLOCK_FRAMES) {
            int count = Math.min(BLOCK_FRAMES, frames - start);
            source.read(start, stereo, 0, count);
            for (int i = 0; i < count; i++) {
                left[start + i] = stereo[2 * i];
                right[start + i] = stereo[2 * i + 1];
            }
        }
        return new Signal(source.sampleRate(), left, right);
    }

    @Override
    public SampleRate sampleRate() {
        return sampleRate;
    }

    @Override
    public int channels() {
        return channels.length;
    }

    /** Frames, that is samples a channel. */
    public int frames() {
        return channels[0].length;
    }

    @Override
    public long length() {
        return frames();
    }

    @Override
    public void read(int channel, long frame, float[] into, int offset, int count) {
        float[] samples = channels[channel];
        int before = Math.clamp(-frame, 0, count);
        int inside = Math.clamp(samples.length - frame - before, 0, count - before);
        Arrays.fill(into, offset, offset + before, 0);
        if (inside > 0) {
            System.arraycopy(samples, (int) (frame + before), into, offset + before, inside);
        }
        Arrays.fill(into, offset + before + inside, offset + count, 0);
    }

    /** The samples of one channel themselves, to be read only. */
    public float[] channel(int index) {
        return channels[index];
    }

    /** The mean of the channels; the samples themselves, uncopied, when there is only one. */
    public float[] mixdown() {
        if (channels.length == 1) {
            return channels[0];
        }
        float[] mean = new float[frames()];
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            for (float[] channel : channels) {
                sum += channel[i];
            }
            mean[i] = (float) (sum / channels.length);
        }
        return mean;
    }
}
