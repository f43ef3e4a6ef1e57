// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.video;

import io.tonalyst.work.NativeLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * An MP4 file being written: one H.264 and one AAC stream, the index in front, so that browsers
 * play it while it loads. For one thread.
 */
final class Mp4Writer implements AutoCloseable {
    private static final NativeLibrary FFMPEG = new NativeLibrary("FFmpeg", Mp4Writer::startFfmpeg);

    private final Path file;
    private final AVFormatContext container;
    private final BytePointer url;
    private final VideoStream video;
    private final AudioStream audio;
    private boolean open;

    /**
     * @throws IOException with one sentence, if the file cannot be written or FFmpeg lacks an
     *     encoder
     */
    Mp4Writer(Path file, VideoFormat format, int soundRate) throws IOException {
        FFMPEG.require();
        this.file = file;
        this.container = new AVFormatContext(null);
        // The prefix keeps a name such as "http:x.mp4" a file name.
        this.url = new BytePointer("file:" + file.toAbsolutePath(), StandardCharsets.UTF_8);
        // The name is asked for again when the index is moved to the front.
        check(
                avformat.avformat_alloc_output_context2(
                        container, null, new BytePointer("mp4"), url),
                "the container");
        this.video = new VideoStream(container, format);
        this.audio = new AudioStream(container, soundRate);
        var bytes = new AVIOContext(null);
        check(
                avformat.avio_open(bytes, url, avformat.AVIO_FLAG_WRITE),
                "the file; check that its folder may be written to");
        container.pb(bytes);
        open = true;
        var options = new AVDictionary(null);
        avutil.av_dict_set(options, "movflags", "+faststart", 0);
        int result = avformat.avformat_write_header(container, options);
        avutil.av_dict_free(options);
        check(result, "the header");
    }

    private static void startFfmpeg() {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        avcodec.avcodec_version();
        avformat.avformat_version();
        swresample.swresample_version();
        swscale.swscale_version();
    }

    /** Adds the next picture. */
    void picture(int[] argb) throws IOException {
        video.encode(argb, this::write);
    }

    /** Adds the next frames of stereo sound. */
    void sound(float[] stereo, int frames) throws IOException {
        audio.encode(stereo, frames, this::write);
    }

    /** Writes what the encoders still hold, and the index. */
    void finish() throws IOException {
        video.finish(this::write);
        audio.finish(this::write);
        check(avformat.av_write_trailer(container), "the index; check the room on its disk");
    }

    private void write(AVPacket packet) throws IOException {
        check(
                avformat.av_interleaved_write_frame(container, packet),
                "a packet; check the room on its disk");
    }

    private void check(int result, String what) throws IOException {
        if (result < 0) {
            throw new IOException("Cannot write " + file + ": FFmpeg refused " + what + ".");
        }
    }

    @Override
    public void close() {
        video.close();
        audio.close();
        if (open) {
            avformat.avio_closep(new PointerPointer<AVIOContext>(1).put(container.pb()));
            open = false;
        }
        avformat.avformat_free_context(container);
        url.close();
    }
}
