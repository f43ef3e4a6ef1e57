// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.recording.Recording;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.recording.RecordingOpener;
import io.tonalyst.recording.SampleStore;
import io.tonalyst.review.Review;
import io.tonalyst.session.SessionDocument.Entry;
import io.tonalyst.session.SessionDocument.View;
import io.tonalyst.signal.Samples;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.ui.RememberedStatus;
import io.tonalyst.work.JobRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsModelTest {
    private final BlockingQueue<Runnable> uiTasks = new LinkedBlockingQueue<>();
    private final List<String> problems = new java.util.ArrayList<>();
    private final JobRunner runner = new JobRunner("test", 2);
    private final CompletableFuture<EmotionAnalysis> analysis = new CompletableFuture<>();
    private final CountDownLatch slow = new CountDownLatch(1);
    private final RecordingsModel model;

    RecordingsModelTest(@TempDir Path sounds) {
        model =
                new RecordingsModel(
                        new RecordingOpener(decoder(), new SampleStore(sounds)),
                        analysis,
                        runner,
                        uiTasks::add,
                        new RememberedStatus(new java.util.ArrayList<>(), problems));
    }

    @AfterEach
    void stop() {
        slow.countDown();
        model.close();
        runner.close();
    }

    @Test
    void whatWasSaidOfARecordingOutlivesItsClosing() {
        Path file = Path.of("/calls/gone.wav");
        Review said = Review.NONE.withNote("angry from the start");
        var view = new View(1, 2, 1.5, Optional.empty());
        var entry = new Entry(file, true, said, Optional.of(view));

        model.restore(List.of(entry), Optional.of(file));
        RecordingSession opened = model.front().orElseThrow();
        assertThat(opened.review()).isEqualTo(said);
        assertThat(model.entries()).containsExactly(entry);

        model.close(opened);
        assertThat(model.entries())
                .containsExactly(new Entry(file, false, said, Optional.of(view)));

        model.open(List.of(file));
        assertThat(model.front().orElseThrow().review()).isEqualTo(said);
        assertThat(model.entries()).containsExactly(entry);
    }

    @Test
    void oneBadFileDoesNotStopTheOthers() {
        analysis.complete((signal, cancel, progress) -> timeline(signal));

        model.open(List.of(Path.of("a.wav"), Path.of("bad.wav"), Path.of("c.wav")));
        until(() -> statuses().stream().allMatch(this::isFinal));

        assertThat(statuses().get(0)).isEqualTo(new SessionStatus.Ready());
        assertThat(statuses().get(1))
                .isEqualTo(new SessionStatus.Problem("bad.wav holds no sound."));
        assertThat(statuses().get(2)).isEqualTo(new SessionStatus.Ready());
        assertThat(problems).containsExactly("bad.wav holds no sound.");
        assertThat(model.front().orElseThrow().name()).isEqualTo("a.wav");
    }

    @Test
    void theSoundIsThereBeforeTheModelAndIsAnalysedWhenItComes() {
        model.open(List.of(Path.of("a.wav")));
        until(() -> statuses().getFirst() instanceof SessionStatus.WaitingForModel);
        assertThat(model.sessions().getFirst().axis().duration()).isEqualTo(2);

        analysis.complete((signal, cancel, progress) -> timeline(signal));
        until(() -> statuses().getFirst() instanceof SessionStatus.Ready);

        assertThat(model.sessions().getFirst().timeline()).isPresent();
    }

    @Test
    void withoutAModelTheReasonIsSaid() {
        analysis.completeExceptionally(new IllegalStateException("The model folder is empty."));
        model.open(List.of(Path.of("a.wav")));

        until(() -> statuses().getFirst() instanceof SessionStatus.NotAnalysed);

        assertThat(statuses().getFirst())
                .isEqualTo(new SessionStatus.NotAnalysed("The model folder is empty."));
        assertThat(model.sessions().getFirst().sound()).isPresent();
    }

    @Test
    void openingAFileAgainBringsItToTheFront() {
        model.open(List.of(Path.of("a.wav"), Path.of("b.wav")));
        model.open(List.of(Path.of("b.wav")));

        assertThat(model.sessions()).hasSize(2);
        assertThat(model.front().orElseThrow().name()).isEqualTo("b.wav");
    }

    @Test
    void closingWhileDecodingCancelsTheWorkAndShowsTheNeighbour() {
        model.open(List.of(Path.of("slow.wav"), Path.of("b.wav")));
        until(() -> statuses().get(1) instanceof SessionStatus.WaitingForModel);

        model.close(model.sessions().getFirst());

        assertThat(model.front().orElseThrow().name()).isEqualTo("b.wav");
        assertThat(model.sessions()).hasSize(1);
    }

    @Test
    void aDroppedFolderOpensTheRecordingsInIt(@TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve("b.wav"));
        Files.createFile(folder.resolve("a.MP3"));
        Files.createFile(folder.resolve("notes.txt"));

        model.open(List.of(folder));
        until(() -> !model.sessions().isEmpty());

        assertThat(model.sessions())
                .extracting(RecordingSession::name)
                .containsExactly("a.MP3", "b.wav");
    }

    @Test
    void aSelectionIsClippedToTheRecordingAndAnEmptyOneIsNone() {
        model.open(List.of(Path.of("a.wav")));
        until(() -> statuses().getFirst() instanceof SessionStatus.WaitingForModel);
        RecordingSession session = model.sessions().getFirst();

        session.select(new TimeRange(1, 9));
        assertThat(session.selection()).contains(new TimeRange(1, 2));
        session.select(new TimeRange(1, 1));
        assertThat(session.selection()).isEmpty();
    }

    private List<SessionStatus> statuses() {
        return model.sessions().stream().map(RecordingSession::status).toList();
    }

    private boolean isFinal(SessionStatus status) {
        return status instanceof SessionStatus.Ready || status instanceof SessionStatus.Problem;
    }

    /** Runs UI tasks on this thread until the condition holds. */
    private void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        try {
            while (!condition.getAsBoolean()) {
                assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
                Runnable task = uiTasks.poll(50, TimeUnit.MILLISECONDS);
                if (task != null) {
                    task.run();
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private RecordingDecoder decoder() {
        return (file, cancel, progress) -> {
            if (file.toString().contains("bad")) {
                throw new RecordingException(file + " holds no sound.");
            }
            if (file.toString().contains("slow")) {
                try {
                    slow.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            progress.report(0.5, "half");
            return new Recording(
                    file, new Signal(new SampleRate(8000), new float[16_000]), "wav, pcm_s16le");
        };
    }

    private static PredictionTimeline timeline(Samples signal) {
        return new PredictionTimeline(
                signal.seconds(),
                1,
                List.of(),
                List.of(),
                Optional.of(EmotionDistribution.of(1, 1, 1, 1, 4, 1, 1, 1)));
    }
}
