// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

/**
 * Divides the height of a pane into one lane a channel.
 *
 * @param count number of lanes, at least 1
 * @param height of the pane in pixels
 */
record Lanes(int count, double height) {
    private static final double GAP = 4;

    double laneHeight() {
        return Math.max(1, Math.floor((height - GAP * (count - 1)) / count));
    }

    double top(int lane) {
        return lane * (laneHeight() + GAP);
    }

    /** The lane at y, the nearest one in a gap. */
    int at(double y) {
        return (int) Math.clamp(y / (laneHeight() + GAP), 0, count - 1);
    }

    /** What a channel is called. */
    static String name(int channel, int channels) {
        return switch (channels) {
            case 1 -> "Mono";
            case 2 -> channel == 0 ? "Left" : "Right";
            default -> "Ch " + (channel + 1);
        };
    }
}
