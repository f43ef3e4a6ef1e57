// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.video;

import java.io.IOException;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * H.264 pictures of a film, by OpenH264, in the colours of BT.709 as high-definition players take
 * them to be.
 */
final class VideoStream implements AutoCloseable {
    /** Bits for each pixel and second at 30 pictures a second; charts are flat and need few. */
    private static final double BITS_PER_PIXEL = 4;

    private static final int SECONDS_BETWEEN_KEY_PICTURES = 2;

    private final EncodedStream stream;
    private final VideoFormat format;
    private final AVFrame picture = avutil.av_frame_alloc();
    private final SwsContext colours;
    private final IntPointer pixels;
    private final PointerPointer<IntPointer> planes = new PointerPointer<>(1);
    private final IntPointer strides = new IntPointer(1);
    private long count;

    VideoStream(AVFormatContext container, VideoFormat format) throws IOException {
        this.format = format;
        this.stream = new EncodedStream(container, "libopenh264");
        int rate = format.framesPerSecond();
        var codec = stream.codec();
        codec.width(format.width());
        codec.height(format.height());
        codec.pix_fmt(avutil.AV_PIX_FMT_YUV420P);
        codec.time_base(new AVRational().num(1).den(rate));
        codec.framerate(new AVRational().num(rate).den(1));
        codec.gop_size(rate * SECONDS_BETWEEN_KEY_PICTURES);
        codec.bit_rate((long) (BITS_PER_PIXEL * format.width() * format.height() * rate / 30));
        codec.color_range(avutil.AVCOL_RANGE_MPEG);
        codec.colorspace(avutil.AVCOL_SPC_BT709);
        codec.color_primaries(avutil.AVCOL_PRI_BT709);
        codec.color_trc(avutil.AVCOL_TRC_BT709);
        // Every picture counts: none may be skipped to save bits.
        stream.open("rc_mode", "quality", "allow_skip_frames", "0");
        picture.format(avutil.AV_PIX_FMT_YUV420P);
        picture.width(format.width());
        picture.height(format.height());
        avutil.av_frame_get_buffer(picture, 0);
        this.colours = converter(format);
        this.pixels = new IntPointer((long) format.width() * format.height());
        planes.put(0, pixels);
        strides.put(0, 4 * format.width());
    }

    private static SwsContext converter(VideoFormat format) {
        SwsContext context =
                swscale.sws_getContext(
                        format.width(),
                        format.height(),
                        avutil.AV_PIX_FMT_BGRA,
                        format.width(),
                        format.height(),
                        avutil.AV_PIX_FMT_YUV420P,
                        swscale.SWS_AREA | swscale.SWS_ACCURATE_RND,
                        (SwsFilter) null,
                        (SwsFilter) null,
                        (DoublePointer) null);
        IntPointer table = swscale.sws_getCoefficients(swscale.SWS_CS_ITU709);
        swscale.sws_setColorspaceDetails(context, table, 1, table, 0, 0, 1 << 16, 1 << 16);
        return context;
    }

    /** Encodes the next picture. */
    void encode(int[] argb, EncodedStream.Packets out) throws IOException {
        // An int 0xAARRGGBB lies in memory as the bytes B, G, R, A.
        pixels.put(argb, 0, argb.length);
        avutil.av_frame_make_writable(picture);
        swscale.sws_scale(
                colours, planes, strides, 0, format.height(), picture.data(), picture.linesize());
        picture.pts(count++);
        stream.encode(picture, 1, out);
    }

    void finish(EncodedStream.Packets out) throws IOException {
        stream.encode(null, 1, out);
    }

    @Override
    public void close() {
        stream.close();
        avutil.av_frame_free(picture);
        swscale.sws_freeContext(colours);
        pixels.close();
        planes.close();
        strides.close();
    }
}
