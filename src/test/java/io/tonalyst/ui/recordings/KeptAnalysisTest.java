// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.emotion.ModelDescription;
import io.tonalyst.library.AnalysisStore;
import io.tonalyst.library.BatchAnalysis;
import io.tonalyst.library.ModelKey;
import io.tonalyst.recording.Recording;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.recording.RecordingOpener;
import io.tonalyst.recording.SampleStore;
import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.ui.RememberedStatus;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was analysed before is not analysed again, unless the file or the model is another. */
class KeptAnalysisTest {
    @TempDir Path folder;

    private final LinkedBlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final JobRunner runner = new JobRunner("test", 2);
    private final List<RecordingsModel> opened = new ArrayList<>();
    private Path call;

    @BeforeEach
    void makeCall() throws Exception {
        call = Files.writeString(folder.resolve("call.wav"), "sound");
        trained("once");
    }

    @AfterEach
    void close() {
        opened.forEach(RecordingsModel::close);
        runner.close();
    }

    @Test
    void theResultOfABatchIsShownAtOnceAndCanBeMadeAnew() throws Exception {
        new BatchAnalysis(decoder(), new Even(), Optional.of(store()))
                .run(List.of(call), true, 1, r -> {}, new CancelToken(), ProgressSink.NONE);

        RecordingsModel model = open();
        RecordingSession session = model.front().orElseThrow();
        assertThat(session.status()).isEqualTo(new SessionStatus.Kept());
        assertThat(session.status().text()).isEqualTo("Ready, analysed before");
        assertThat(session.timeline().orElseThrow().durationSeconds()).isEqualTo(2);

        assertThat(model.canAnalyse(session)).isTrue();
        model.analyseAgain(session);
        assertThat(model.canAnalyse(session)).as("while it is at work").isFalse();
        untilEnded(session);
        assertThat(session.status()).isEqualTo(new SessionStatus.Ready());
    }

    @Test
    void whatWasOpenedBeforeIsKeptForTheNextTimeAndForTheLibrary() throws Exception {
        assertThat(status(open())).isEqualTo(new SessionStatus.Ready());
        assertThat(status(open())).isEqualTo(new SessionStatus.Kept());
        assertThat(store().find(call, ModelKey.of(new Even().description()))).isPresent();
    }

    @Test
    void anotherFileUnderTheNameIsAnalysed() throws Exception {
        open();
        Files.writeString(call, "another sound");
        assertThat(status(open())).isEqualTo(new SessionStatus.Ready());
    }

    @Test
    void aModelTrainedAnewUnderItsNameIsAsked() throws Exception {
        open();
        trained("twice");
        assertThat(status(open())).isEqualTo(new SessionStatus.Ready());
        assertThat(status(open())).isEqualTo(new SessionStatus.Kept());
    }

    @Test
    void aDamagedResultCountsAsNone() throws Exception {
        open();
        try (var files = Files.list(folder.resolve("results"))) {
            for (Path file : files.toList()) {
                Files.writeString(file, "{\"version\": 1");
            }
        }
        assertThat(status(open())).isEqualTo(new SessionStatus.Ready());
    }

    private void trained(String how) throws Exception {
        Files.createDirectories(folder.resolve("even"));
        Files.writeString(folder.resolve("even/model.json"), "{\"trained\": \"" + how + "\"}");
    }

    private AnalysisStore store() {
        return new AnalysisStore(folder.resolve("results"));
    }

    private static SessionStatus status(RecordingsModel model) {
        return model.front().orElseThrow().status();
    }

    /** Opens the call in a window of its own and waits for its emotions. */
    private RecordingsModel open() throws Exception {
        var model =
                new RecordingsModel(
                        new RecordingOpener(
                                decoder(), new SampleStore(folder.resolve("s" + opened.size()))),
                        CompletableFuture.completedFuture(new ModelAnalysis(new Even(), store())),
                        runner,
                        ui::add,
                        new RememberedStatus(new ArrayList<>(), new ArrayList<>()));
        opened.add(model);
        model.open(List.of(call));
        untilEnded(model.front().orElseThrow());
        return model;
    }

    private void untilEnded(RecordingSession session) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!(session.status() instanceof SessionStatus.Ready)
                && !(session.status() instanceof SessionStatus.Kept)) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Runnable task = ui.poll(50, TimeUnit.MILLISECONDS);
            if (task != null) {
                task.run();
            }
        }
    }

    private RecordingDecoder decoder() {
        return (file, cancel, progress) ->
                new Recording(
                        file,
                        new Signal(new SampleRate(8000), new float[16_000]),
                        "wav, pcm_s16le");
    }

    private final class Even implements EmotionModel {
        @Override
        public ModelDescription description() {
            return new ModelDescription("even", folder.resolve("even"), 188, 1, 0.4);
        }

        @Override
        public List<EmotionDistribution> predict(List<LogMel> clips) {
            return clips.stream().map(c -> EmotionDistribution.of(1, 1, 1, 1, 1, 1, 1, 1)).toList();
        }
    }
}
