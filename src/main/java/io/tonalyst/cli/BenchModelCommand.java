// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.sun.management.OperatingSystemMXBean;
import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.emotion.ModelException;
import io.tonalyst.emotion.ModelLocator;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.RecordingAnalyser;
import io.tonalyst.emotion.dl4j.Dl4jEmotionModel;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.samples.SpeechLikeCall;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.FrameRange;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tonalyst bench model}: time to load the model and to analyse a call. */
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how long the model takes to load, to give the first result for a 3 s clip,"
                    + " and to analyse a call. Decoding a file is not part of it.",
            "Times real time on one core is told from processor time, which other work on the"
                    + " machine does not change; OMP_NUM_THREADS=1 in the environment keeps the network"
                    + " on one thread."
        })
final class BenchModelCommand implements Callable<Integer> {
    private static final long SEED = 1;
    private static final int TELEPHONE_HZ = 8_000;
    private static final int CLIP_HZ = 16_000;
    private static final int CLIP_SECONDS = 3;
    private static final int WARM_CLIPS = 20;

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "Folder of the model; the shipped one by default.")
    private @Nullable Path model;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Recording to analyse; a synthetic telephone call by default.")
    private @Nullable Path file;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "600",
            description = "Length of the synthetic call (default ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws ModelException, RecordingException {
        if (seconds < 10 || seconds > 7200) {
            throw new ParameterException(
                    spec.commandLine(), "--seconds lies between 10 and 7200, not at " + seconds);
        }
        Path folder = model == null ? ModelLocator.ofInstallation().shipped() : model;
        var loading = new Watch();
        EmotionModel loaded = Dl4jEmotionModel.load(folder);
        var analyser = new RecordingAnalyser(loaded);
        // As the window does while it opens.
        analyser.warmUp();
        double load = loading.seconds();
        double loadCpu = loading.cpuSeconds();
        double sinceStart =
                (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime())
                        / 1e3;
        Signal clip = clip();
        var firstWatch = new Watch();
        double first = secondsOf(analyser, clip);
        double firstCpu = firstWatch.cpuSeconds();
        double warm = 0;
        for (int i = 0; i < WARM_CLIPS; i++) {
            warm += secondsOf(analyser, clip) / WARM_CLIPS;
        }
        Signal call = recording();
        var watch = new Watch();
        PredictionTimeline timeline = analyser.analyse(call, new CancelToken(), ProgressSink.NONE);
        double elapsed = watch.seconds();
        double cpu = watch.cpuSeconds();
        var result =
                new Result(
                        loaded.description().name(),
                        Runtime.getRuntime().availableProcessors(),
                        load,
                        loadCpu,
                        sinceStart,
                        1e3 * first,
                        1e3 * firstCpu,
                        1e3 * warm,
                        call.seconds(),
                        call.channels(),
                        timeline.windows().size(),
                        elapsed,
                        cpu,
                        call.seconds() / elapsed,
                        call.seconds() / cpu);
        if (json) {
            Json.write(spec.commandLine().getOut(), result);
        } else {
            print(result);
        }
        return TonalystCommand.OK;
    }

    /** Three seconds of both voices, without a pause at the start. */
    private static Signal clip() {
        Signal call = SpeechLikeCall.render(CLIP_HZ, 2 * CLIP_SECONDS, SEED);
        return new Signal(call.sampleRate(), call.mixdown())
                .slice(new FrameRange(CLIP_HZ, (1 + CLIP_SECONDS) * (long) CLIP_HZ));
    }

    private Signal recording() throws RecordingException {
        if (file == null) {
            return SpeechLikeCall.render(TELEPHONE_HZ, seconds, SEED);
        }
        return new FfmpegDecoder().decode(file, new CancelToken(), ProgressSink.NONE).signal();
    }

    private static double secondsOf(RecordingAnalyser analyser, Signal signal) {
        var watch = new Watch();
        PredictionTimeline timeline =
                analyser.analyse(signal, new CancelToken(), ProgressSink.NONE);
        double seconds = watch.seconds();
        if (timeline.windows().isEmpty()) {
            throw new IllegalStateException("No speech was found in the clip");
        }
        return seconds;
    }

    private void print(Result result) {
        var out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s loaded in %.2f s, %.2f s after the program started%n",
                result.model,
                result.loadSeconds,
                result.readyAfterStartSeconds);
        out.printf(
                Locale.ROOT,
                "3 s clip: first result after %.0f ms, later ones after %.0f ms%n",
                result.firstResultMs,
                result.laterResultMs);
        out.printf(
                Locale.ROOT,
                "call of %.0f s, %d channels, %d windows of speech: %.2f s elapsed (%.0f times real"
                        + " time), %.2f s of processor time (%.0f times real time on one core)%n",
                result.callSeconds,
                result.channels,
                result.windows,
                result.elapsedSeconds,
                result.timesRealTime,
                result.cpuSeconds,
                result.timesRealTimeOneCore);
        out.flush();
    }

    /** Elapsed time, and processor time of all threads of the program. */
    private static final class Watch {
        private final OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        private final long start = System.nanoTime();
        private final long startCpu = system.getProcessCpuTime();

        double seconds() {
            return (System.nanoTime() - start) / 1e9;
        }

        double cpuSeconds() {
            return (system.getProcessCpuTime() - startCpu) / 1e9;
        }
    }

    private record Result(
            String model,
            int processors,
            @JsonProperty("load_s") double loadSeconds,
            @JsonProperty("load_cpu_s") double loadCpuSeconds,
            @JsonProperty("ready_after_start_s") double readyAfterStartSeconds,
            double firstResultMs,
            double firstResultCpuMs,
            double laterResultMs,
            @JsonProperty("call_s") double callSeconds,
            int channels,
            int windows,
            @JsonProperty("elapsed_s") double elapsedSeconds,
            @JsonProperty("cpu_s") double cpuSeconds,
            double timesRealTime,
            double timesRealTimeOneCore) {}
}
