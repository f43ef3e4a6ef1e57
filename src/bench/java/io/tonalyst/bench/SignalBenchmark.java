// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.bench;

import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.samples.SpeechLikeCall;
import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.LogMelExtractor;
import io.tonalyst.signal.ReferenceFeatureExtractor;
import io.tonalyst.signal.ReferenceFeatures;
import io.tonalyst.signal.Resampler;
import io.tonalyst.signal.Signal;
import io.tonalyst.signal.Stft;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What is done to every recording: one thread, sound of a synthetic call. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SignalBenchmark {
    private static final int SECONDS = 3;
    private static final int SIZE = 1024;
    private static final int HOP = 256;
    private static final long SEED = 1;

    private final Stft stft = new Stft(SIZE);
    private final float[] column = new float[stft.bins()];
    private final float[] voice16k = call(16_000).mixdown();
    private final float[] voice44k = call(44_100).mixdown();
    private final float[] clip = ReferenceFeatures.prepare(call(ReferenceFeatures.SAMPLE_RATE));
    private final Path file = Path.of("samples", "calls", "calming_8k_mulaw.wav");

    private static Signal call(int hertz) {
        return SpeechLikeCall.render(hertz, SECONDS, SEED);
    }

    /** Spectrogram columns of 3 s at 16 kHz: 1024 points every 256. */
    @Benchmark
    public float stftOf3s() {
        int columns = Stft.columns(voice16k.length, HOP);
        for (int i = 0; i < columns; i++) {
            stft.columnDb(voice16k, (long) i * HOP, column);
        }
        return column[0];
    }

    /** What the model sees of 3 s. */
    @Benchmark
    public LogMel logMelOf3s() {
        return new LogMelExtractor().extract(voice16k);
    }

    /** The 162 features of 3 s at 22.05 kHz. */
    @Benchmark
    public ReferenceFeatures referenceFeaturesOf3s() {
        return new ReferenceFeatureExtractor().extract(clip);
    }

    /** 3 s from 44.1 to 16 kHz. */
    @Benchmark
    public float[] resampleOf3s() {
        return Resampler.resample(voice44k, 44_100, 16_000);
    }

    /** A sample call of two channels in mu-law, from the file. */
    @Benchmark
    public Signal decodeSampleCall() throws Exception {
        return new FfmpegDecoder().decode(file, new CancelToken(), ProgressSink.NONE).signal();
    }
}
