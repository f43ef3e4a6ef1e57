// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.recording.OpenedRecording;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.recording.RecordingOpener;
import io.tonalyst.recording.SignalSource;
import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.Palette;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.ProgressSink;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;

/**
 * Measures how a recording opens and draws: by the painters and tiles of the window, into a canvas
 * of 1400 x 900 that is rendered at each step, without a display. Not for the FX thread.
 */
public final class ViewBench implements AutoCloseable {
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 900;
    private static final int STEPS = 150;
    private static final long SEED = 1;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final RecordingOpener opener;
    private final JobRunner runner = new JobRunner("bench", 2);
    private final FxExecutor fx = new FxExecutor();
    private Canvas canvas = new Canvas();
    private WritableImage target = new WritableImage(1, 1);

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
        HeadlessToolkit.start();
        call(
                () -> {
                    BundledFont.load();
                    canvas = new Canvas(WIDTH, HEIGHT);
                    target = new WritableImage(WIDTH, HEIGHT);
                    GraphicsContext g = canvas.getGraphicsContext2D();
                    RulerPainter.paint(
                            g,
                            WIDTH,
                            RulerPainter.HEIGHT,
                            TimeScale.of(WIDTH, 0, 10),
                            Palette.LIGHT);
                    canvas.snapshot(null, target);
                    return true;
                });
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
                            call(() -> paintWave(partial));
                            firstWave.set(System.nanoTime() - start);
                        },
                        new CancelToken(),
                        ProgressSink.NONE);
        try (var samples = opened.samples()) {
            Sound sound = Sound.of(opened);
            call(() -> paintWave(sound));
            double overview = seconds(System.nanoTime() - start);
            double overviewCpu = seconds(THREADS.getCurrentThreadCpuTime() - startCpu);
            var tiles = new Tiles(sound);
            double[] whole = tiles.show(0, sound.seconds());
            double middle = sound.seconds() / 2;
            double[] close = tiles.show(middle, Math.min(sound.seconds(), middle + 20));
            double[][] times = tiles.wander();
            double[] paint = times[0];
            double[] paintCpu = times[1];
            tiles.close();
            return new Figures(
                    String.valueOf(file.getFileName()),
                    sound.seconds() / 3600,
                    sound.hertz(),
                    sound.channels(),
                    seconds(firstWave.get()),
                    overview,
                    overviewCpu,
                    whole[0],
                    whole[1],
                    close[0],
                    paint.length,
                    paint[paint.length / 2],
                    paint[paint.length * 95 / 100],
                    paint[paint.length - 1],
                    paintCpu[paint.length / 2],
                    paintCpu[paint.length * 95 / 100],
                    worstRead(new SignalSource(samples)));
        }
    }

    @Override
    public void close() {
        runner.close();
    }

    private boolean paintWave(Sound sound) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        TimeScale scale = TimeScale.of(WIDTH, 0, sound.seconds());
        WaveformPainter.paint(g, WIDTH, HEIGHT / 3.0, sound, scale, Palette.LIGHT);
        canvas.snapshot(null, target);
        return true;
    }

    /** The panes of one recording, as the window stacks them. */
    private final class Tiles {
        private final Sound sound;
        private final TimeAxisModel axis;
        private final SpectrogramLoader loader;
        private volatile CountDownLatch first = new CountDownLatch(1);
        private volatile CountDownLatch all = new CountDownLatch(1);

        Tiles(Sound sound) {
            this.sound = sound;
            this.axis = new TimeAxisModel(sound.seconds());
            this.loader = new SpectrogramLoader(runner, fx, this::arrived);
        }

        private void arrived() {
            paint();
            first.countDown();
            if (loader.isComplete()) {
                all.countDown();
            }
        }

        /** Seconds to the first and to the last tile of a view. */
        double[] show(double from, double to) {
            first = new CountDownLatch(1);
            all = new CountDownLatch(1);
            long start = System.nanoTime();
            call(
                    () -> {
                        axis.show(new TimeRange(from, to));
                        return paint();
                    });
            await(first);
            double firstTile = seconds(System.nanoTime() - start);
            await(all);
            return new double[] {firstTile, seconds(System.nanoTime() - start)};
        }

        /** Milliseconds of pans and zooms, and those of processor time, each ascending. */
        double[][] wander() {
            var random = new Random(SEED);
            double[] times = new double[STEPS];
            double[] cpuTimes = new double[STEPS];
            for (int i = -STEPS / 10; i < STEPS; i++) {
                double place = random.nextDouble();
                // In as often as out; the sum of the steps passes through every zoom.
                double factor = Math.pow(1.5, 8 * Math.sin(i / 15.0) * 0.2);
                boolean pan = random.nextBoolean();
                double[] elapsed =
                        call(
                                () -> {
                                    long start = System.nanoTime();
                                    long startCpu = paintCpuNanos();
                                    if (pan) {
                                        axis.pan(axis.span() * (place - 0.5));
                                    } else {
                                        double anchor = axis.start() + place * axis.span();
                                        axis.zoom(anchor, factor);
                                    }
                                    paint();
                                    return new double[] {
                                        (System.nanoTime() - start) / 1e6,
                                        (paintCpuNanos() - startCpu) / 1e6
                                    };
                                });
                if (i >= 0) {
                    times[i] = elapsed[0];
                    cpuTimes[i] = elapsed[1];
                }
                pause();
            }
            Arrays.sort(times);
            Arrays.sort(cpuTimes);
            return new double[][] {times, cpuTimes};
        }

        private boolean paint() {
            GraphicsContext g = canvas.getGraphicsContext2D();
            double width = WIDTH;
            TimeScale scale = TimeScale.of(width, axis.start(), axis.end());
            double waveHeight = HEIGHT * 0.35;
            double spectrumHeight = HEIGHT - OverviewPainter.HEIGHT - 2 * 22 - waveHeight;
            g.save();
            OverviewPainter.paintView(g, width, OverviewPainter.HEIGHT, axis, Palette.LIGHT);
            g.translate(0, OverviewPainter.HEIGHT);
            RulerPainter.paint(g, width, RulerPainter.HEIGHT, scale, Palette.LIGHT);
            g.translate(0, RulerPainter.HEIGHT);
            WaveformPainter.paint(g, width, waveHeight, sound, scale, Palette.LIGHT);
            g.translate(0, waveHeight);
            var view =
                    new SpectrogramLoader.View(
                            sound,
                            scale.start(),
                            scale.end(),
                            (int) scale.width(),
                            (int) new Lanes(sound.channels(), spectrumHeight).laneHeight(),
                            SpectrogramSettings.DEFAULT);
            loader.want(view);
            SpectrogramPainter.paint(
                    g,
                    width,
                    spectrumHeight,
                    sound,
                    loader.picture(view),
                    SpectrogramSettings.DEFAULT,
                    scale,
                    Palette.LIGHT);
            g.restore();
            canvas.snapshot(null, target);
            return true;
        }

        void close() {
            call(
                    () -> {
                        loader.clear();
                        return true;
                    });
        }
    }

    /** Processor time so far of the thread that paints, which asks, and of that which renders. */
    private static long paintCpuNanos() {
        long nanos = THREADS.getCurrentThreadCpuTime();
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith("QuantumRenderer")) {
                nanos += THREADS.getThreadCpuTime(thread.getThreadId());
            }
        }
        return nanos;
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

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    private static <T> T call(Callable<T> task) {
        try {
            return HeadlessToolkit.call(task);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Painting throws no checked exception", e);
        }
    }
}
