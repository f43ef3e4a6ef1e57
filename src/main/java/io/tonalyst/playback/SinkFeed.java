// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.playback.Transport.Mode;
import org.jspecify.annotations.Nullable;

/**
 * What goes into the sink: the source or grains of it, one source fading into the next, at the
 * volume. Audio thread only, but for the volume.
 *
 * <p>All that a sink has room for is written in one go. A sink that has just been started takes
 * what it gets at once: given 5 ms at a time by a thread that is held up, PulseAudio runs dry after
 * each, makes a new stream for the next and counts as played what nobody hears.
 */
final class SinkFeed {
    /** Frames that are worked out at a time: 5 ms at 48 kHz. */
    static final int BLOCK_FRAMES = 240;

    /** Fade-in after a change of place, so that it does not click. */
    private static final double FADE_SECONDS = 0.004;

    /** Frames in which one source fades into the next: 20 ms, whole blocks. */
    private static final int BLEND_FRAMES = 4 * BLOCK_FRAMES;

    /** Sound held ahead while scrubbing: less, so that the next grain is near. */
    private static final double GRAIN_BUFFER_SECONDS = 0.06;

    /** Silence after which scrubbing lets the device rest. */
    private static final int GRAIN_QUIET_BLOCKS = 100;

    private final FrameReader reader = new FrameReader();
    private final Grains grains = new Grains(reader, BLOCK_FRAMES);
    private final float[] block = new float[2 * BLOCK_FRAMES];
    private final float[] leaving = new float[2 * BLOCK_FRAMES];
    private final float[] portion;
    private final int hertz;
    private volatile double volume = 1;
    private double volumeNow = 1;
    private long jumpedAt = Long.MIN_VALUE / 2;

    /** What is fading out, from the frame on where the new source began. */
    private @Nullable Span blendFrom;

    SinkFeed(int hertz) {
        this.hertz = hertz;
        int blocks = (int) Math.ceil(AudioSinks.BUFFER_SECONDS * hertz / BLOCK_FRAMES);
        this.portion = new float[2 * BLOCK_FRAMES * blocks];
    }

    void setVolume(double volume) {
        this.volume = volume;
    }

    /** Forgets what was fading and which grains were asked for. */
    void clear() {
        blendFrom = null;
        grains.clear();
    }

    /** The source is begun at its sink frame, in the midst of it and therefore faded in. */
    void fadeInAt(long sinkFrame) {
        jumpedAt = sinkFrame;
    }

    /** The source is begun from its very beginning, which is left as it is. */
    void beginWhole() {
        jumpedAt = Long.MIN_VALUE / 2;
    }

    /** Lets what has been read so far fade out while the new span fades in. */
    void blendFrom(Span old) {
        blendFrom = old;
    }

    boolean isBlending() {
        return blendFrom != null;
    }

    /** Sounds a grain as soon as may be. */
    void ask(Span grain) {
        grains.ask(grain);
    }

    /** Whether no grain has sounded for a while. */
    boolean isQuiet() {
        return grains.quietBlocks() > GRAIN_QUIET_BLOCKS;
    }

    /**
     * Fills the sink as far as it takes.
     *
     * @param from sink frame that is written next
     * @param ahead frames written and not yet played
     * @return frames written, or -1 when the sink is gone
     */
    long fill(AudioSink sink, Transport asked, long from, long ahead) {
        boolean scrubbing = asked.mode() == Mode.GRAIN;
        double room = sink.available();
        if (scrubbing) {
            room = Math.min(room, GRAIN_BUFFER_SECONDS * hertz - ahead);
        }
        long written = 0;
        while (room - written >= BLOCK_FRAMES) {
            int frames = 0;
            while (room - written - frames >= BLOCK_FRAMES && 2 * frames < portion.length) {
                make(asked, scrubbing, from + written + frames);
                System.arraycopy(block, 0, portion, 2 * frames, block.length);
                frames += BLOCK_FRAMES;
            }
            if (!sink.write(portion, frames)) {
                return -1;
            }
            written += frames;
        }
        return written;
    }

    private void make(Transport asked, boolean scrubbing, long at) {
        if (scrubbing) {
            grains.fill(at, hertz, block, BLOCK_FRAMES);
        } else {
            reader.read(asked.span(), at, block, BLOCK_FRAMES);
            blend(asked.span(), at);
            fadeIn(at);
        }
        applyVolume();
    }

    private void blend(Span span, long at) {
        Span old = blendFrom;
        if (old == null) {
            return;
        }
        double done = at - span.startSink();
        if (done >= BLEND_FRAMES) {
            blendFrom = null;
            return;
        }
        reader.read(old, at, leaving, BLOCK_FRAMES);
        for (int i = 0; i < leaving.length; i++) {
            int frame = i / 2;
            float share = (float) ((done + frame) / BLEND_FRAMES);
            block[i] = share * block[i] + (1 - share) * leaving[i];
        }
    }

    private void fadeIn(long at) {
        double fade = FADE_SECONDS * hertz;
        for (int i = 0; i < BLOCK_FRAMES && at + i < jumpedAt + fade; i++) {
            float gain = (float) ((at + i - jumpedAt) / fade);
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
}
