// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.time;

/**
 * A half-open range of frames: {@code start} belongs to it, {@code end} does not.
 *
 * @param start first frame, at least 0
 * @param end frame after the last, at least {@code start}
 */
public record FrameRange(long start, long end) {
    public FrameRange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("Not a frame range: " + start + " to " + end);
        }
    }

    public long length() {
        return end - start;
    }

    public boolean isEmpty() {
        return start == end;
    }

    public boolean contains(long frame) {
        return frame >= start && frame < end;
    }
}
