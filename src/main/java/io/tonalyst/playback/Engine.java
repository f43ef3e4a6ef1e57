// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.playback.Transport.Mode;
import io.tonalyst.time.SampleRate;
import io.tonalyst.time.Ticker;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

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

    /** Frames written at a time: 5 ms at 48 kHz. */
    private static final int BLOCK_FRAMES = 240;

    /** Fade-in after a change of place, so that it does not click. */
    private static final double FADE_SECONDS = 0.004;

    /** Frames in which one source fades into the next: 20 ms, whole blocks. */
    private static final int BLEND_FRAMES = 4 * BLOCK_FRAMES;

    /** Sound held ahead while scrubbing: less, so that the next grain is near. */
    private static final double GRAIN_BUFFER_SECONDS = 0.06;

    /** Silence after which scrubbing lets the device rest. */
    private static final int GRAIN_QUIET_BLOCKS = 100;

    /** Time given to a device to sound the very last frames before it is stopped. */
    private static final double TAIL_SECONDS = 0.1;

    /** Without any progress for so long, a sounding device counts as lost. */
    private static final long LOST_NANOS = 1_500_000_000;

    /** Longest wait for a device to get ready. */
    private static final long READY_NANOS = 4_000_000_000L;

    /** A start is watched for so long. */
    private static final long WATCH_NANOS = 1_500_000_000;

    /**
     * Nothing sounds faster than in real time: a device that is so far ahead of that has merely
     * rendered ahead, and its position says nothing of what is heard.
     */
    private static final double AHEAD_SECONDS = 0.35;

    /** Wait before the next try after a device rendered ahead, and how many tries there are. */
    private static final long RETRY_NANOS = 300_000_000;

    private static final int MOST_RETRIES = 5;

    /** Rest after which the device may sleep. */
    private static final long SLEEP_NANOS = 30_000_000_000L;

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
    private final FrameReader reader = new FrameReader();
    private final Grains grains = new Grains(reader, BLOCK_FRAMES);
    private final float[] block = new float[2 * BLOCK_FRAMES];
    private final float[] leaving = new float[2 * BLOCK_FRAMES];
    private final int hertz;

    private volatile AudioSink sink;
    private volatile double volume = 1;
    private double volumeNow = 1;
    private Transport current;

    /** What is fading out, from the frame on where the new source began. */
    private @Nullable Span blendFrom;

    private State state = State.RESTING;

    /** Frames written to this sink and to those lost before it: counted on through a change. */
    private long written;

    private long base;
    private long jumpedAt;
    private long lastPlayed;
    private long lastProgress;
    private long wakingSince;
    private long startNotBefore;
    private long startedAt;
    private long startedPlayed;
    private int retries;
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
    }

    AudioSink sink() {
        return sink;
    }

    void setVolume(double volume) {
        this.volume = volume;
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
        boolean fading = blendFrom != null && asked.mode() == Mode.PLAY;
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
            boolean ready = sink.isReady() && now >= startNotBefore;
            if (!ready && now - wakingSince < READY_NANOS) {
                return BUSY_NANOS;
            }
            state = State.SOUNDING;
            lastProgress = now;
            startedAt = now;
            startedPlayed = base + sink.framesPlayed();
            sink.start();
        }
        long played = base + sink.framesPlayed();
        if (hasRenderedAhead(now, played) && startAnew(now)) {
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
        } else if (grains.quietBlocks() > GRAIN_QUIET_BLOCKS) {
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
                    jumpedAt = asked.restFrame() > 0 ? written : Long.MIN_VALUE / 2;
                    begin(now);
                } else if (asked.span() != before.span()) {
                    double reached = before.span().loop().wrap(before.span().unwrapped(written));
                    double there = asked.span().carried(before.span(), reached);
                    asked.span().start(written, there, hertz);
                    if (asked.source() != before.source()) {
                        blendFrom = before.span();
                    }
                }
            }
            case GRAIN -> {
                if (before.mode() == Mode.PLAY) {
                    halt(now);
                }
                grains.ask(asked.span());
                if (state == State.RESTING) {
                    begin(now);
                }
            }
        }
    }

    private boolean hasRenderedAhead(long now, long played) {
        double elapsed = (now - startedAt) / 1e9;
        if (now - startedAt > WATCH_NANOS) {
            retries = 0;
            return false;
        }
        return current.mode() == Mode.PLAY
                && played - startedPlayed > (elapsed + AHEAD_SECONDS) * hertz;
    }

    /** Starts again from what has been shown, once the device has caught up; not without end. */
    private boolean startAnew(long now) {
        double shown = current.span().secondsAt(clock.frames(now));
        Transport again = current.playFrom(shown * current.source().sampleRate().hertz());
        if (retries >= MOST_RETRIES || !wanted.compareAndSet(current, again)) {
            return false;
        }
        retries++;
        startNotBefore = now + RETRY_NANOS;
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
        blendFrom = null;
        grains.clear();
        clock.anchor(now, written);
    }

    /** Fills the sink as far as it takes; false when it is gone. */
    private boolean fill(long played) {
        boolean scrubbing = current.mode() == Mode.GRAIN;
        double room = sink.available();
        if (scrubbing) {
            room = Math.min(room, GRAIN_BUFFER_SECONDS * hertz - (written - played));
        }
        for (; room >= BLOCK_FRAMES; room -= BLOCK_FRAMES) {
            if (scrubbing) {
                grains.fill(written, hertz, block, BLOCK_FRAMES);
            } else {
                reader.read(current.span(), written, block, BLOCK_FRAMES);
                blend();
                fadeIn();
            }
            applyVolume();
            if (!sink.write(block, BLOCK_FRAMES)) {
                return false;
            }
            written += BLOCK_FRAMES;
        }
        return true;
    }

    private void blend() {
        Span old = blendFrom;
        if (old == null) {
            return;
        }
        double done = written - current.span().startSink();
        if (done >= BLEND_FRAMES) {
            blendFrom = null;
            return;
        }
        reader.read(old, written, leaving, BLOCK_FRAMES);
        for (int i = 0; i < leaving.length; i++) {
            int frame = i / 2;
            float share = (float) ((done + frame) / BLEND_FRAMES);
            block[i] = share * block[i] + (1 - share) * leaving[i];
        }
    }

    private void fadeIn() {
        double fade = FADE_SECONDS * hertz;
        for (int i = 0; i < BLOCK_FRAMES && written + i < jumpedAt + fade; i++) {
            float gain = (float) ((written + i - jumpedAt) / fade);
            block[2 * i] *= gain;
            block[2 * i + 1] *= gain;
        }
    }

    private void applyVolume() {
        double from = volumeNow;
        double to = volume;
        if (from == 1 && to == 1) {
            return;
        }
        for (int i = 0; i < BLOCK_FRAMES; i++) {
            float gain = (float) (from + (to - from) * (i + 1) / BLOCK_FRAMES);
            block[2 * i] *= gain;
            block[2 * i + 1] *= gain;
        }
        volumeNow = to;
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
        grains.clear();
        clock.anchor(now, written);
        wanted.updateAndGet(
                t ->
                        t.mode() == Mode.PLAY && t.jump() == jump
                                ? t.playFrom(heard * t.source().sampleRate().hertz())
                                : t);
        events.sinkChanged();
    }
}
