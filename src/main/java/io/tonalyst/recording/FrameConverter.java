// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Turns decoded frames of any sample format into one plane of floats a channel. Where a stream
 * changes its rate or channels on the way, the rest is brought to those it began with. For one
 * thread.
 */
final class FrameConverter implements AutoCloseable {
    private final Path file;
    private final int channels;
    private final int rate;
    private final SwrContext context = swresample.swr_alloc();
    private final PointerPointer<FloatPointer> planes;
    private FloatPointer buffer = new FloatPointer();
    private int capacity;
    private int inChannels;
    private int inRate;
    private int inFormat = avutil.AV_SAMPLE_FMT_NONE;

    /**
     * @param file named in messages
     * @param channels planes to make
     * @param rate their rate in Hz
     */
    FrameConverter(Path file, int channels, int rate) {
        this.file = file;
        this.channels = channels;
        this.rate = rate;
        this.planes = new PointerPointer<>(channels);
    }

    /** Converts one frame and adds it to {@code out}. */
    void convert(AVFrame frame, BlockFeeder out) throws RecordingException {
        if (frame.channels() != inChannels
                || frame.sample_rate() != inRate
                || frame.format() != inFormat) {
            finish(out);
            adaptTo(frame);
        }
        convert(frame.extended_data(), frame.nb_samples(), out);
    }

    /** Adds what the converter still holds back. */
    void finish(BlockFeeder out) throws RecordingException {
        if (inFormat != avutil.AV_SAMPLE_FMT_NONE) {
            convert(new PointerPointer<>(), 0, out);
        }
    }

    private void adaptTo(AVFrame frame) throws RecordingException {
        inChannels = frame.channels();
        inRate = frame.sample_rate();
        inFormat = frame.format();
        // Counts instead of layouts: call recorders often leave the layout open.
        set("ich", inChannels);
        set("isr", inRate);
        set("isf", inFormat);
        set("och", channels);
        set("osr", rate);
        set("osf", avutil.AV_SAMPLE_FMT_FLTP);
        if (swresample.swr_init(context) < 0) {
            throw new RecordingException(
                    file
                            + " turns into "
                            + inChannels
                            + " channels at "
                            + inRate
                            + " Hz on the way, which cannot be converted: it is damaged.");
        }
    }

    private void set(String option, long value) {
        avutil.av_opt_set_int(context, option, value, 0);
    }

    private void convert(PointerPointer<?> input, int count, BlockFeeder out)
            throws RecordingException {
        reserve(swresample.swr_get_out_samples(context, count));
        int converted = swresample.swr_convert(context, planes, capacity, input, count);
        if (converted > 0) {
            out.add(buffer, capacity, converted);
        }
    }

    private void reserve(int samples) {
        if (samples > capacity) {
            buffer.close();
            capacity = samples;
            buffer = new FloatPointer((long) channels * capacity);
            for (int c = 0; c < channels; c++) {
                planes.put(c, buffer.getPointer((long) c * capacity));
            }
        }
    }

    @Override
    public void close() {
        swresample.swr_free(context);
        planes.close();
        buffer.close();
    }
}
