// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.time.SampleRate;

/** A sink that passes everything on to another, for those that look at some of it. */
abstract class ForwardingSink implements AudioSink {
    private final AudioSink sink;

    ForwardingSink(AudioSink sink) {
        this.sink = sink;
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
        return sink.framesPlayed();
    }

    @Override
    public void close() {
        sink.close();
    }
}
