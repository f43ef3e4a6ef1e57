// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import io.tonalyst.work.NativeLibrary;
import io.tonalyst.work.NativeLibraryException;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;

/** FFmpeg's native code for decoding, silent on the console. */
final class Ffmpeg {
    private static final NativeLibrary LIBRARY = new NativeLibrary("FFmpeg", Ffmpeg::start);

    private Ffmpeg() {}

    private static void start() {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        avcodec.avcodec_version();
        avformat.avformat_version();
        swresample.swresample_version();
    }

    /**
     * To be called before anything of FFmpeg is.
     *
     * @throws NativeLibraryException with one sentence, if it cannot be loaded
     */
    static void require() {
        LIBRARY.require();
    }
}
