// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training.robustness;

import io.tonalyst.recording.Mp3Encoder;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.Resampler;
import io.tonalyst.signal.Signal;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The changes of sound a model is tried under. */
final class Degradations {
    private static final int MP3_BITS = 32_000;
    private static final double GAIN = 10;

    private final RecordingDecoder decoder;

    Degradations(RecordingDecoder decoder) {
        this.decoder = decoder;
    }

    /** How one change is made. */
    @FunctionalInterface
    private interface Change {
        float[] apply(float[] mono) throws IOException;
    }

    private record Named(String key, String description, Change change) implements Degradation {
        @Override
        public float[] apply(float[] mono, String clip) throws IOException {
            return change.apply(mono);
        }
    }

    /** All of them; the first changes nothing. */
    List<Degradation> all() {
        return List.of(
                new Named("clean", "As recorded", mono -> mono),
                new Named(
                        "telephone-mu-law",
                        "Telephone band 300 to 3400 Hz at 8 kHz, G.711 mu-law",
                        mono -> companded(mono, G711.MU_LAW)),
                new Named(
                        "telephone-a-law",
                        "Telephone band 300 to 3400 Hz at 8 kHz, G.711 A-law",
                        mono -> companded(mono, G711.A_LAW)),
                new Named("gsm", "Telephone band at 8 kHz, GSM 06.10 full rate", this::gsm),
                new Named("mp3-32", "MP3 at 32 kbit/s, 16 kHz mono", this::mp3),
                new Named(
                        "gain-minus-20-db", "20 dB quieter, 16 bit", mono -> gain(mono, 1 / GAIN)),
                new Named(
                        "gain-plus-20-db",
                        "20 dB louder, clipped at 16 bit full scale",
                        mono -> gain(mono, GAIN)),
                new Noise(false, 20),
                new Noise(false, 15),
                new Noise(true, 20),
                new Noise(true, 15));
    }

    /** The one of that key. */
    Degradation named(String key) {
        return all().stream().filter(d -> d.key().equals(key)).findFirst().orElseThrow();
    }

    private static float[] companded(float[] mono, G711 law) {
        short[] samples = Telephone.samples(Telephone.narrow(mono));
        float[] out = new float[samples.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = law.roundTrip(samples[i]) / 32768f;
        }
        return Telephone.widen(out);
    }

    private static float[] gain(float[] mono, double gain) {
        float[] louder = new float[mono.length];
        for (int i = 0; i < mono.length; i++) {
            louder[i] = (float) (mono[i] * gain);
        }
        short[] samples = Telephone.samples(louder);
        for (int i = 0; i < mono.length; i++) {
            louder[i] = samples[i] / 32768f;
        }
        return louder;
    }

    private float[] gsm(float[] mono) throws IOException {
        byte[] coded = Gsm.encode(Telephone.samples(Telephone.narrow(mono)));
        return throughFile(".gsm", file -> Files.write(file, coded));
    }

    private float[] mp3(float[] mono) throws IOException {
        return throughFile(
                ".mp3", file -> Mp3Encoder.write(file, mono, LogMel.SAMPLE_RATE, MP3_BITS));
    }

    /** Writes a coded file. */
    @FunctionalInterface
    private interface Writer {
        void write(Path file) throws IOException;
    }

    private float[] throughFile(String ending, Writer writer) throws IOException {
        Path file = Files.createTempFile("tonalyst-", ending);
        try {
            writer.write(file);
            Signal decoded = decoder.decode(file, new CancelToken(), ProgressSink.NONE).signal();
            return Resampler.resample(
                    decoded.mixdown(), decoded.sampleRate().hertz(), LogMel.SAMPLE_RATE);
        } catch (RecordingException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
