// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.video;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/** Reads the pictures of a film back: when each is shown and how bright its middle is. */
public final class VideoFrames {
    /**
     * One picture.
     *
     * @param luma of the middle pixel, 16 black to 235 white
     */
    public record Shown(double seconds, int width, int height, int luma) {}

    /** The streams' own lengths. */
    public record Film(List<Shown> pictures, double videoSeconds, double audioSeconds) {}

    private VideoFrames() {}

    public static Film read(Path file) {
        List<Shown> pictures = new ArrayList<>();
        double[] seconds = new double[2];
        decode(file, (time, frame) -> pictures.add(shown(time, frame)), seconds);
        return new Film(pictures, seconds[0], seconds[1]);
    }

    /**
     * Where a row is reddest, in each picture.
     *
     * @param row share of the height
     * @return shares of the width
     */
    public static List<Double> reddest(Path file, double row) {
        List<Double> places = new ArrayList<>();
        decode(file, (time, frame) -> places.add(reddest(frame, row)), new double[2]);
        return places;
    }

    private static double reddest(AVFrame frame, double row) {
        int columns = frame.width() / 2;
        int line = (int) (frame.height() / 2.0 * row);
        long start = (long) line * frame.linesize(2);
        var plane = frame.data(2).capacity(start + columns);
        double sum = 0;
        double weight = 0;
        for (int x = 0; x < columns; x++) {
            int red = Math.max(0, (plane.get(start + x) & 0xff) - 134);
            sum += red * (x + 0.5);
            weight += red;
        }
        return sum / weight / columns;
    }

    private interface Receiver {
        void take(double seconds, AVFrame frame);
    }

    private static void decode(Path file, Receiver receiver, double[] lengths) {
        var container = new AVFormatContext(null);
        if (avformat.avformat_open_input(
                        container, file.toString(), (AVInputFormat) null, (AVDictionary) null)
                < 0) {
            throw new AssertionError(file + " cannot be opened");
        }
        avformat.avformat_find_stream_info(container, (AVDictionary) null);
        int index = stream(container, avutil.AVMEDIA_TYPE_VIDEO);
        AVStream stream = container.streams(index);
        AVCodec decoder = avcodec.avcodec_find_decoder(stream.codecpar().codec_id());
        AVCodecContext codec = avcodec.avcodec_alloc_context3(decoder);
        avcodec.avcodec_parameters_to_context(codec, stream.codecpar());
        codec.thread_count(1);
        avcodec.avcodec_open2(codec, decoder, (AVDictionary) null);
        double unit = avutil.av_q2d(stream.time_base());
        AVPacket packet = avcodec.av_packet_alloc();
        AVFrame frame = avutil.av_frame_alloc();
        while (avformat.av_read_frame(container, packet) >= 0) {
            if (packet.stream_index() == index) {
                avcodec.avcodec_send_packet(codec, packet);
                collect(codec, frame, unit, receiver);
            }
            avcodec.av_packet_unref(packet);
        }
        avcodec.avcodec_send_packet(codec, null);
        collect(codec, frame, unit, receiver);
        AVStream audio = container.streams(stream(container, avutil.AVMEDIA_TYPE_AUDIO));
        lengths[0] = stream.duration() * unit;
        lengths[1] = audio.duration() * avutil.av_q2d(audio.time_base());
        avcodec.av_packet_free(packet);
        avutil.av_frame_free(frame);
        avcodec.avcodec_free_context(codec);
        avformat.avformat_close_input(container);
    }

    private static int stream(AVFormatContext container, int kind) {
        int index = avformat.av_find_best_stream(container, kind, -1, -1, (AVCodec) null, 0);
        if (index < 0) {
            throw new AssertionError("no stream of kind " + kind);
        }
        return index;
    }

    private static void collect(
            AVCodecContext codec, AVFrame frame, double unit, Receiver receiver) {
        while (avcodec.avcodec_receive_frame(codec, frame) >= 0) {
            receiver.take(frame.best_effort_timestamp() * unit, frame);
        }
    }

    private static Shown shown(double seconds, AVFrame frame) {
        long middle = (long) frame.height() / 2 * frame.linesize(0) + frame.width() / 2;
        int luma = frame.data(0).capacity(middle + 1).get(middle) & 0xff;
        return new Shown(seconds, frame.width(), frame.height(), luma);
    }
}
