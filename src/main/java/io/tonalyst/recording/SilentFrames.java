// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.Pointer;

/**
 * Memory for decoded sound that holds silence. Decoders leave parts of a damaged frame as they were
 * given it; what other memory held before would be heard as noise, and differently each time.
 */
final class SilentFrames extends AVCodecContext.Get_buffer2_AVCodecContext_AVFrame_int {
    /** One for all decoders: a process can make few functions that FFmpeg may call. */
    private static final SilentFrames INSTANCE = new SilentFrames();

    private SilentFrames() {}

    /** Has a decoder take its memory from here; before it is opened. */
    static void serve(AVCodecContext codec) {
        codec.get_buffer2(INSTANCE);
    }

    @Override
    public int call(AVCodecContext codec, AVFrame frame, int flags) {
        int result = avcodec.avcodec_default_get_buffer2(codec, frame, flags);
        if (result >= 0) {
            for (int plane = 0; plane < AVFrame.AV_NUM_DATA_POINTERS; plane++) {
                silence(frame.buf(plane));
            }
            for (int plane = 0; plane < frame.nb_extended_buf(); plane++) {
                silence(frame.extended_buf(plane));
            }
        }
        return result;
    }

    private static void silence(AVBufferRef buffer) {
        if (buffer != null && !buffer.isNull()) {
            Pointer.memset(buffer.data(), 0, buffer.size());
        }
    }
}
