// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A sink that keeps every position its device reports, for the synchrony diagnostic. Where a start
 * is repeated, what was reported before belongs to sound that was thrown away and is forgotten.
 */
final class ObservedSink extends ForwardingSink {
    private final long origin;
    private final TimedPoints reports;
    private final @Nullable DoubleSupplier place;
    private boolean wasStarted;
    private double offset;

    /**
     * @param origin {@code System.nanoTime} that counts as second 0
     * @param reports filled with positions in seconds
     * @param place seconds of the source that the next frame belongs to, where starts may be
     *     repeated; null to keep all reports
     */
    ObservedSink(AudioSink sink, long origin, TimedPoints reports, @Nullable DoubleSupplier place) {
        super(sink);
        this.place = place;
        this.origin = origin;
        this.reports = reports;
    }

    @Override
    public void start() {
        if (wasStarted && place != null) {
            reports.clear();
            offset = seconds(super.framesPlayed()) - place.getAsDouble();
        }
        wasStarted = true;
        super.start();
    }

    @Override
    public long framesPlayed() {
        double now = (System.nanoTime() - origin) / 1e9;
        long frames = super.framesPlayed();
        reports.add(now, seconds(frames) - offset);
        return frames;
    }

    private double seconds(long frames) {
        return (double) frames / sampleRate().hertz();
    }
}
