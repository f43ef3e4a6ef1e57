// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.emotion.ModelDescription;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.Segment;
import io.tonalyst.interchange.AnalysisFormat;
import io.tonalyst.recording.Recording;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.review.Review;
import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.work.CancelToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryModelTest {
    @TempDir Path folder;

    private final LinkedBlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final CountDownLatch slow = new CountDownLatch(1);
    private final CompletableFuture<EmotionModel> emotions = new CompletableFuture<>();
    private Path calls;
    private LibraryModel model;

    @BeforeEach
    void makeLibrary() throws Exception {
        calls = Files.createDirectory(folder.resolve("calls"));
        call("32400_20170114_0930.wav");
        call("32401_20170115_1030.wav");
        call("bad.wav");
        Files.writeString(calls.resolve("notes.txt"), "no recording");
        model = library();
    }

    @AfterEach
    void close() {
        slow.countDown();
        model.close();
    }

    @Test
    void aFolderIsTakenInNamedAnalysedAndFoundAgain() throws Exception {
        emotions.complete(new Even());
        model.setPattern(Optional.of(NamePattern.of("{agent}_{date:yyyyMMdd}_{time:HHmm}")));
        model.add(List.of(calls));
        until(() -> model.entries().size() == 3);
        assertThat(model.entries())
                .extracting(e -> e.call().agent().orElse("-"))
                .containsExactly("32400", "32401", "-");

        model.analyse();
        until(() -> !model.isRunning());

        assertThat(model.entries())
                .extracting(LibraryEntry::state)
                .containsExactly(
                        LibraryEntry.State.READY,
                        LibraryEntry.State.READY,
                        LibraryEntry.State.PROBLEM);
        assertThat(said).anyMatch(s -> s.contains("1 cannot be used"));
        assertThat(model.entries().getFirst().matches("32400 ready invoice", "The Invoice"))
                .isTrue();
        assertThat(model.entries().getFirst().matches("32401", "")).isFalse();

        Path exports = Files.createDirectory(folder.resolve("exports"));
        List<Path> all = model.entries().stream().map(LibraryEntry::file).toList();
        model.export(all, AnalysisFormat.HTML, exports, file -> Review.NONE.withNote("seen"));
        until(() -> said.contains("2 files written to " + exports));
        assertThat(exports.resolve("32400_20170114_0930.html")).content().contains("seen");

        try (var later = library()) {
            later.add(List.of(calls));
            until(
                    () ->
                            later.entries().size() == 3
                                    && later.entries().getFirst().state()
                                            == LibraryEntry.State.READY);
        }
    }

    @Test
    void aStoppedBatchGoesOnWhereItWas() throws Exception {
        emotions.complete(new Even());
        call("slow.wav");
        model.add(List.of(calls));
        until(() -> model.entries().size() == 4);
        model.analyse();
        until(() -> done() == 3);

        model.cancel();
        slow.countDown();
        until(() -> !model.isRunning());
        assertThat(model.entries().getLast().state()).isEqualTo(LibraryEntry.State.NEW);
        assertThat(said).anyMatch(s -> s.startsWith("Stopped"));

        model.analyse();
        until(() -> done() == 4);
    }

    @Test
    void whatIsCopiedIntoAWatchedFolderIsTakenIn() throws Exception {
        List<Path> found = new ArrayList<>();
        try (var watch = new FolderWatch(found::addAll)) {
            watch.add(calls);
            watch.look();
            assertThat(found).as("may still be growing").isEmpty();
            watch.look();
            assertThat(found).hasSize(3);

            Path late = call("late.wav");
            watch.look();
            Files.writeString(late, "sound, longer");
            watch.look();
            assertThat(found).hasSize(3);
            watch.look();
            watch.look();
            assertThat(found).hasSize(4).last().isEqualTo(late);
        }
    }

    @Test
    void withoutAModelTheReasonIsSaid() throws Exception {
        emotions.completeExceptionally(new IllegalStateException("missing"));
        model.analyse();
        assertThat(said).containsExactly("There is no emotion model, so nothing can be analysed.");
    }

    @Test
    void sharesCountTimeOfSegments() {
        var angry = EmotionDistribution.of(0, 0, 0, 0, 1, 0, 0, 0);
        var calm = EmotionDistribution.of(0, 1, 0, 0, 0, 0, 0, 0);
        var timeline =
                new PredictionTimeline(
                        10,
                        1,
                        List.of(),
                        List.of(
                                new Segment(0, 0, 3, angry, false),
                                new Segment(0, 4, 5, calm, true)),
                        Optional.of(angry));
        var entry =
                new LibraryEntry(
                        Path.of("a.wav"),
                        CallName.NONE,
                        LibraryEntry.State.READY,
                        Optional.of(
                                new StoredAnalysis(
                                        Path.of("a.wav"),
                                        new FileStamp(1, 1),
                                        new ModelKey("m", ""),
                                        "wav",
                                        8000,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(timeline))));

        assertThat(entry.share(Emotion.ANGRY)).isEqualTo(0.75);
        assertThat(entry.mostly()).contains(Emotion.ANGRY);
    }

    private LibraryModel library() {
        RecordingDecoder decoder =
                (file, cancel, progress) -> {
                    if (file.endsWith("slow.wav")) {
                        awaitSlow();
                        cancel.throwIfCancelled();
                    }
                    if (file.endsWith("bad.wav")) {
                        throw new RecordingException("bad.wav is damaged.");
                    }
                    return new Recording(
                            file, new Signal(new SampleRate(8000), new float[800]), "wav");
                };
        return new LibraryModel(
                decoder,
                emotions,
                new AnalysisStore(folder.resolve("results")),
                ui::add,
                new LibraryModel.Reports() {
                    @Override
                    public void say(String sentence) {
                        said.add(sentence);
                    }

                    @Override
                    public void problem(String sentence) {
                        said.add(sentence);
                    }

                    @Override
                    public void progress(String job, double fraction, CancelToken cancel) {}
                });
    }

    private void awaitSlow() {
        try {
            slow.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long done() {
        return model.entries().stream().filter(e -> e.analysis().isPresent()).count();
    }

    private Path call(String name) throws Exception {
        return Files.writeString(calls.resolve(name), "sound");
    }

    private void until(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            Runnable task = ui.poll(20, TimeUnit.MILLISECONDS);
            if (task != null) {
                task.run();
            }
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
        }
    }

    /** Knows nothing. */
    private static final class Even implements EmotionModel {
        @Override
        public ModelDescription description() {
            return new ModelDescription("even", Path.of("."), 188, 1, 0.4);
        }

        @Override
        public List<EmotionDistribution> predict(List<LogMel> clips) {
            return clips.stream().map(c -> EmotionDistribution.of(1, 1, 1, 1, 1, 1, 1, 1)).toList();
        }
    }
}
