// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.Segment;
import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.playback.AudioSinks;
import io.tonalyst.playback.Playback;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.RecordingOpener;
import io.tonalyst.recording.SampleStore;
import io.tonalyst.recording.WavWriter;
import io.tonalyst.signal.Samples;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.time.Ticker;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.RememberedStatus;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening and closing recordings all day leaves nothing behind: no memory, files or threads. */
class ManyRecordingsTest {
    private static final int RECORDINGS = 200;

    /** By then all code is loaded, and all tables are made. */
    private static final int SETTLED = 20;

    private static final int THREADS = 2;
    private static final Path MAPS = Path.of("/proc/self/maps");
    private static final Path HANDLES = Path.of("/proc/self/fd");

    @TempDir Path folder;

    private final List<String> problems = new ArrayList<>();
    private final JobRunner runner = new JobRunner("many", THREADS);
    private RecordingsWorkspace workspace;
    private Scene scene;
    private byte[] call;

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @BeforeEach
    void openWindow() throws Exception {
        call = call();
        fx(
                () -> {
                    workspace =
                            new RecordingsWorkspace(
                                    new RecordingOpener(
                                            new FfmpegDecoder(),
                                            new SampleStore(folder.resolve("sound"))),
                                    new Playback(AudioSinks::silent, Ticker.system()),
                                    runner,
                                    new FxExecutor(),
                                    new RememberedStatus(new ArrayList<>(), problems),
                                    new SimpleBooleanProperty(false),
                                    CompletableFuture.completedFuture(
                                            (signal, cancel, progress) -> timeline(signal)),
                                    new CompletableFuture<>());
                    // Not on a screen, where every step of every job would be painted.
                    scene = new Scene((Parent) workspace.view(), 400, 340);
                    return null;
                });
    }

    @AfterEach
    void closeWindow() throws Exception {
        fx(
                () -> {
                    workspace.close();
                    scene.setRoot(new StackPane());
                    return null;
                });
        runner.close();
    }

    @Test
    void twoHundredRecordingsLeaveNothingBehind() throws Exception {
        List<WeakReference<Object>> closed = new ArrayList<>();
        long settled = 0;
        Set<String> threads = Set.of();
        for (int i = 0; i < RECORDINGS; i++) {
            closed.addAll(openAndClose(i));
            if (i + 1 == SETTLED) {
                settled = liveHeap(closed);
                threads = threads();
            }
        }

        long live = liveHeap(closed);

        assertThat(closed).hasSize(2 * RECORDINGS).allMatch(reference -> reference.get() == null);
        assertThat(live).as("bytes of live heap").isLessThan(settled + settled / 10);
        assertThat(threads()).isSubsetOf(threads);
        assertThat(folder.resolve("sound")).isEmptyDirectory();
        assertThat(heldFiles()).as("files still mapped or open").isEmpty();
        assertThat(problems).isEmpty();
    }

    private List<WeakReference<Object>> openAndClose(int number) throws Exception {
        Path file = Files.write(folder.resolve("call-" + number + ".wav"), call);
        fx(
                () -> {
                    workspace.open(List.of(file));
                    return null;
                });
        until(() -> status() instanceof SessionStatus.Ready);
        if (number % 2 == 0) {
            // Draws, and by that asks for the tiles of the spectrogram.
            fx(() -> scene.snapshot(null));
        }
        awaitJobs();
        if (number == 0) {
            assertThat(colours()).as("with tiles of a spectrogram").isGreaterThan(200);
        }
        List<WeakReference<Object>> references =
                fx(
                        () -> {
                            RecordingSession session = workspace.model().front().orElseThrow();
                            return List.of(
                                    new WeakReference<>(session),
                                    new WeakReference<>(session.sound().orElseThrow()));
                        });
        fx(
                () -> {
                    workspace.model().close(workspace.model().front().orElseThrow());
                    return null;
                });
        Files.delete(file);
        return references;
    }

    private long colours() throws Exception {
        return fx(
                () -> {
                    Image image = scene.snapshot(null);
                    int width = (int) image.getWidth();
                    int height = (int) image.getHeight();
                    int[] argb = new int[width * height];
                    image.getPixelReader()
                            .getPixels(
                                    0,
                                    0,
                                    width,
                                    height,
                                    PixelFormat.getIntArgbInstance(),
                                    argb,
                                    0,
                                    width);
                    return Arrays.stream(argb).distinct().count();
                });
    }

    private SessionStatus status() {
        return workspace.model().front().orElseThrow().status();
    }

    /** Returns when all that was asked of the runner before is done. */
    private void awaitJobs() throws Exception {
        var together = new CyclicBarrier(THREADS);
        var done = new CountDownLatch(THREADS);
        for (int t = 0; t < THREADS; t++) {
            runner.submit(
                    (cancel, progress) -> together.await(20, TimeUnit.SECONDS),
                    ProgressSink.NONE,
                    outcome -> done.countDown());
        }
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        fx(() -> null);
    }

    private static long liveHeap(List<WeakReference<Object>> closed) throws Exception {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 40; i++) {
            System.gc();
            fx(() -> null);
            long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            boolean all = closed.stream().allMatch(reference -> reference.get() == null);
            // The last bits are given back on other threads, after a collection or two.
            if (all && i >= 3 && used >= least) {
                break;
            }
            least = Math.min(least, used);
            Thread.sleep(20);
        }
        return least;
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> !name.matches("(?i).*(gc|compiler|reference|finalizer).*"))
                .collect(Collectors.toSet());
    }

    /** Files of the folder of sounds that the process holds, where the system tells. */
    private List<String> heldFiles() throws IOException {
        if (!Files.isReadable(MAPS)) {
            return List.of();
        }
        String sounds = folder.resolve("sound").toString();
        List<String> held = new ArrayList<>();
        Files.readAllLines(MAPS).stream().filter(line -> line.contains(sounds)).forEach(held::add);
        try (Stream<Path> handles = Files.list(HANDLES)) {
            for (Path handle : handles.toList()) {
                try {
                    String target = Files.readSymbolicLink(handle).toString();
                    if (target.startsWith(sounds)) {
                        held.add(target);
                    }
                } catch (IOException gone) {
                    // It is the one that this list was read with.
                    assertThat(gone).isInstanceOf(NoSuchFileException.class);
                }
            }
        }
        return held;
    }

    private static <T> T fx(Callable<T> task) throws Exception {
        return HeadlessToolkit.call(task);
    }

    private static void until(BooleanSupplier condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!fx(condition::getAsBoolean)) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(4);
        }
    }

    private byte[] call() throws Exception {
        float[][] x = new float[2][8000];
        for (int i = 0; i < x[0].length; i++) {
            x[0][i] = (float) (0.4 * Math.sin(0.2 * i));
            x[1][i] = (float) (0.2 * Math.sin(1e-4 * i * i));
        }
        Path file = folder.resolve("call.wav");
        new WavWriter().write(file, new Signal(new SampleRate(8000), x));
        return Files.readAllBytes(file);
    }

    private static PredictionTimeline timeline(Samples samples) {
        var angry = EmotionDistribution.of(1, 1, 1, 1, 9, 1, 1, 1);
        return new PredictionTimeline(
                samples.seconds(),
                2,
                List.of(new PredictionTimeline.Window(0, 0, 1, angry)),
                List.of(new Segment(0, 0, 1, angry, false)),
                Optional.of(angry));
    }
}
