// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.signal.PcmSource;

/**
 * The part of a source that is played again and again, in source frames; without a loop it reaches
 * to infinity and nothing wraps.
 *
 * @param start first frame
 * @param end frame after the last, above {@code start}
 */
record Loop(long start, double end) {
    static final Loop NONE = new Loop(0, Double.POSITIVE_INFINITY);

    /**
     * The loop between two frames, clamped to the source and on whole frames; none where less than
     * {@link Playback#MIN_LOOP_SECONDS} is left.
     */
    static Loop within(PcmSource source, double startFrame, double endFrame) {
        double start = Math.rint(Math.max(0, startFrame));
        double end = Math.rint(Math.min(source.frames(), endFrame));
        return end - start >= Playback.MIN_LOOP_SECONDS * source.sampleRate().hertz()
                ? new Loop((long) start, end)
                : NONE;
    }

    boolean isNone() {
        return end == Double.POSITIVE_INFINITY;
    }

    /** Whether playback may be at this frame; what lies before the loop runs into it. */
    boolean contains(double frame) {
        return frame < end;
    }

    /** The frame that is played where counting on would give {@code frame}. */
    double wrap(double frame) {
        return frame < end ? frame : start + (frame - start) % (end - start);
    }
}
