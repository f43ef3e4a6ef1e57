// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.signal.Signal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;

/** Writes signals in FFmpeg's formats, to have files to decode. */
public final class TestEncoder {
    private static final int DEFAULT_FRAME = 1024;

    private TestEncoder() {}

    /** Whether this build of FFmpeg has the encoder. */
    public static boolean has(String encoder) {
        return avcodec.avcodec_find_encoder_by_name(encoder) != null;
    }

    /**
     * Encodes a signal; the ending of the file's name chooses the container.
     *
     * @param encoder FFmpeg's name of it, such as {@code pcm_mulaw}
     */
    public static void write(Path file, String encoder, Signal signal) {
        var container = new AVFormatContext(null);
        var name = new BytePointer(file.toString(), StandardCharsets.UTF_8);
        check(avformat.avformat_alloc_output_context2(container, null, null, name));
        // No random serial numbers: the same signal makes the same bytes.
        container.flags(container.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        AVCodec codec = avcodec.avcodec_find_encoder_by_name(encoder);
        AVCodecContext context = open(codec, container, signal);
        AVStream stream = avformat.avformat_new_stream(container, null);
        stream.time_base(context.time_base());
        check(avcodec.avcodec_parameters_from_context(stream.codecpar(), context));
        var io = new AVIOContext(null);
        check(avformat.avio_open(io, name, avformat.AVIO_FLAG_WRITE));
        container.pb(io);
        check(avformat.avformat_write_header(container, (AVDictionary) null));
        int size = context.frame_size() > 0 ? context.frame_size() : DEFAULT_FRAME;
        for (int start = 0; start < signal.frames(); start += size) {
            int count = Math.min(size, signal.frames() - start);
            AVFrame frame = frame(context, signal, start, count);
            check(avcodec.avcodec_send_frame(context, frame));
            avutil.av_frame_free(frame);
            drain(context, container, stream);
        }
        check(avcodec.avcodec_send_frame(context, null));
        drain(context, container, stream);
        check(avformat.av_write_trailer(container));
        avformat.avio_closep(io);
        avcodec.avcodec_free_context(context);
        container.pb(null);
        avformat.avformat_free_context(container);
    }

    private static AVCodecContext open(AVCodec codec, AVFormatContext container, Signal signal) {
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        int rate = signal.sampleRate().hertz();
        context.sample_fmt(codec.sample_fmts().get(0));
        context.sample_rate(rate);
        context.channels(signal.channels());
        context.channel_layout(avutil.av_get_default_channel_layout(signal.channels()));
        context.time_base(new AVRational().num(1).den(rate));
        context.strict_std_compliance(AVCodecContext.FF_COMPLIANCE_EXPERIMENTAL);
        if ((container.oformat().flags() & avformat.AVFMT_GLOBALHEADER) != 0) {
            context.flags(context.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        check(avcodec.avcodec_open2(context, codec, (AVDictionary) null));
        return context;
    }

    private static AVFrame frame(AVCodecContext context, Signal signal, int start, int count) {
        AVFrame planar = emptyFrame(context, avutil.AV_SAMPLE_FMT_FLTP, count);
        for (int c = 0; c < signal.channels(); c++) {
            new FloatPointer(planar.data(c)).put(signal.channel(c), start, count);
        }
        AVFrame frame = emptyFrame(context, context.sample_fmt(), count);
        SwrContext converter = swresample.swr_alloc();
        check(swresample.swr_convert_frame(converter, frame, planar));
        swresample.swr_free(converter);
        avutil.av_frame_free(planar);
        frame.pts(start);
        return frame;
    }

    private static AVFrame emptyFrame(AVCodecContext context, int format, int count) {
        AVFrame frame = avutil.av_frame_alloc();
        frame.format(format);
        frame.nb_samples(count);
        frame.channels(context.channels());
        frame.channel_layout(context.channel_layout());
        frame.sample_rate(context.sample_rate());
        check(avutil.av_frame_get_buffer(frame, 0));
        return frame;
    }

    private static void drain(AVCodecContext context, AVFormatContext container, AVStream stream) {
        AVPacket packet = avcodec.av_packet_alloc();
        while (avcodec.avcodec_receive_packet(context, packet) >= 0) {
            avcodec.av_packet_rescale_ts(packet, context.time_base(), stream.time_base());
            packet.stream_index(stream.index());
            check(avformat.av_interleaved_write_frame(container, packet));
        }
        avcodec.av_packet_free(packet);
    }

    private static void check(int result) {
        assertThat(result).as("result of an FFmpeg call").isNotNegative();
    }
}
