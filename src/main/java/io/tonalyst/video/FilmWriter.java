// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.video;

import io.tonalyst.signal.PcmSource;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/**
 * Writes films as MP4: H.264 pictures at a constant rate, AAC sound. Picture {@code k} is drawn at
 * {@code k / rate} seconds exactly, and the sound is padded to the end of the last picture, so that
 * neither drifts against the other.
 */
public final class FilmWriter {
    private static final int SOUND_FRAMES = 4096;

    private FilmWriter() {}

    /**
     * Writes a film as long as its sound. Must not be called on the thread that paints.
     *
     * @return number of pictures
     * @throws IOException with one sentence, if it cannot be written; nothing is left behind then
     * @throws CancellationException if cancelled; nothing is left behind then
     */
    public static long write(
            Path file,
            VideoFormat format,
            PictureSource pictures,
            PcmSource sound,
            CancelToken cancel,
            ProgressSink progress)
            throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException(
                    "Cannot write " + file + ": its folder does not exist; choose another.");
        }
        long count = format.pictures(sound.sampleRate().seconds(sound.frames()));
        WholeFile.write(
                file,
                part -> {
                    try (var writer = new Mp4Writer(part, format, sound.sampleRate().hertz())) {
                        film(writer, format, pictures, sound, count, cancel, progress, file);
                        writer.finish();
                    }
                });
        return count;
    }

    private static void film(
            Mp4Writer writer,
            VideoFormat format,
            PictureSource pictures,
            PcmSource sound,
            long count,
            CancelToken cancel,
            ProgressSink progress,
            Path file)
            throws IOException {
        float[] stereo = new float[2 * SOUND_FRAMES];
        long heard = 0;
        String message = "Writing " + file.getFileName();
        try (var ahead = new PicturesAhead(pictures, format, count, file)) {
            for (long k = 0; k < count; k++) {
                cancel.throwIfCancelled();
                writer.picture(ahead.next());
                long until = sound.sampleRate().frames(format.seconds(k + 1));
                while (heard < until) {
                    int some = (int) Math.min(SOUND_FRAMES, until - heard);
                    sound.read(heard, stereo, 0, some);
                    writer.sound(stereo, some);
                    heard += some;
                }
                progress.report((k + 1.0) / count, message);
            }
        }
    }
}
