// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import io.tonalyst.work.CancelToken;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
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
import org.bytedeco.javacpp.BytePointer;

/** The best audio stream of one open file, decoded frame by frame. For one thread. */
final class FfmpegInput implements AutoCloseable {
    /**
     * The containers that are opened. Others are no recordings (pictures, subtitles), or are lists
     * of further files to open, which a stranger's file must not be able to do.
     */
    private static final String FORMATS =
            String.join(
                    ",",
                    List.of(
                            "wav",
                            "w64",
                            "aiff",
                            "au",
                            "caf",
                            "voc",
                            "sox",
                            "nistsphere",
                            "flac",
                            "mp3",
                            "aac",
                            "ac3",
                            "eac3",
                            "dts",
                            "amr",
                            "amrnb",
                            "amrwb",
                            "ape",
                            "tta",
                            "wv",
                            "ogg",
                            "mov",
                            "mp4",
                            "m4a",
                            "3gp",
                            "matroska",
                            "webm",
                            "avi",
                            "asf",
                            "flv",
                            "mpeg",
                            "mpegts",
                            "mulaw",
                            "alaw",
                            "gsm"));

    private final AVFormatContext container;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVFrame frame = avutil.av_frame_alloc();
    private final AVCodecContext codec;
    private final int streamIndex;
    private final String format;
    private final long bytes;
    private boolean draining;
    private int damagedPackets;

    private FfmpegInput(Path file, AVFormatContext container) throws RecordingException {
        this.container = container;
        this.bytes = Math.max(1, avformat.avio_size(container.pb()));
        this.codec = avcodec.avcodec_alloc_context3(null);
        try {
            streamIndex = findAudio(file);
            AVStream stream = container.streams(streamIndex);
            openCodec(file, stream);
            format = containerName(file) + ", " + codecName(stream);
        } catch (RecordingException e) {
            close();
            throw e;
        }
    }

    /**
     * Opens a file that exists and is not empty.
     *
     * @throws RecordingException with one sentence, if it holds no audio stream that can be decoded
     */
    static FfmpegInput open(Path file) throws RecordingException {
        Ffmpeg.require();
        var container = new AVFormatContext(null);
        var options = new AVDictionary(null);
        // The prefix keeps a name such as "http:x.wav" a file name.
        try (var name = new BytePointer("file:" + file.toAbsolutePath(), StandardCharsets.UTF_8)) {
            avutil.av_dict_set(options, "protocol_whitelist", "file", 0);
            avutil.av_dict_set(options, "format_whitelist", FORMATS, 0);
            // For files without a header, which come from telephone systems.
            avutil.av_dict_set(options, "sample_rate", "8000", 0);
            if (avformat.avformat_open_input(container, name, null, options) < 0) {
                throw new RecordingException(
                        file
                                + " is not an audio or video file of a known kind, or its beginning is damaged.");
            }
        } finally {
            avutil.av_dict_free(options);
        }
        return new FfmpegInput(file, container);
    }

    private int findAudio(Path file) throws RecordingException {
        // Its result does not matter: what it could not find out shows when the codec is opened.
        avformat.avformat_find_stream_info(container, (AVDictionary) null);
        int index =
                avformat.av_find_best_stream(
                        container, avutil.AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
        if (index < 0) {
            throw new RecordingException(
                    file + " has no audio stream: choose a file that holds sound.");
        }
        for (int i = 0; i < container.nb_streams(); i++) {
            if (i != index) {
                container.streams(i).discard(avcodec.AVDISCARD_ALL);
            }
        }
        return index;
    }

    private void openCodec(Path file, AVStream stream) throws RecordingException {
        AVCodec decoder = avcodec.avcodec_find_decoder(stream.codecpar().codec_id());
        if (decoder == null
                || avcodec.avcodec_parameters_to_context(codec, stream.codecpar()) < 0) {
            throw cannotDecode(file, stream);
        }
        // Needed to cut encoder delay and padding by time stamps.
        codec.pkt_timebase(stream.time_base());
        codec.thread_count(1);
        SilentFrames.serve(codec);
        if (avcodec.avcodec_open2(codec, decoder, (AVDictionary) null) < 0) {
            throw cannotDecode(file, stream);
        }
    }

    private static RecordingException cannotDecode(Path file, AVStream stream) {
        return new RecordingException(
                file
                        + " holds sound coded as "
                        + codecName(stream)
                        + " that cannot be decoded: convert it to WAV, or, if that fails too, record it again.");
    }

    /**
     * Decodes the next piece of sound into {@link #frame}, passing over what is damaged.
     *
     * @return false at the end
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    boolean next(CancelToken cancel) {
        while (true) {
            cancel.throwIfCancelled();
            int result = avcodec.avcodec_receive_frame(codec, frame);
            if (result >= 0) {
                return true;
            }
            if (result == avutil.AVERROR_EOF()) {
                return false;
            }
            if (result != avutil.AVERROR_EAGAIN()) {
                damagedPackets++;
            }
            if (draining) {
                return false;
            }
            feed();
        }
    }

    private void feed() {
        int result = avformat.av_read_frame(container, packet);
        if (result < 0) {
            if (result != avutil.AVERROR_EOF()) {
                damagedPackets++;
            }
            draining = true;
            avcodec.avcodec_send_packet(codec, null);
            return;
        }
        if (packet.stream_index() == streamIndex
                && avcodec.avcodec_send_packet(codec, packet) < 0) {
            damagedPackets++;
        }
        avcodec.av_packet_unref(packet);
    }

    /** The frame that {@link #next} decoded; valid until the next call. */
    AVFrame frame() {
        return frame;
    }

    /** Packets that could not be read or decoded so far. */
    int damagedPackets() {
        return damagedPackets;
    }

    /** Share of the file's bytes read so far, 0 to 1. */
    double fractionRead() {
        return Math.clamp((double) avformat.avio_tell(container.pb()) / bytes, 0, 1);
    }

    /**
     * Seconds that the header tells of; empty where it does not tell, where the length is only
     * guessed from the bit rate, or where it may be that of the pictures.
     */
    OptionalDouble promisedSeconds(Path file) {
        if (container.iformat().name().getString().equals("wav")) {
            return WavHeader.promisedSeconds(file);
        }
        AVStream stream = container.streams(streamIndex);
        if (container.nb_streams() > 1
                || stream.duration() == avutil.AV_NOPTS_VALUE
                || container.duration_estimation_method() == avformat.AVFMT_DURATION_FROM_BITRATE) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                (double) stream.duration() * stream.time_base().num() / stream.time_base().den());
    }

    /** The promised seconds or, where there are none, a guess from the bit rate. */
    OptionalDouble expectedSeconds(Path file) {
        OptionalDouble promised = promisedSeconds(file);
        long guess = container.duration();
        return promised.isPresent() || guess <= 0
                ? promised
                : OptionalDouble.of((double) guess / avutil.AV_TIME_BASE);
    }

    /** Container and codec, such as {@code wav, pcm_mulaw}. */
    String format() {
        return format;
    }

    /** The container's name; of FFmpeg's list of synonyms the one that the file itself uses. */
    private String containerName(Path file) {
        List<String> names = List.of(container.iformat().name().getString().split(","));
        String fileName = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> fileName.endsWith("." + name))
                .findFirst()
                .orElse(names.getFirst());
    }

    private static String codecName(AVStream stream) {
        return avcodec.avcodec_get_name(stream.codecpar().codec_id()).getString();
    }

    @Override
    public void close() {
        avcodec.avcodec_free_context(codec);
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
        avformat.avformat_close_input(container);
    }
}
