// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import org.jspecify.annotations.Nullable;

/**
 * The magnitude spectra of a clip, block by block. Those of a clip of up to a minute and a half are
 * kept; those of a longer one, which would not fit the memory, are computed each time they are
 * asked for. For one thread.
 */
final class MagnitudeSpectra {
    /**
     * Spectra of consecutive frames, bin by bin: loops over frames add up in vector code.
     *
     * @param frames number of frames, at least 1
     * @param magnitude |X| of bin k and frame f at {@code k * frames + f}
     */
    record Block(int frames, float[] magnitude) {
        int bins() {
            return magnitude.length / frames;
        }
    }

    /** Frames of a block. */
    private static final int BLOCK = 32;

    /** Blocks kept, 17 MB at windows of 2048 samples. */
    private static final int MAX_KEPT = 128;

    private final PreciseStft stft;
    private final PreciseStft.Room room;
    private final float[] x;
    private final int hop;
    private final int frames;
    private final float[][] columns;
    private final @Nullable Block[] kept;

    /**
     * @param x at least one sample
     * @param hop samples between the centres of frames, the first of which is sample 0
     */
    MagnitudeSpectra(PreciseStft stft, float[] x, int hop) {
        this.stft = stft;
        this.room = stft.new Room();
        this.x = x;
        this.hop = hop;
        this.frames = Stft.columns(x.length, hop);
        this.columns = new float[Math.min(BLOCK, frames)][stft.bins()];
        this.kept = new Block[Math.min(blocks(), MAX_KEPT)];
    }

    int frames() {
        return frames;
    }

    int blocks() {
        return (frames + BLOCK - 1) / BLOCK;
    }

    /** Number of the first frame of a block. */
    int firstFrame(int block) {
        return block * BLOCK;
    }

    /** The spectra of one block, to be read only. */
    Block block(int block) {
        boolean isKept = block < kept.length;
        Block known = isKept ? kept[block] : null;
        if (known != null) {
            return known;
        }
        Block computed = compute(firstFrame(block));
        if (isKept) {
            kept[block] = computed;
        }
        return computed;
    }

    private Block compute(int first) {
        int count = Math.min(BLOCK, frames - first);
        for (int frame = 0; frame < count; frame++) {
            stft.magnitude(x, (long) (first + frame) * hop, columns[frame], room);
        }
        float[] magnitude = new float[stft.bins() * count];
        int place = 0;
        for (int bin = 0; bin < stft.bins(); bin++) {
            for (int frame = 0; frame < count; frame++) {
                magnitude[place++] = columns[frame][bin];
            }
        }
        return new Block(count, magnitude);
    }
}
