// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tonalyst.samples.SpeechLikeCall;
import io.tonalyst.signal.ReferenceFeatureExtractor;
import io.tonalyst.signal.ReferenceFeatures;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.FrameRange;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tonalyst bench features}: processor time of the 162 reference features. */
@Command(
        name = "features",
        mixinStandardHelpOptions = true,
        description =
                "Measures the processor time of the 162 reference features of a 2.5 s clip at"
                        + " 22,050 Hz on one thread, after a warm-up. Reading and decoding a file"
                        + " is not part of it; resampling is told apart.")
final class BenchFeaturesCommand implements Callable<Integer> {
    private static final double CLIP_SECONDS = 2.5;
    private static final int DIFFERENT = 16;
    private static final long SEED = 1;

    /** What librosa 0.11 takes for one clip on one core of an AMD EPYC; measured elsewhere. */
    private static final double LIBROSA_MS = 31;

    @Option(
            names = "--clips",
            paramLabel = "N",
            defaultValue = "400",
            description = "Clips measured, after as many to warm up (default ${DEFAULT-VALUE}).")
    private int clips;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (clips < DIFFERENT || clips > 1_000_000) {
            throw new ParameterException(
                    spec.commandLine(), "--clips lies between 16 and 1000000, not at " + clips);
        }
        var extractor = new ReferenceFeatureExtractor();
        List<Signal> ready = clips(ReferenceFeatures.SAMPLE_RATE);
        double[] features =
                measure(ready, clip -> extractor.extract(ReferenceFeatures.prepare(clip)));
        double[] resampling = measure(clips(44_100), ReferenceFeatures::prepare);
        double median = features[clips / 2];
        var result =
                new Result(
                        clips,
                        CLIP_SECONDS,
                        ReferenceFeatures.COUNT,
                        median,
                        features[clips * 9 / 10],
                        resampling[clips / 2],
                        LIBROSA_MS,
                        LIBROSA_MS / median);
        if (json) {
            Json.write(spec.commandLine().getOut(), result);
        } else {
            print(result);
        }
        return TonalystCommand.OK;
    }

    private void print(Result result) {
        var out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%d features of a clip of %.1f s: %.2f ms of processor time (median of %d), %.2f ms"
                        + " (90 %%); librosa 0.11 takes %.0f ms, %.1f times as long. Resampling a clip"
                        + " from 44,100 Hz takes another %.2f ms.%n",
                result.features,
                result.clipSeconds,
                result.medianCpuMs,
                result.clips,
                result.p90CpuMs,
                result.librosaCpuMs,
                result.timesFaster,
                result.resampleMedianCpuMs);
        out.flush();
    }

    /** Different stretches of one call, both voices mixed. */
    private static List<Signal> clips(int hertz) {
        Signal call = SpeechLikeCall.render(hertz, CLIP_SECONDS * (DIFFERENT + 1), SEED);
        var mixed = new Signal(call.sampleRate(), call.mixdown());
        int frames = (int) (CLIP_SECONDS * hertz);
        return IntStream.range(0, DIFFERENT)
                .mapToObj(i -> mixed.slice(new FrameRange((long) i * frames, (i + 1L) * frames)))
                .toList();
    }

    /** Milliseconds of processor time of each call, ascending; as many calls before warm up. */
    private double[] measure(List<Signal> signals, Consumer<Signal> work) {
        var threads = ManagementFactory.getThreadMXBean();
        double[] times = new double[clips];
        for (int i = -clips; i < clips; i++) {
            Signal clip = signals.get(Math.floorMod(i, signals.size()));
            long start = threads.getCurrentThreadCpuTime();
            work.accept(clip);
            if (i >= 0) {
                times[i] = (threads.getCurrentThreadCpuTime() - start) / 1e6;
            }
        }
        Arrays.sort(times);
        return times;
    }

    private record Result(
            int clips,
            @JsonProperty("clip_s") double clipSeconds,
            int features,
            double medianCpuMs,
            double p90CpuMs,
            double resampleMedianCpuMs,
            double librosaCpuMs,
            double timesFaster) {}
}
