// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.time.SampleRate;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A sink that keeps every position its device reports, for the synchrony diagnostic. Where a start
 * is repeated, what was reported before belongs to sound that was thrown away and is forgotten.
 */
final class ObservedSink implements AudioSink {
    private final AudioSink sink;
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
        this.place = place;
        this.sink = sink;
        this.origin = origin;
        this.reports = reports;
    }

    @Override
    public SampleRate sampleRate() {
        return sink.sampleRate();
    }

    @Override
    public boolean isAudible() {
        return sink.isAudible();
    }

    @Override
    public String name() {
        return sink.name();
    }

    @Override
    public void wake() {
        sink.wake();
    }

    @Override
    public boolean isReady() {
        return sink.isReady();
    }

    @Override
    public void rest() {
        sink.rest();
    }

    @Override
    public void start() {
        if (wasStarted && place != null) {
            reports.clear();
            offset = seconds(sink.framesPlayed()) - place.getAsDouble();
        }
        wasStarted = true;
        sink.start();
    }

    @Override
    public void stop() {
        sink.stop();
    }

    @Override
    public void flush() {
        sink.flush();
    }

    @Override
    public int available() {
        return sink.available();
    }

    @Override
    public boolean write(float[] stereo, int frames) {
        return sink.write(stereo, frames);
    }

    @Override
    public long framesPlayed() {
        double now = (System.nanoTime() - origin) / 1e9;
        long frames = sink.framesPlayed();
        reports.add(now, seconds(frames) - offset);
        return frames;
    }

    private double seconds(long frames) {
        return (double) frames / sink.sampleRate().hertz();
    }

    @Override
    public void close() {
        sink.close();
    }
}
