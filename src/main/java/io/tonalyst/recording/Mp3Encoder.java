// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.FloatPointer;

/** Writes mono sound as MP3 frames with FFmpeg's LAME. */
public final class Mp3Encoder {
    private Mp3Encoder() {}

    /**
     * Writes a file of bare MP3 frames.
     *
     * @param mono samples, full scale 1
     * @param sampleRate one that MP3 knows, such as 16000
     * @param bitsPerSecond constant rate, such as 32000
     * @throws IOException with one sentence, if the file cannot be written or LAME does not take
     *     the rates
     */
    public static void write(Path file, float[] mono, int sampleRate, int bitsPerSecond)
            throws IOException {
        Ffmpeg.require();
        AVCodec lame = avcodec.avcodec_find_encoder_by_name("libmp3lame");
        if (lame == null) {
            throw new IOException("This build of FFmpeg has no MP3 encoder.");
        }
        AVCodecContext codec = avcodec.avcodec_alloc_context3(lame);
        AVFrame frame = avutil.av_frame_alloc();
        AVPacket packet = avcodec.av_packet_alloc();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            codec.sample_fmt(avutil.AV_SAMPLE_FMT_FLTP);
            codec.sample_rate(sampleRate);
            codec.bit_rate(bitsPerSecond);
            codec.channels(1);
            codec.channel_layout(avutil.AV_CH_LAYOUT_MONO);
            if (avcodec.avcodec_open2(codec, lame, (AVDictionary) null) < 0) {
                throw new IOException(
                        "MP3 at " + sampleRate + " Hz and " + bitsPerSecond + " bit/s is refused.");
            }
            frame.nb_samples(codec.frame_size());
            frame.format(codec.sample_fmt());
            frame.channel_layout(codec.channel_layout());
            frame.channels(1);
            avutil.av_frame_get_buffer(frame, 0);
            for (int from = 0; from < mono.length; from += codec.frame_size()) {
                avutil.av_frame_make_writable(frame);
                fill(frame, mono, from, codec.frame_size());
                frame.pts(from);
                avcodec.avcodec_send_frame(codec, frame);
                drain(codec, packet, out);
            }
            avcodec.avcodec_send_frame(codec, null);
            drain(codec, packet, out);
        } finally {
            avcodec.av_packet_free(packet);
            avutil.av_frame_free(frame);
            avcodec.avcodec_free_context(codec);
        }
    }

    private static void fill(AVFrame frame, float[] mono, int from, int size) {
        var samples = new FloatPointer(frame.data(0)).capacity(size);
        for (int i = 0; i < size; i++) {
            samples.put(i, from + i < mono.length ? mono[from + i] : 0);
        }
    }

    private static void drain(AVCodecContext codec, AVPacket packet, OutputStream out)
            throws IOException {
        while (avcodec.avcodec_receive_packet(codec, packet) >= 0) {
            byte[] bytes = new byte[packet.size()];
            packet.data().capacity(bytes.length).get(bytes);
            out.write(bytes);
            avcodec.av_packet_unref(packet);
        }
    }
}
