// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.time.SampleRate;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;

/**
 * The default sound device through {@code javax.sound}: 16-bit stereo with about 100 ms of buffer.
 * Shorter buffers underrun under PulseAudio.
 */
public final class LineSink implements AudioSink {
    private static final int FRAME_BYTES = 4;

    private final SourceDataLine line;
    private final SampleRate sampleRate;
    private final String name;
    private final @Nullable KeepAwake keepAwake;
    private byte[] bytes;

    /** Frames of the line's buffer that stay empty because it was given more than was asked for. */
    private final int surplus;

    private long written;
    private long offset;
    private long played;

    private LineSink(SourceDataLine line, SampleRate sampleRate, int bufferFrames) {
        this.line = line;
        this.keepAwake = KeepAwake.open(line.getFormat(), bufferFrames * FRAME_BYTES);
        this.bytes = new byte[bufferFrames * FRAME_BYTES];
        this.sampleRate = sampleRate;
        this.name = "default sound device (" + line.getFormat() + ")";
        this.surplus = Math.max(0, line.getBufferSize() / FRAME_BYTES - bufferFrames);
    }

    /**
     * Opens the default device.
     *
     * @throws LineUnavailableException if it is in use
     * @throws IllegalArgumentException if there is none, or none that takes this rate
     */
    static LineSink open(SampleRate sampleRate) throws LineUnavailableException {
        AudioFormat format = new AudioFormat(sampleRate.hertz(), Short.SIZE, 2, true, false);
        SourceDataLine line = AudioSystem.getSourceDataLine(format);
        int bufferFrames = (int) (sampleRate.hertz() * AudioSinks.BUFFER_SECONDS);
        try {
            line.open(format, bufferFrames * FRAME_BYTES);
        } catch (LineUnavailableException | RuntimeException e) {
            line.close();
            throw e;
        }
        return new LineSink(line, sampleRate, bufferFrames);
    }

    @Override
    public SampleRate sampleRate() {
        return sampleRate;
    }

    @Override
    public boolean isAudible() {
        return true;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void wake() {
        if (keepAwake != null) {
            keepAwake.wake();
        }
    }

    @Override
    public boolean isReady() {
        return keepAwake == null || keepAwake.isSteady();
    }

    @Override
    public void rest() {
        if (keepAwake != null) {
            keepAwake.rest();
        }
    }

    @Override
    public void start() {
        line.start();
    }

    @Override
    public void stop() {
        line.stop();
    }

    @Override
    public void flush() {
        line.flush();
        // Devices differ in whether flushed frames count in their position; here they do.
        offset = written - line.getLongFramePosition();
        played = written;
    }

    @Override
    public int available() {
        return Math.max(0, line.available() / FRAME_BYTES - surplus);
    }

    @Override
    public boolean write(float[] stereo, int frames) {
        int wanted = frames * FRAME_BYTES;
        if (bytes.length < wanted) {
            bytes = new byte[wanted];
        }
        toBytes(stereo, frames);
        // In one go: a device that is started by the first of several would run dry.
        int accepted = line.write(bytes, 0, wanted);
        written += Math.max(0, accepted) / FRAME_BYTES;
        return accepted >= wanted;
    }

    @Override
    public long framesPlayed() {
        played = Math.max(played, Math.min(written, line.getLongFramePosition() + offset));
        return played;
    }

    @Override
    public void close() {
        if (keepAwake != null) {
            keepAwake.close();
        }
        line.stop();
        line.flush();
        line.close();
    }

    /** Rounds to 16 bits, so that what was decoded from 16 bits comes out unchanged. */
    private void toBytes(float[] stereo, int frames) {
        for (int i = 0; i < 2 * frames; i++) {
            int sample = Math.round(stereo[i] * 32768f);
            int clipped = Math.clamp(sample, Short.MIN_VALUE, Short.MAX_VALUE);
            bytes[2 * i] = (byte) clipped;
            bytes[2 * i + 1] = (byte) (clipped >> 8);
        }
    }
}
