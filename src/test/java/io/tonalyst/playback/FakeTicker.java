// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.time.Ticker;
import java.util.concurrent.atomic.AtomicLong;

/** Time that stands until it is moved. */
final class FakeTicker implements Ticker {
    private final AtomicLong now = new AtomicLong(1_000_000_000_000L);

    @Override
    public long nanos() {
        return now.get();
    }

    void advance(double seconds) {
        now.addAndGet(Math.round(seconds * 1e9));
    }
}
