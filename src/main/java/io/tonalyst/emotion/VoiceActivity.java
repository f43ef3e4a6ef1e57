// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import io.tonalyst.signal.ResampledChannel;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.FrameRange;
import io.tonalyst.time.SampleRate;
import io.tonalyst.work.CancelToken;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stretches of speech in a channel by energy and periodicity. Energy is measured above an
 * adaptive noise floor with hysteresis; a stretch counts only if a part of it is voiced and its
 * partials move as those of a voice do, so that clicks, hiss, steady noise, signalling tones and
 * music are left out. Singing passes, and speech over music that is softer.
 *
 * <p>Input is 16 kHz, samples finite. Silence and anything shorter than 0.15 s yield nothing. The
 * sound is gone through twice, once for its levels and once where it is loud, and never held whole.
 * For one thread at a time.
 */
public final class VoiceActivity {
    private static final int RATE = 16_000;
    private static final int HOP = Loudness.HOP;
    private static final int MIN_LENGTH = 15;
    private static final int MIN_VOICED = 5;
    private static final double MIN_VOICED_SHARE = 0.1;
    private static final int PADDING = 10;

    /** Two neighbours of this length, 1 s each, are judged together for music. */
    private static final int CELL = 100;

    /** Frames measured in one step: a minute. */
    private static final int STEP = 6000;

    /** Share of the work that measuring levels is, about. */
    private static final double LEVELS = 0.25;

    private final ResampledChannel sound;
    private final CancelToken cancel;
    private final boolean cutsTones;
    private final Loudness loudness;
    private final float[] room = new float[Periodicity.SAMPLES];
    private @Nullable Deque<FrameRange> loud;
    private final Deque<FrameRange> found = new ArrayDeque<>();
    private long searched;

    /**
     * @param sound at 16 kHz
     */
    VoiceActivity(ResampledChannel sound, CancelToken cancel) {
        this(sound, cancel, true);
    }

    private VoiceActivity(ResampledChannel sound, CancelToken cancel, boolean cutsTones) {
        this.sound = sound;
        this.cancel = cancel;
        this.cutsTones = cutsTones;
        this.loudness = new Loudness(sound);
    }

    /**
     * The stretches of speech in order of time, none touching another.
     *
     * @param mono16k one channel at 16 kHz
     * @return ranges in samples
     */
    public static List<FrameRange> find(float[] mono16k) {
        return find(mono16k, true);
    }

    /** What {@link #find} would yield if music and tones were speech. */
    static List<FrameRange> findVoiced(float[] mono16k) {
        return find(mono16k, false);
    }

    private static List<FrameRange> find(float[] mono16k, boolean cutsTones) {
        var signal = new Signal(new SampleRate(RATE), mono16k);
        var search =
                new VoiceActivity(
                        new ResampledChannel(signal, 0, RATE), new CancelToken(), cutsTones);
        List<FrameRange> ranges = new ArrayList<>();
        while (search.step()) {
            search.next().ifPresent(ranges::add);
        }
        for (Optional<FrameRange> r = search.next(); r.isPresent(); r = search.next()) {
            ranges.add(r.get());
        }
        return ranges;
    }

    /**
     * Does a part of the work: a minute of levels, or one loud stretch.
     *
     * @return false if there is nothing left to do
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    boolean step() {
        cancel.throwIfCancelled();
        if (isListening()) {
            loudness.measure(STEP, cancel);
            return true;
        }
        if (loud == null) {
            loud = new ArrayDeque<>(loudness.stretches());
        }
        FrameRange stretch = loud.poll();
        if (stretch == null) {
            return false;
        }
        for (FrameRange part : cutsTones ? withoutTones(stretch) : List.of(stretch)) {
            if (part.length() >= MIN_LENGTH && isVoiced(part)) {
                found.add(padded(part));
            }
        }
        searched = stretch.end();
        return true;
    }

    /** Whether levels are still being measured, so that no speech can be found yet. */
    boolean isListening() {
        return loudness.measured() < loudness.frames();
    }

    /** The next stretch of speech among those found so far, in samples; each is told once. */
    Optional<FrameRange> next() {
        return Optional.ofNullable(found.poll());
    }

    /** Samples before which all speech is found. */
    long position() {
        return searched * HOP;
    }

    /**
     * Share of the whole work on the channel, 0 to 1.
     *
     * @param done samples that whoever asks has finished with
     */
    double share(long done) {
        double levels = (double) loudness.measured() / Math.max(1, loudness.frames());
        return LEVELS * levels + (1 - LEVELS) * done / Math.max(1, sound.length());
    }

    /**
     * From frames to samples, with a little air on both sides, less than what parts two stretches.
     */
    private FrameRange padded(FrameRange frames) {
        return new FrameRange(
                Math.max(frames.start() - PADDING, 0) * HOP,
                Math.min(frames.end() + PADDING, sound.length() / HOP) * HOP);
    }

    /**
     * What is left of a stretch when music and tones are taken out. A second goes only if it is
     * music together with the second before and with the one after, so that speech which music
     * leads up to, or follows, loses nothing.
     */
    private List<FrameRange> withoutTones(FrameRange stretch) {
        int cells = (int) Math.max(1, stretch.length() / CELL);
        if (cells <= 2) {
            return tones(stretch, 1).fill(0, 1) ? List.of() : List.of(stretch);
        }
        SteadyTones tones = tones(stretch, cells);
        List<FrameRange> left = new ArrayList<>();
        boolean before = true;
        for (int i = 0; i < cells; i++) {
            long start = border(stretch, i, cells);
            long end = border(stretch, i + 1, cells);
            boolean after = i + 1 == cells || tones.fill(i, i + 2);
            if (!(before && after)) {
                boolean joins = !left.isEmpty() && left.getLast().end() == start;
                left.add(new FrameRange(joins ? left.removeLast().start() : start, end));
            }
            before = after;
        }
        return left;
    }

    private SteadyTones tones(FrameRange stretch, int cells) {
        long[] borders = new long[cells + 1];
        for (int i = 0; i <= cells; i++) {
            borders[i] = border(stretch, i, cells) * HOP;
        }
        return SteadyTones.in(sound, borders, cancel);
    }

    private static long border(FrameRange stretch, long cell, long cells) {
        return stretch.start() + stretch.length() * cell / cells;
    }

    private boolean isVoiced(FrameRange frames) {
        double needed = Math.max(MIN_VOICED, MIN_VOICED_SHARE * frames.length());
        int voiced = 0;
        for (long f = frames.start(); f < frames.end() && voiced < needed; f++) {
            if (Periodicity.isVoiced(sound, f * HOP, room)) {
                voiced++;
            }
        }
        return voiced >= needed;
    }

    /** Seconds at the rate the ranges of {@link #find} are in. */
    static double seconds(long samples) {
        return (double) samples / RATE;
    }
}
