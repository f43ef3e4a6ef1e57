// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One channel of a sound at another rate, made block by block as it is read, and some of it kept:
 * it takes the same memory however long the sound is. The samples are those of {@link
 * Resampler#resample}. For one thread at a time.
 */
public final class ResampledChannel {
    /** Samples of a block, more or less. */
    private static final int BLOCK = 1 << 17;

    /** Samples kept at most, 32 MiB: nine minutes at 16 kHz, so that most calls are made once. */
    static final int KEPT = 1 << 23;

    /** Of a small heap this share at most: several channels may be read at a time. */
    private static final int SHARE = 16;

    private final Samples samples;
    private final int channel;
    private final long length;
    private final @Nullable Resampler resampler;
    private final int block;
    private final Map<Long, float[]> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final int mostBlocks;

    /**
     * @param samples all there; what is added later is not heard
     * @param hertz rate to read at, at least 1
     */
    public ResampledChannel(Samples samples, int channel, int hertz) {
        this(samples, channel, hertz, BLOCK, most());
    }

    /**
     * @param wanted samples of a block; rounded so that blocks begin where the resampler allows
     * @param most samples kept; one block is kept in any case
     */
    ResampledChannel(Samples samples, int channel, int hertz, int wanted, int most) {
        this.samples = samples;
        this.channel = channel;
        int from = samples.sampleRate().hertz();
        if (from == hertz) {
            resampler = null;
            length = samples.length();
            block = wanted;
        } else {
            resampler = new Resampler(from, hertz);
            length = resampler.outputs(samples.length());
            block = Math.max(1, wanted / resampler.grid()) * resampler.grid();
        }
        mostBlocks = Math.max(1, most / block);
    }

    private static int most() {
        return (int) Math.min(KEPT, Runtime.getRuntime().maxMemory() / SHARE / Float.BYTES);
    }

    /** Samples at the rate it is read at. */
    public long length() {
        return length;
    }

    /**
     * Copies samples; before the beginning and after the end there are zeros.
     *
     * @param from first sample, may lie outside the sound
     * @param into receives {@code count} samples from index 0 on
     * @throws java.util.concurrent.CancellationException once the sound is closed
     */
    public void read(long from, float[] into, int count) {
        if (resampler == null) {
            samples.read(channel, from, into, 0, count);
            return;
        }
        for (int done = 0; done < count; ) {
            long at = from + done;
            int some;
            if (at < 0 || at >= length) {
                some = (int) (at < 0 ? Math.min(-at, count - done) : count - done);
                Arrays.fill(into, done, done + some, 0);
            } else {
                float[] part = block(resampler, at / block);
                int place = (int) (at % block);
                some = Math.min(count - done, part.length - place);
                System.arraycopy(part, place, into, done, some);
            }
            done += some;
        }
    }

    private float[] block(Resampler filter, long number) {
        float[] known = kept.get(number);
        if (known != null) {
            return known;
        }
        if (kept.size() == mostBlocks) {
            kept.remove(kept.keySet().iterator().next());
        }
        long first = number * block;
        float[] made = new float[(int) Math.min(block, length - first)];
        float[] input = new float[filter.inputs(made.length)];
        samples.read(channel, filter.firstInput(first), input, 0, input.length);
        // Silence, such as that of one side of a call, stays what it is.
        if (!isSilent(input)) {
            filter.block(input, made);
        }
        kept.put(number, made);
        return made;
    }

    private static boolean isSilent(float[] x) {
        for (float sample : x) {
            if (sample != 0) {
                return false;
            }
        }
        return true;
    }

    /** Samples kept now. */
    int held() {
        return kept.values().stream().mapToInt(part -> part.length).sum();
    }
}
