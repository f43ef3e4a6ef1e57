// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.recording.RecordingOpener;
import io.tonalyst.recording.SampleStore;
import io.tonalyst.recording.WavWriter;
import io.tonalyst.ui.recordings.ViewBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tonalyst bench recordings}: how long recordings open and draw. */
@Command(
        name = "recordings",
        mixinStandardHelpOptions = true,
        description =
                "Opens long recordings and measures the time to the first waveform, the overview"
                        + " and the first spectrogram tiles, the time to paint while panning and"
                        + " zooming, and the heap. Without FILE it makes stereo calls itself: one"
                        + " hour at 8 and at 44.1 kHz, and a longer one at 8 kHz.")
final class BenchRecordingsCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Recordings to open.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--hours",
            defaultValue = "10",
            description = "Length of the longer call (default: ${DEFAULT-VALUE}); 0 for none.")
    private double hours;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private record Result(
            List<ViewBench.Figures> recordings,
            @JsonProperty("heap_limit_mb") double heapLimitMb,
            @JsonProperty("heap_peak_mb") double heapPeakMb,
            @JsonProperty("heap_kept_mb") double heapKeptMb) {}

    @Override
    public Integer call() throws IOException, RecordingException {
        Path folder = Files.createTempDirectory("tonalyst-bench-");
        try {
            Result result = measure(folder);
            var out = spec.commandLine().getOut();
            if (json) {
                Json.write(out, result);
            } else {
                result.recordings().forEach(figures -> out.println(sentence(figures)));
                out.printf(
                        Locale.ROOT,
                        "Heap: %.0f MB at its peak, %.0f MB kept, of %.0f MB allowed%n",
                        result.heapPeakMb(),
                        result.heapKeptMb(),
                        result.heapLimitMb());
                out.flush();
            }
            return TonalystCommand.OK;
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    private Result measure(Path folder) throws RecordingException, IOException {
        List<ViewBench.Figures> figures = new ArrayList<>();
        var opener = new RecordingOpener(new FfmpegDecoder(), new SampleStore(folder));
        try (var heap = HeapUse.watch();
                var bench = new ViewBench(opener)) {
            for (Path file : files) {
                figures.add(bench.measure(file));
            }
            if (files.isEmpty()) {
                figures.add(measure(bench, folder.resolve("one-hour-8000.wav"), 8000, 1));
                figures.add(measure(bench, folder.resolve("one-hour-44100.wav"), 44_100, 1));
                if (hours > 0) {
                    figures.add(measure(bench, folder.resolve("long-8000.wav"), 8000, hours));
                }
            }
            return new Result(
                    figures,
                    Runtime.getRuntime().maxMemory() / 1e6,
                    heap.peakMb(),
                    HeapUse.keptMb());
        }
    }

    private static ViewBench.Figures measure(ViewBench bench, Path file, int hertz, double hours)
            throws RecordingException, IOException {
        try {
            new WavWriter().write(file, new LongCall(hertz, hours));
            return bench.measure(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String sentence(ViewBench.Figures f) {
        return String.format(
                Locale.ROOT,
                "%s (%.2f h, %d Hz, %d channels): first waveform %.2f s, overview %.2f s; first"
                        + " tile %.3f s, all %.2f s, of a close-up %.3f s; paint %.1f ms (median),"
                        + " %.1f ms (95 %%), of processor time %.1f and %.1f ms; sound for playback in %.1f ms at most",
                f.file(),
                f.hours(),
                f.hertz(),
                f.channels(),
                f.firstWaveSeconds(),
                f.overviewSeconds(),
                f.firstTileSeconds(),
                f.allTilesSeconds(),
                f.closeTileSeconds(),
                f.paintMedianMs(),
                f.paintP95Ms(),
                f.paintCpuMedianMs(),
                f.paintCpuP95Ms(),
                f.readWorstMs());
    }
}
