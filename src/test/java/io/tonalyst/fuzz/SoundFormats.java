// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.fuzz;

import io.tonalyst.fuzz.Format.Read;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.OpenedRecording;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.recording.RecordingFacts;
import io.tonalyst.recording.RecordingOpener;
import io.tonalyst.recording.SampleStore;
import io.tonalyst.recording.TestEncoder;
import io.tonalyst.signal.Samples;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sound in every container and coding for which this FFmpeg can make a good file. */
final class SoundFormats {
    private static final FfmpegDecoder DECODER = new FfmpegDecoder();
    private static final int BLOCK = 4096;

    /** Ending, encoder, rate in Hz, channels. */
    private record Kind(String ending, String encoder, int hertz, int channels) {}

    private static final List<Kind> KINDS =
            List.of(
                    new Kind("wav", "pcm_s16le", 8000, 2),
                    new Kind("wav", "pcm_u8", 8000, 1),
                    new Kind("wav", "pcm_s24le", 48_000, 2),
                    new Kind("wav", "pcm_f32le", 16_000, 2),
                    new Kind("wav", "pcm_f64le", 8000, 1),
                    new Kind("wav", "pcm_mulaw", 8000, 2),
                    new Kind("wav", "pcm_alaw", 8000, 2),
                    new Kind("wav", "adpcm_ms", 8000, 2),
                    new Kind("wav", "adpcm_ima_wav", 8000, 1),
                    new Kind("w64", "pcm_s16le", 8000, 2),
                    new Kind("aiff", "pcm_s16be", 8000, 2),
                    new Kind("au", "pcm_mulaw", 8000, 1),
                    new Kind("caf", "pcm_s16le", 8000, 1),
                    new Kind("voc", "pcm_s16le", 8000, 1),
                    new Kind("sox", "pcm_s32le", 8000, 2),
                    new Kind("flac", "flac", 16_000, 2),
                    new Kind("mp3", "libmp3lame", 16_000, 1),
                    new Kind("mp2", "mp2", 44_100, 2),
                    new Kind("aac", "aac", 16_000, 1),
                    new Kind("m4a", "aac", 16_000, 2),
                    new Kind("m4a", "alac", 16_000, 2),
                    new Kind("mp4", "aac", 16_000, 1),
                    new Kind("3gp", "aac", 16_000, 1),
                    new Kind("mov", "pcm_s16le", 16_000, 1),
                    new Kind("dts", "dca", 48_000, 2),
                    new Kind("ac3", "ac3", 48_000, 2),
                    new Kind("eac3", "eac3", 48_000, 2),
                    new Kind("ogg", "libopus", 16_000, 1),
                    new Kind("ogg", "vorbis", 16_000, 2),
                    new Kind("ogg", "flac", 16_000, 1),
                    new Kind("ogg", "libspeex", 16_000, 1),
                    new Kind("mka", "aac", 16_000, 1),
                    new Kind("webm", "libopus", 16_000, 1),
                    new Kind("avi", "pcm_s16le", 8000, 1),
                    new Kind("wma", "wmav2", 44_100, 2),
                    new Kind("flv", "libmp3lame", 44_100, 1),
                    new Kind("ts", "mp2", 44_100, 1),
                    new Kind("mpg", "mp2", 44_100, 1),
                    new Kind("wv", "wavpack", 16_000, 2),
                    new Kind("tta", "tta", 16_000, 2),
                    new Kind("amr", "libopencore_amrnb", 8000, 1),
                    new Kind("gsm", "libgsm", 8000, 1),
                    new Kind("wav", "libgsm_ms", 8000, 1),
                    new Kind("ul", "pcm_mulaw", 8000, 1),
                    new Kind("al", "pcm_alaw", 8000, 1));

    private SoundFormats() {}

    /** The formats; those for which there is no encoder are told to {@code missing}. */
    static List<Format> all(Path folder, List<String> missing) throws IOException {
        var opener = new RecordingOpener(DECODER, new SampleStore(folder.resolve("sound")));
        List<Format> formats = new ArrayList<>();
        for (Kind kind : KINDS) {
            String name = kind.ending + "/" + kind.encoder;
            Path file = folder.resolve("seed-" + kind.encoder + "." + kind.ending);
            if (!TestEncoder.has(kind.encoder)) {
                missing.add(name);
                continue;
            }
            try {
                TestEncoder.write(file, kind.encoder, voice(kind.hertz, kind.channels));
            } catch (AssertionError refused) {
                missing.add(name);
                continue;
            }
            formats.add(
                    Format.sound(
                            name,
                            "." + kind.ending,
                            Files.readAllBytes(file),
                            path -> decode(opener, path)));
        }
        return formats;
    }

    /** A gliding voice with pauses, so that every codec has something to do. */
    private static Signal voice(int hertz, int channels) {
        float[][] samples = new float[channels][hertz * 6 / 10];
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < samples[c].length; i++) {
                double t = (double) i / hertz;
                double envelope = Math.max(0, Math.sin(2 * Math.PI * (3 + c) * t));
                samples[c][i] =
                        (float)
                                (0.5
                                        * envelope
                                        * Math.sin(2 * Math.PI * (180 + 200 * t) * t)
                                        * (1 + 0.4 * Math.sin(7000 * t)));
            }
        }
        return new Signal(new SampleRate(hertz), samples);
    }

    /**
     * Reads a file as the window does, and as batches do: both have to hold the same sound, or
     * refuse it in the same words.
     */
    private static Read decode(RecordingOpener opener, Path file) throws RecordingException {
        List<OpenedRecording> begun = new ArrayList<>();
        OpenedRecording opened;
        try {
            opened = opener.open(file, begun::add, new CancelToken(), ProgressSink.NONE);
        } catch (RecordingException refused) {
            begun.forEach(recording -> recording.samples().close());
            throw refused;
        }
        try (Samples shown = opened.samples();
                Samples read = opener.read(file, new CancelToken(), ProgressSink.NONE).samples()) {
            if (begun.size() != 1 || shown.length() != read.length()) {
                throw new IllegalStateException("opened in part");
            }
            float[] there = new float[BLOCK];
            float[] here = new float[BLOCK];
            for (int c = 0; c < shown.channels(); c++) {
                opened.peaks()
                        .get(c)
                        .summarise(0, shown.length(), 8, new float[8], new float[8], new float[8]);
                for (long at = 0; at < shown.length(); at += BLOCK) {
                    shown.read(c, at, here, 0, BLOCK);
                    read.read(c, at, there, 0, BLOCK);
                    compare(here, there);
                }
            }
            // Both ways together stay within what one may take.
            return new Read(
                    shown.length() * shown.channels() * Float.BYTES,
                    opened.facts().flatMap(RecordingFacts::damage));
        }
    }

    private static void compare(float[] here, float[] there) {
        for (int i = 0; i < BLOCK; i++) {
            if (!Float.isFinite(here[i])) {
                throw new IllegalStateException("samples that are no numbers");
            }
            if (here[i] != there[i]) {
                throw new IllegalStateException("other samples on the disk");
            }
        }
    }
}
