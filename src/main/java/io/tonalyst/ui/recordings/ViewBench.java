// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tonalyst.recording.OpenedRecording;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.recording.RecordingOpener;
import io.tonalyst.recording.SignalSource;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.ProgressSink;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures how a recording opens and draws: by the painters and tiles of the window, into a canvas
 * of 1400 x 900 that is rendered at each step, without a display. Not for the FX thread.
 */
public final class ViewBench implements AutoCloseable {
    private static final long SEED = 1;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final RecordingOpener opener;
    private final JobRunner runner = new JobRunner("bench", SpectrogramLoader.THREADS);
    private final BenchWindow window;

    /**
     * The figures of one recording.
     *
     * @param firstWaveSeconds from the start of decoding to the first painted waveform
     * @param overviewSeconds from the start of decoding to the painted overview of all of it
     * @param firstTileSeconds from asking for the whole recording to the first painted tile
     * @param allTilesSeconds to the last one
     * @param closeTileSeconds from asking for 20 s of it to the first painted tile
     * @param overviewCpuSeconds processor time of the decoding thread until all is there
     * @param paintMedianMs of pans and zooms at random, from the wish to the rendered pixels
     * @param paintCpuP95Ms the same in processor time of the threads that paint and render
     * @param readWorstMs longest time to read 0.1 s for playback at a random place
     */
    public record Figures(
            String file,
            double hours,
            int hertz,
            int channels,
            @JsonProperty("first_waveform_s") double firstWaveSeconds,
            @JsonProperty("overview_s") double overviewSeconds,
            @JsonProperty("overview_cpu_s") double overviewCpuSeconds,
            @JsonProperty("first_tile_s") double firstTileSeconds,
            @JsonProperty("all_tiles_s") double allTilesSeconds,
            @JsonProperty("close_up_first_tile_s") double closeTileSeconds,
            @JsonProperty("paint_steps") int steps,
            @JsonProperty("paint_p50_ms") double paintMedianMs,
            @JsonProperty("paint_p95_ms") double paintP95Ms,
            @JsonProperty("paint_max_ms") double paintMaxMs,
            @JsonProperty("paint_cpu_p50_ms") double paintCpuMedianMs,
            @JsonProperty("paint_cpu_p95_ms") double paintCpuP95Ms,
            @JsonProperty("playback_read_worst_ms") double readWorstMs) {}

    /** Starts the toolkit and paints once, so that what is measured finds everything loaded. */
    public ViewBench(RecordingOpener opener) {
        this.opener = opener;
        this.window = new BenchWindow();
    }

    /**
     * Measures one recording.
     *
     * @throws RecordingException with one sentence, if it cannot be opened
     */
    public Figures measure(Path file) throws RecordingException {
        long start = System.nanoTime();
        long startCpu = THREADS.getCurrentThreadCpuTime();
        var firstWave = new AtomicLong();
        OpenedRecording opened =
                opener.open(
                        file,
                        begun -> {
                            Sound partial = Sound.of(begun);
                            window.paintWave(partial);
                            firstWave.set(System.nanoTime() - start);
                        },
                        new CancelToken(),
                        ProgressSink.NONE);
        try (var samples = opened.samples()) {
            Sound sound = Sound.of(opened);
            window.paintWave(sound);
            double overview = seconds(System.nanoTime() - start);
            double overviewCpu = seconds(THREADS.getCurrentThreadCpuTime() - startCpu);
            var panes = new PaneBench(window, runner, sound);
            PaneBench.Shown whole = panes.show(0, sound.seconds());
            double middle = sound.seconds() / 2;
            PaneBench.Shown close = panes.show(middle, Math.min(sound.seconds(), middle + 20));
            PaneBench.Times times = panes.wander();
            panes.close();
            return new Figures(
                    String.valueOf(file.getFileName()),
                    sound.seconds() / 3600,
                    sound.hertz(),
                    sound.channels(),
                    seconds(firstWave.get()),
                    overview,
                    overviewCpu,
                    whole.firstSeconds(),
                    whole.allSeconds(),
                    close.firstSeconds(),
                    times.steps(),
                    times.wallMs(0.5),
                    times.wallMs(0.95),
                    times.wallMs(1),
                    times.cpuMs(0.5),
                    times.cpuMs(0.95),
                    worstRead(new SignalSource(samples)));
        }
    }

    @Override
    public void close() {
        runner.close();
    }

    private static double worstRead(SignalSource source) {
        var random = new Random(SEED);
        int count = source.sampleRate().hertz() / 10;
        float[] stereo = new float[2 * count];
        double worst = 0;
        for (int i = -5; i < 50; i++) {
            long frame = random.nextLong(Math.max(1, source.frames() - count));
            long start = System.nanoTime();
            source.read(frame, stereo, 0, count);
            worst = i < 0 ? 0 : Math.max(worst, (System.nanoTime() - start) / 1e6);
        }
        return worst;
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
