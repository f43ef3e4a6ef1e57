// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.signal.PcmSource;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of sink frames that plays one source at one speed: what translates the audio clock into
 * a position in the source. A change of speed or loop begins a new span where the reading has got
 * to; until its first frame is heard, the one before still answers.
 *
 * <p>Made by whoever asks for the change, started by the audio thread, read by any thread.
 */
final class Span {
    private final PcmSource source;
    private final double speed;
    private final Loop loop;
    private volatile @Nullable Span previous;

    // Written by the audio thread before started becomes true, read only after.
    private double startFrame;
    private double step;
    private long startSink;
    private volatile boolean started;

    private Span(PcmSource source, double startFrame, double speed, Loop loop) {
        this.source = source;
        this.startFrame = startFrame;
        this.speed = speed;
        this.loop = loop;
    }

    /** A span that begins at a given source frame, whatever was played before. */
    static Span jump(PcmSource source, double startFrame, double speed, Loop loop) {
        return new Span(source, startFrame, speed, loop);
    }

    /** A span that goes on where the reading of this one has got to when it is started. */
    Span continued(double newSpeed, Loop newLoop) {
        Span next = new Span(source, startFrame, newSpeed, newLoop);
        next.previous = this;
        return next;
    }

    /**
     * Begins the span, on the audio thread.
     *
     * @param sinkFrame sink frame that its first frame is written to
     * @param sourceFrame source frame it begins with
     * @param sinkHertz rate of the sink
     */
    void start(long sinkFrame, double sourceFrame, int sinkHertz) {
        step = speed * source.sampleRate().hertz() / sinkHertz;
        double from = loop.contains(sourceFrame) ? sourceFrame : loop.start();
        // On a whole frame at the source's own rate the samples pass unchanged.
        startFrame = step == 1 ? Math.rint(from) : from;
        startSink = sinkFrame;
        started = true;
    }

    /** Drops what came before, once the clock has passed the start. */
    void forgetPrevious() {
        previous = null;
    }

    PcmSource source() {
        return source;
    }

    Loop loop() {
        return loop;
    }

    /** Source frames a sink frame; only once started. */
    double step() {
        return step;
    }

    long startSink() {
        return startSink;
    }

    double startFrame() {
        return startFrame;
    }

    /** Source frame of a sink frame, counted on through the loop without wrapping. */
    double unwrapped(double sinkFrame) {
        return startFrame + (sinkFrame - startSink) * step;
    }

    /** Position heard when the clock stands at the given sink frame, in seconds of the source. */
    double secondsAt(double sinkFrame) {
        Span span = this;
        while (!(span.started && sinkFrame >= span.startSink)) {
            Span before = span.previous;
            if (before == null) {
                return span.startFrame / span.source.sampleRate().hertz();
            }
            span = before;
        }
        double frame = span.loop.wrap(span.unwrapped(sinkFrame));
        return Math.min(frame, span.source.frames()) / span.source.sampleRate().hertz();
    }
}
