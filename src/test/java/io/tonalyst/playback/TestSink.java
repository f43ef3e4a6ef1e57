// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.time.SampleRate;
import io.tonalyst.time.Ticker;
import java.util.ArrayList;
import java.util.List;

/** An audible device in the time of a ticker, which keeps what it plays and can be pulled out. */
final class TestSink implements AudioSink {
    private final SilentSink sink;
    private final List<Float> left = new ArrayList<>();
    private boolean gone;
    private boolean frozen;
    private long frozenAt;
    private long ahead;
    private boolean running;

    TestSink(SampleRate rate, Ticker ticker) {
        sink = new SilentSink(rate, ticker);
    }

    /** The device fails at the next write. */
    void pullOut() {
        gone = true;
    }

    /** The device neither plays nor fails any more. */
    void freeze() {
        frozen = true;
        frozenAt = sink.framesPlayed();
    }

    /** The device counts frames as played that it has merely taken, until it is flushed. */
    void renderAhead(long frames) {
        ahead = frames;
    }

    boolean isRunning() {
        return running;
    }

    /** Left samples written so far. */
    List<Float> left() {
        return left;
    }

    @Override
    public SampleRate sampleRate() {
        return sink.sampleRate();
    }

    @Override
    public boolean isAudible() {
        return true;
    }

    @Override
    public String name() {
        return "test device";
    }

    @Override
    public void start() {
        running = true;
        sink.start();
    }

    @Override
    public void stop() {
        running = false;
        sink.stop();
    }

    @Override
    public void flush() {
        ahead = 0;
        sink.flush();
    }

    @Override
    public int available() {
        return frozen ? 0 : sink.available();
    }

    @Override
    public boolean write(float[] stereo, int frames) {
        if (gone) {
            return false;
        }
        for (int i = 0; i < frames; i++) {
            left.add(stereo[2 * i]);
        }
        return sink.write(stereo, frames);
    }

    @Override
    public long framesPlayed() {
        return frozen ? frozenAt : sink.framesPlayed() + ahead;
    }

    @Override
    public void close() {
        sink.close();
    }
}
