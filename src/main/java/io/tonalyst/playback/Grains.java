// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Short pieces of sound for scrubbing: each of 16 blocks (80 ms at 48 kHz), faded in and out over
 * one block. While the pointer moves, a new grain cuts in with a crossfade once the one before has
 * sounded for half its length, so that dragging is heard without the grains starving each other.
 * Audio thread only.
 */
final class Grains {
    private static final int BLOCKS = 16;
    private static final int BLOCKS_BEFORE_NEXT = 8;

    private final FrameReader reader;
    private final float[] fading;
    private @Nullable Span sounding;
    private @Nullable Span waiting;
    private int block;
    private int quietBlocks;

    Grains(FrameReader reader, int blockFrames) {
        this.reader = reader;
        this.fading = new float[2 * blockFrames];
    }

    /** Sounds a grain at the start of a span that has not been started, as soon as may be. */
    void ask(Span grain) {
        waiting = grain;
    }

    void clear() {
        sounding = null;
        waiting = null;
        quietBlocks = 0;
    }

    /** Blocks of silence since the last grain. */
    int quietBlocks() {
        return quietBlocks;
    }

    /** Fills one block, from the given sink frame on. */
    void fill(long sinkFrame, int sinkHertz, float[] stereo, int frames) {
        Arrays.fill(stereo, 0, 2 * frames, 0);
        Span grain = sounding;
        Span next = waiting;
        boolean cut = next != null && (grain == null || block >= BLOCKS_BEFORE_NEXT);
        if (grain != null) {
            boolean last = cut || block == BLOCKS - 1;
            add(grain, sinkFrame, stereo, frames, block == 0 ? 0 : 1, last ? 0 : 1);
            block++;
            if (last) {
                sounding = null;
            }
        }
        if (cut && next != null) {
            next.start(sinkFrame, next.startFrame(), sinkHertz);
            add(next, sinkFrame, stereo, frames, 0, 1);
            sounding = next;
            waiting = null;
            block = 1;
        }
        quietBlocks = sounding == null && !cut ? quietBlocks + 1 : 0;
    }

    private void add(
            Span grain, long sinkFrame, float[] stereo, int frames, double from, double to) {
        reader.read(grain, sinkFrame, fading, frames);
        for (int i = 0; i < frames; i++) {
            float gain = (float) (from + (to - from) * i / frames);
            stereo[2 * i] += gain * fading[2 * i];
            stereo[2 * i + 1] += gain * fading[2 * i + 1];
        }
    }
}
