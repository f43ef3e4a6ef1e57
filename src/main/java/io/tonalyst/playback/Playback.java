// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.playback.Transport.Mode;
import io.tonalyst.signal.PcmSource;
import io.tonalyst.time.SampleRate;
import io.tonalyst.time.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays one source at a time in real time and tells where it is heard. All methods may be called
 * from any thread and return at once; the sound follows on an audio thread of its own. Positions
 * are seconds of the source, whatever the speed.
 *
 * <p>{@link #positionSeconds} comes from the audio clock: it accounts for what is buffered, for
 * loops and seeks, never runs backwards while playing except where a loop returns or someone seeks,
 * and costs well below a microsecond. After a seek it stands at the new place until that is heard.
 *
 * <p>Without a sound device, or when it vanishes, playback goes on silently in real time: see
 * {@link #isAudible}.
 */
public final class Playback implements AutoCloseable {
    /** Slowest speed. */
    public static final double MIN_SPEED = 0.25;

    /** Fastest speed. */
    public static final double MAX_SPEED = 8;

    /** Rate at which the sink is opened; sources of other rates are resampled as they play. */
    public static final SampleRate SINK_RATE = new SampleRate(48_000);

    /** Shortest loop, in seconds. */
    public static final double MIN_LOOP_SECONDS = 0.005;

    private static final Logger LOG = LoggerFactory.getLogger(Playback.class);

    private static final Duration CLOSE_PATIENCE = Duration.ofMillis(300);

    private final AtomicReference<Transport> transport =
            new AtomicReference<>(Transport.at(new NoSound(), 0, 1, 0));
    private final News news = new News(this::tell);
    private final AudioSinks.Factory sinks;
    private final Ticker ticker;
    private final Thread audio;
    private volatile @Nullable Engine engine;
    private volatile double volume = 1;
    private volatile boolean closed;

    /** Plays on the default device of this machine. */
    public Playback() {
        this(AudioSinks::open, Ticker.system());
    }

    /**
     * @param sinks opens the sink, on the audio thread, when the first source is loaded
     * @param ticker the time between the reports of the sink
     */
    // A thread that feeds a device must not wait for others; elsewhere nothing relies on it.
    @SuppressWarnings("ThreadPriorityCheck")
    public Playback(AudioSinks.Factory sinks, Ticker ticker) {
        this.sinks = sinks;
        this.ticker = ticker;
        this.audio = Thread.ofPlatform().daemon().name("audio").unstarted(this::runAudio);
        audio.setPriority(Thread.MAX_PRIORITY);
        news.start();
    }

    /** Puts in a source, at rest at its beginning, without a loop; speed stays. */
    public void load(PcmSource source) {
        change(t -> Transport.at(source, 0, t.speed(), t.jump()));
        openOnce();
    }

    /**
     * Changes the source while it may be playing: goes on playing, or resting, in the new one. A
     * loop is kept as seconds as far as it fits.
     *
     * @param seconds position in the new source
     */
    public void replace(PcmSource source, double seconds) {
        change(
                t -> {
                    double scale =
                            (double) source.sampleRate().hertz() / t.source().sampleRate().hertz();
                    Loop loop =
                            t.loop().isNone()
                                    ? Loop.NONE
                                    : Loop.within(
                                            source,
                                            t.loop().start() * scale,
                                            t.loop().end() * scale);
                    Transport next =
                            Transport.at(source, frame(source, seconds), t.speed(), t.jump())
                                    .with(t.speed(), loop);
                    return t.mode() == Mode.PLAY ? next.playFrom(next.restFrame()) : next;
                });
        openOnce();
    }

    /**
     * Goes over to another source where it is: playing goes on without a gap, the two fade into
     * each other within 20 ms, heard once the buffer (100 ms) has run out. A loop is kept.
     *
     * @param place seconds of the source now to those of the new one that stand for them, rising
     */
    public void blend(PcmSource source, DoubleUnaryOperator place) {
        change(
                t -> {
                    int from = t.source().sampleRate().hertz();
                    DoubleUnaryOperator map =
                            frame -> frame(source, place.applyAsDouble(frame / from));
                    // A single grain is over soon, and is not carried over.
                    return (t.mode() == Mode.GRAIN ? t.restAt(t.restFrame(), false) : t)
                            .blended(source, map);
                });
        openOnce();
    }

    /**
     * Plays from where it rests; from the beginning, or that of the loop, when it rests at the end.
     */
    public void play() {
        change(
                t -> {
                    if (t.mode() == Mode.PLAY || t.source().frames() == 0) {
                        return t;
                    }
                    boolean atEnd = t.restFrame() >= t.source().frames();
                    return t.playFrom(atEnd ? 0 : t.restFrame());
                });
    }

    /** Rests where it is heard now; silent within 80 ms. */
    public void pause() {
        change(t -> t.mode() == Mode.REST ? t : t.restAt(frameNow(t), false));
    }

    /** Goes to a position, clamped to the source; the sound follows within 100 ms. */
    public void seek(double seconds) {
        change(
                t -> {
                    double frame = frame(t.source(), seconds);
                    return t.mode() == Mode.PLAY ? t.playFrom(frame) : t.restAt(frame, false);
                });
    }

    /**
     * Sounds about 80 ms at a position while resting, and rests there; for dragging a scrubber or
     * stepping with tone. While playing it seeks.
     */
    public void scrub(double seconds) {
        change(
                t -> {
                    double frame = frame(t.source(), seconds);
                    return t.mode() == Mode.PLAY ? t.playFrom(frame) : t.grainAt(frame);
                });
    }

    /**
     * Changes the speed, heard once the buffer (100 ms) has run out. The pitch changes with it.
     *
     * @param speed 0.25 to 8; 1 is real time
     * @throws IllegalArgumentException outside that range
     */
    public void setSpeed(double speed) {
        if (!(speed >= MIN_SPEED && speed <= MAX_SPEED)) {
            throw new IllegalArgumentException(
                    "The speed lies between 0.25 and 8, not at " + speed);
        }
        change(t -> t.speed() == speed ? t : t.with(speed, t.loop()));
    }

    /**
     * Repeats a part: playback runs into it and does not leave it; from behind it, it returns to
     * its start. Bounds are clamped to the source; a part shorter than {@link #MIN_LOOP_SECONDS} is
     * no loop.
     */
    public void setLoop(double startSeconds, double endSeconds) {
        change(
                t -> {
                    int hertz = t.source().sampleRate().hertz();
                    return t.with(
                            t.speed(),
                            Loop.within(t.source(), startSeconds * hertz, endSeconds * hertz));
                });
    }

    public void clearLoop() {
        change(t -> t.loop().isNone() ? t : t.with(t.speed(), Loop.NONE));
    }

    /**
     * Sets how loud it plays.
     *
     * @param volume 0 (mute) to 1 (as it is)
     */
    public void setVolume(double volume) {
        this.volume = Math.clamp(volume, 0, 1);
        Engine running = engine;
        if (running != null) {
            running.setVolume(this.volume);
        }
    }

    /** What is heard now, in seconds of the source. */
    public double positionSeconds() {
        Transport t = transport.get();
        return frameNow(t) / t.source().sampleRate().hertz();
    }

    /** Length of the source in seconds; 0 before the first. */
    public double durationSeconds() {
        PcmSource source = transport.get().source();
        return source.sampleRate().seconds(source.frames());
    }

    public boolean isPlaying() {
        return transport.get().mode() == Mode.PLAY;
    }

    public double speed() {
        return transport.get().speed();
    }

    /** Whether it rests because the source came to its end. */
    public boolean hasEnded() {
        return transport.get().ended();
    }

    /** Whether there is a device to be heard from; false before the first source is loaded. */
    public boolean isAudible() {
        Engine running = engine;
        return running != null && running.sink().isAudible();
    }

    /** Name of the device for the person; empty before the first source is loaded. */
    public String deviceName() {
        Engine running = engine;
        return running == null ? "" : running.sink().name();
    }

    public void addListener(PlaybackListener listener) {
        news.add(listener);
    }

    public void removeListener(PlaybackListener listener) {
        news.remove(listener);
    }

    /** Silences and frees the device; waits for it a moment, but not for a device that hangs. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(audio);
        news.close();
        try {
            if (audio.getState() != Thread.State.NEW) {
                audio.join(CLOSE_PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private double frameNow(Transport t) {
        Engine running = engine;
        return t.mode() == Mode.PLAY && running != null
                ? t.span().secondsAt(running.framesHeard()) * t.source().sampleRate().hertz()
                : t.restFrame();
    }

    private static double frame(PcmSource source, double seconds) {
        double clamped = Double.isNaN(seconds) ? 0 : Math.max(0, seconds);
        return Math.min(source.frames(), Math.rint(clamped * source.sampleRate().hertz()));
    }

    private void change(UnaryOperator<Transport> request) {
        Transport before = transport.getAndUpdate(request);
        LockSupport.unpark(audio);
        if ((before.mode() == Mode.PLAY) != isPlaying()) {
            news.post(News.Kind.CHANGED);
        }
    }

    private synchronized void openOnce() {
        if (audio.getState() == Thread.State.NEW && !closed) {
            audio.start();
        }
    }

    private void runAudio() {
        Engine running =
                new Engine(
                        transport,
                        sinks.open(SINK_RATE),
                        ticker,
                        new Engine.Events() {
                            @Override
                            public void ended() {
                                news.post(News.Kind.ENDED);
                            }

                            @Override
                            public void sinkChanged() {
                                news.post(News.Kind.SINK_CHANGED);
                            }
                        });
        running.setVolume(volume);
        engine = running;
        news.post(News.Kind.SINK_CHANGED);
        try {
            while (!closed) {
                LockSupport.parkNanos(this, stepOrRest(running));
            }
        } finally {
            running.close();
        }
    }

    /** A source that fails is not played on; the trace goes to the log. */
    private long stepOrRest(Engine running) {
        try {
            return running.step();
        } catch (RuntimeException e) {
            LOG.error("Playback stopped because its source or sink failed", e);
            pause();
            return 0;
        }
    }

    private void tell(News.Kind kind, PlaybackListener listener) {
        switch (kind) {
            case SINK_CHANGED -> listener.sinkChanged(isAudible(), deviceName());
            case ENDED -> listener.ended();
            case CHANGED -> {
                if (isPlaying()) {
                    listener.playing();
                } else {
                    listener.paused();
                }
            }
        }
    }
}
