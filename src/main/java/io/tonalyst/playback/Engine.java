// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.playback.Transport.Mode;
import io.tonalyst.time.SampleRate;
import io.tonalyst.time.Ticker;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The audio thread's work, one step at a time: takes over what is asked, tells the clock what the
 * device says, keeps the buffer full. A step allocates, locks and logs nothing, except where the
 * source ends or the device is lost.
 */
final class Engine {
    /** What happened, told from the audio thread: must return at once. */
    interface Events {
        void ended();

        void sinkChanged();
    }

    /** Wait between steps while sounding, in nanoseconds: well below the steps of a device. */
    static final long BUSY_NANOS = 3_000_000;

    /** Wait while at rest; a request wakes the thread earlier. */
    static final long IDLE_NANOS = 1_000_000_000;

    /** Time given to a device to sound the very last frames before it is stopped. */
    private static final double TAIL_SECONDS = 0.1;

    /** Without any progress for so long, a sounding device counts as lost. */
    private static final long LOST_NANOS = 1_500_000_000;

    /** Longest wait for a device to get ready. */
    private static final long READY_NANOS = 4_000_000_000L;

    /** Rest after which the device may sleep. */
    private static final long SLEEP_NANOS = 300_000_000_000L;

    private enum State {
        RESTING,
        /** Waiting for the device to get ready. */
        WAKING,
        SOUNDING
    }

    private final AtomicReference<Transport> wanted;
    private final Ticker ticker;
    private final Events events;
    private final AudioClock clock;
    private final SinkFeed feed;
    private final StartWatch watch;
    private final int hertz;

    private volatile AudioSink sink;
    private Transport current;

    private State state = State.RESTING;

    /** Frames written to this sink and to those lost before it: counted on through a change. */
    private long written;

    private long base;
    private long lastPlayed;
    private long lastProgress;
    private long wakingSince;
    private long restingSince;

    /**
     * @param wanted what is asked; replaced here where the source ends
     * @param sink opened and not started; the engine closes it
     */
    Engine(AtomicReference<Transport> wanted, AudioSink sink, Ticker ticker, Events events) {
        this.wanted = wanted;
        this.sink = sink;
        this.ticker = ticker;
        this.events = events;
        this.hertz = sink.sampleRate().hertz();
        this.current = Transport.at(new NoSound(), 0, 1, -1);
        this.clock = new AudioClock(new SampleRate(hertz));
        this.feed = new SinkFeed(hertz);
        this.watch = new StartWatch(hertz);
    }

    AudioSink sink() {
        return sink;
    }

    void setVolume(double volume) {
        feed.setVolume(volume);
    }

    /** Position of the sound in sink frames, for any thread. */
    double framesHeard() {
        return clock.frames(ticker.nanos());
    }

    /** Does what is due now and tells after how many nanoseconds there may be more. */
    long step() {
        long now = ticker.nanos();
        Transport asked = wanted.get();
        // A change that comes while two sources fade into each other waits for the end of that.
        boolean fading = feed.isBlending() && asked.mode() == Mode.PLAY;
        if (asked != current && !(fading && asked.jump() == current.jump())) {
            takeOver(asked, now);
        }
        if (state == State.RESTING) {
            if (now - restingSince > SLEEP_NANOS) {
                sink.rest();
            }
            return IDLE_NANOS;
        }
        if (state == State.WAKING) {
            boolean ready = sink.isReady() && watch.mayStart(now);
            if (!ready && now - wakingSince < READY_NANOS) {
                return BUSY_NANOS;
            }
            state = State.SOUNDING;
            lastProgress = now;
            watch.started(now, base + sink.framesPlayed());
            sink.start();
        }
        // What has been done so far takes time, with a device that is busy.
        now = ticker.nanos();
        long played = base + sink.framesPlayed();
        if (current.mode() == Mode.PLAY && watch.hasFailed(now, played) && startAnew(now)) {
            return 0;
        }
        clock.observe(now, played, written);
        if (isStuck(now, played) || !fill(played)) {
            loseSink(now);
            return 0;
        }
        double heard = clock.frames(now);
        if (current.mode() == Mode.PLAY) {
            if (heard >= current.span().startSink()) {
                current.span().forgetPrevious();
            }
            if (heard >= endSinkFrame() + TAIL_SECONDS * hertz) {
                end(now);
            }
        } else if (feed.isQuiet()) {
            halt(now);
        }
        return BUSY_NANOS;
    }

    void close() {
        sink.close();
    }

    private void takeOver(Transport asked, long now) {
        Transport before = current;
        current = asked;
        sink.wake();
        restingSince = now;
        switch (asked.mode()) {
            case REST -> halt(now);
            case PLAY -> {
                if (state == State.RESTING || asked.jump() != before.jump()) {
                    halt(now);
                    asked.span().start(written, asked.restFrame(), hertz);
                    if (asked.restFrame() > 0) {
                        feed.fadeInAt(written);
                    } else {
                        feed.beginWhole();
                    }
                    begin(now);
                } else if (asked.span() != before.span()) {
                    double reached = before.span().loop().wrap(before.span().unwrapped(written));
                    double there = asked.span().carried(before.span(), reached);
                    asked.span().start(written, there, hertz);
                    if (asked.source() != before.source()) {
                        feed.blendFrom(before.span());
                    }
                }
            }
            case GRAIN -> {
                if (before.mode() == Mode.PLAY) {
                    halt(now);
                }
                feed.ask(asked.span());
                if (state == State.RESTING) {
                    begin(now);
                }
            }
        }
    }

    /** Starts again from what has been shown, once the device has caught up. */
    private boolean startAnew(long now) {
        double shown = current.span().secondsAt(clock.frames(now));
        Transport again = current.playFrom(shown * current.source().sampleRate().hertz());
        if (!wanted.compareAndSet(current, again)) {
            return false;
        }
        watch.repeat(now);
        return true;
    }

    private void begin(long now) {
        state = State.WAKING;
        wakingSince = now;
    }

    private void halt(long now) {
        if (state == State.SOUNDING) {
            sink.stop();
            sink.flush();
        }
        state = State.RESTING;
        restingSince = now;
        feed.clear();
        clock.anchor(now, written);
    }

    /** Fills the sink as far as it takes; false when it is gone. */
    private boolean fill(long played) {
        long frames = feed.fill(sink, current, written, written - played);
        written += Math.max(0, frames);
        return frames >= 0;
    }

    private double endSinkFrame() {
        Span span = current.span();
        if (!current.loop().isNone()) {
            return Double.POSITIVE_INFINITY;
        }
        return span.startSink() + (current.source().frames() - span.startFrame()) / span.step();
    }

    private void end(long now) {
        Transport ended = current.restAt(current.source().frames(), true);
        if (wanted.compareAndSet(current, ended)) {
            current = ended;
            halt(now);
            events.ended();
        }
    }

    private boolean isStuck(long now, long played) {
        if (played != lastPlayed || played >= written) {
            lastPlayed = played;
            lastProgress = now;
        }
        return sink.isAudible() && now - lastProgress > LOST_NANOS;
    }

    /** Goes on in silence where the sound was last heard. */
    private void loseSink(long now) {
        AudioSink lost = sink;
        // Closing a dead device may hang, and must not take the audio thread with it.
        Thread.ofPlatform().daemon().name("close lost sound device").start(lost::close);
        double heard = current.span().secondsAt(clock.frames(now));
        long jump = current.jump();
        base = written;
        sink = new SilentSink(new SampleRate(hertz), ticker);
        state = State.RESTING;
        feed.clear();
        clock.anchor(now, written);
        wanted.updateAndGet(
                t ->
                        t.mode() == Mode.PLAY && t.jump() == jump
                                ? t.playFrom(heard * t.source().sampleRate().hertz())
                                : t);
        events.sinkChanged();
    }
}
