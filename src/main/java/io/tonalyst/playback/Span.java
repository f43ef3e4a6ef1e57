// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.signal.PcmSource;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of sink frames that plays one source at one speed: what translates the audio clock into
 * a position in the source. A change of speed or loop, and going over to another source, begin a
 * new span where the reading has got to; until its first frame is heard, the one before still
 * answers.
 *
 * <p>Made by whoever asks for the change, started by the audio thread, read by any thread.
 */
final class Span {
    private final PcmSource source;
    private final double speed;
    private final Loop loop;

    /** Takes a frame of what came before to the frame here that stands for it. */
    private final DoubleUnaryOperator arrive;

    private volatile @Nullable Span previous;

    // Written by the audio thread before started becomes true, read only after.
    private double startFrame;
    private double step;
    private long startSink;
    private volatile boolean started;

    private Span(
            PcmSource source,
            double startFrame,
            double speed,
            Loop loop,
            DoubleUnaryOperator arrive) {
        this.source = source;
        this.startFrame = startFrame;
        this.speed = speed;
        this.loop = loop;
        this.arrive = arrive;
    }

    /** A span that begins at a given source frame, whatever was played before. */
    static Span jump(PcmSource source, double startFrame, double speed, Loop loop) {
        return new Span(source, startFrame, speed, loop, DoubleUnaryOperator.identity());
    }

    /** A span that goes on where the reading of this one has got to when it is started. */
    Span continued(double newSpeed, Loop newLoop) {
        return followed(source, newSpeed, newLoop, DoubleUnaryOperator.identity());
    }

    /**
     * A span of another source that goes on where this one has got to.
     *
     * @param map frames of this source to those of the other that stand for them, rising
     */
    Span blended(PcmSource other, Loop newLoop, DoubleUnaryOperator map) {
        return followed(other, speed, newLoop, map);
    }

    private Span followed(PcmSource other, double newSpeed, Loop newLoop, DoubleUnaryOperator map) {
        Span next = new Span(other, map.applyAsDouble(startFrame), newSpeed, newLoop, map);
        next.previous = this;
        return next;
    }

    /** Where a frame of an earlier span arrives in this one. */
    double carried(Span from, double frame) {
        Span before = previous;
        return this == from || before == null
                ? frame
                : arrive.applyAsDouble(before.carried(from, frame));
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
        return frameAt(sinkFrame) / source.sampleRate().hertz();
    }

    private double frameAt(double sinkFrame) {
        if (started && sinkFrame >= startSink) {
            return Math.min(loop.wrap(unwrapped(sinkFrame)), source.frames());
        }
        Span before = previous;
        return before == null ? startFrame : arrive.applyAsDouble(before.frameAt(sinkFrame));
    }
}
