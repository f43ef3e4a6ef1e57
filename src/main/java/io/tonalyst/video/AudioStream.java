// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.video;

import java.io.IOException;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.FloatPointer;

/** AAC sound of a film, stereo. */
final class AudioStream implements AutoCloseable {
    private static final int BITS_PER_SECOND = 192_000;

    private final EncodedStream stream;
    private final AVFrame block = avutil.av_frame_alloc();
    private final float[] left;
    private final float[] right;
    private int held;
    private long written;

    AudioStream(AVFormatContext container, int rate) throws IOException {
        this.stream = new EncodedStream(container, "aac");
        var codec = stream.codec();
        codec.sample_fmt(avutil.AV_SAMPLE_FMT_FLTP);
        codec.sample_rate(rate);
        codec.channels(2);
        codec.channel_layout(avutil.AV_CH_LAYOUT_STEREO);
        codec.bit_rate(BITS_PER_SECOND);
        codec.time_base(new AVRational().num(1).den(rate));
        stream.open();
        int size = codec.frame_size();
        this.left = new float[size];
        this.right = new float[size];
        block.nb_samples(size);
        block.format(avutil.AV_SAMPLE_FMT_FLTP);
        block.channel_layout(avutil.AV_CH_LAYOUT_STEREO);
        block.channels(2);
        block.sample_rate(rate);
        avutil.av_frame_get_buffer(block, 0);
    }

    /** Takes the next frames, left and right in turn, and encodes full blocks. */
    void encode(float[] stereo, int frames, EncodedStream.Packets out) throws IOException {
        for (int i = 0; i < frames; i++) {
            left[held] = stereo[2 * i];
            right[held] = stereo[2 * i + 1];
            held++;
            if (held == left.length) {
                encodeBlock(out);
            }
        }
    }

    /** Encodes the rest; the last block may be shorter. */
    void finish(EncodedStream.Packets out) throws IOException {
        if (held > 0) {
            encodeBlock(out);
        }
        stream.encode(null, 0, out);
    }

    private void encodeBlock(EncodedStream.Packets out) throws IOException {
        avutil.av_frame_make_writable(block);
        block.nb_samples(held);
        new FloatPointer(block.data(0)).put(left, 0, held);
        new FloatPointer(block.data(1)).put(right, 0, held);
        block.pts(written);
        written += held;
        held = 0;
        stream.encode(block, 0, out);
    }

    @Override
    public void close() {
        stream.close();
        avutil.av_frame_free(block);
    }
}
