// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import io.tonalyst.time.FrameRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts stretches of speech into the overlapping windows the network is asked about.
 *
 * @param sound samples the network hears, at 16 kHz
 * @param stands samples the answer stands for; of one stretch these touch and do not overlap
 * @param utterance number of the stretch of speech it belongs to
 */
record SpeechWindow(FrameRange sound, FrameRange stands, int utterance) {
    /** Length of a window: 3 s, what the network was trained on. */
    static final int LENGTH = 48_000;

    /** Samples between windows: 1 s. */
    static final int HOP = 16_000;

    /**
     * Windows over one stretch of speech in order of time, at least one.
     *
     * @param utterance number of the stretch
     */
    static List<SpeechWindow> over(FrameRange stretch, int utterance) {
        List<SpeechWindow> windows = new ArrayList<>();
        long spare = Math.max(0, stretch.length() - LENGTH);
        // The windows are spread evenly, so that the last one ends with the speech.
        long count = 1 + (spare + HOP - 1) / HOP;
        for (long i = 0; i < count; i++) {
            long start = stretch.start() + (count == 1 ? 0 : spare * i / (count - 1));
            long end = Math.min(stretch.end(), start + LENGTH);
            long from = i == 0 ? stretch.start() : windows.getLast().stands().end();
            long to =
                    i == count - 1 ? stretch.end() : start + LENGTH / 2 + spare / (2 * (count - 1));
            windows.add(
                    new SpeechWindow(
                            new FrameRange(start, end), new FrameRange(from, to), utterance));
        }
        return windows;
    }
}
