// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.work.ProgressSink;
import java.util.function.DoubleConsumer;

/**
 * Passes progress on only when a whole per cent more is done, so that no event queue is flooded.
 */
final class CoarseProgress implements ProgressSink {
    private final DoubleConsumer receiver;
    private double last = -1;

    CoarseProgress(DoubleConsumer receiver) {
        this.receiver = receiver;
    }

    @Override
    public synchronized void report(double fraction, String message) {
        if (fraction - last >= 0.01) {
            last = fraction;
            receiver.accept(fraction);
        }
    }
}
