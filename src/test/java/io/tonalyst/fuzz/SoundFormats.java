// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.fuzz;

import io.tonalyst.fuzz.Format.Read;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.Recording;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.recording.TestEncoder;
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
                            SoundFormats::decode));
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

    private static Read decode(Path file) throws RecordingException {
        Recording recording = DECODER.decode(file, new CancelToken(), ProgressSink.NONE);
        Signal signal = recording.signal();
        for (int c = 0; c < signal.channels(); c++) {
            for (float sample : signal.channel(c)) {
                if (!Float.isFinite(sample)) {
                    throw new IllegalStateException("samples that are no numbers");
                }
            }
        }
        return new Read(
                (long) signal.frames() * signal.channels() * Float.BYTES, recording.damage());
    }
}
