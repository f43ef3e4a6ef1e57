// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.video;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** An encoder and its stream in a container. For one thread. */
final class EncodedStream implements AutoCloseable {
    /** Where finished packets go. */
    @FunctionalInterface
    interface Packets {
        /** Takes the content of a packet over. */
        void write(AVPacket packet) throws IOException;
    }

    private final String name;
    private final AVCodec encoder;
    private final AVStream stream;
    private final AVCodecContext codec;
    private final AVPacket packet = avcodec.av_packet_alloc();

    /**
     * A stream whose {@link #codec} is still to be set up and opened.
     *
     * @throws IOException with one sentence, if this build of FFmpeg lacks the encoder
     */
    EncodedStream(AVFormatContext container, String name) throws IOException {
        this.name = name;
        this.encoder = avcodec.avcodec_find_encoder_by_name(name);
        if (encoder == null) {
            throw new IOException("This build of FFmpeg has no " + name + " encoder.");
        }
        this.stream = avformat.avformat_new_stream(container, null);
        this.codec = avcodec.avcodec_alloc_context3(encoder);
        if ((container.oformat().flags() & avformat.AVFMT_GLOBALHEADER) != 0) {
            codec.flags(codec.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
        }
    }

    AVCodecContext codec() {
        return codec;
    }

    /** Opens the encoder with options of its own, given as name and value in turn. */
    void open(String... options) throws IOException {
        var own = new AVDictionary(null);
        for (int i = 0; i < options.length; i += 2) {
            avutil.av_dict_set(own, options[i], options[i + 1], 0);
        }
        int result = avcodec.avcodec_open2(codec, encoder, own);
        avutil.av_dict_free(own);
        if (result < 0 || avcodec.avcodec_parameters_from_context(stream.codecpar(), codec) < 0) {
            throw new IOException("The " + name + " encoder refuses this size or rate.");
        }
        stream.time_base(codec.time_base());
    }

    /**
     * Encodes a frame and hands on what is finished.
     *
     * @param frame null at the end
     * @param duration of a packet in the codec's time base
     */
    void encode(@Nullable AVFrame frame, long duration, Packets out) throws IOException {
        if (avcodec.avcodec_send_frame(codec, frame) < 0) {
            throw new IOException("The " + name + " encoder refused a frame.");
        }
        while (avcodec.avcodec_receive_packet(codec, packet) >= 0) {
            if (packet.duration() == 0) {
                packet.duration(duration);
            }
            packet.stream_index(stream.index());
            avcodec.av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
            out.write(packet);
        }
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(codec);
    }
}
