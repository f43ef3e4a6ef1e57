// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

/**
 * Watches the start of a sink. Nothing sounds faster than in real time: a device whose position is
 * far ahead of that has counted as played what nobody hears, and the start has to be repeated once
 * it has caught up. Audio thread only.
 */
final class StartWatch {
    /** A start is watched for so long. */
    private static final long WATCH_NANOS = 1_500_000_000;

    /** More than devices and servers take over in advance. */
    private static final double AHEAD_SECONDS = 0.35;

    /** Wait before the next try, and how many tries there are. */
    private static final long RETRY_NANOS = 300_000_000;

    private static final int MOST_RETRIES = 5;

    private final int hertz;
    private long startedAt;
    private long startedPlayed;
    private long notBefore = Long.MIN_VALUE;
    private int retries;

    StartWatch(int hertz) {
        this.hertz = hertz;
    }

    /** Whether the wait after a start that failed is over. */
    boolean mayStart(long now) {
        return now >= notBefore;
    }

    /**
     * The sink starts.
     *
     * @param played its position
     */
    void started(long now, long played) {
        startedAt = now;
        startedPlayed = played;
    }

    /** Whether the device is farther than any sound can be, and another try is worth it. */
    boolean hasFailed(long now, long played) {
        if (now - startedAt > WATCH_NANOS) {
            retries = 0;
            return false;
        }
        double elapsed = (now - startedAt) / 1e9;
        return retries < MOST_RETRIES && played - startedPlayed > (elapsed + AHEAD_SECONDS) * hertz;
    }

    /** The start will be repeated. */
    void repeat(long now) {
        retries++;
        notBefore = now + RETRY_NANOS;
    }
}
