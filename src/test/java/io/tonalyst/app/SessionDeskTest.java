// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.kpi.source.LogOpener;
import io.tonalyst.kpi.source.MappingStore;
import io.tonalyst.library.AnalysisStore;
import io.tonalyst.library.LibraryModel;
import io.tonalyst.playback.AudioSinks;
import io.tonalyst.playback.Playback;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.RecordingOpener;
import io.tonalyst.recording.SampleStore;
import io.tonalyst.review.Annotation;
import io.tonalyst.review.Review;
import io.tonalyst.session.Recovery;
import io.tonalyst.session.SessionClaim;
import io.tonalyst.session.SessionDocument;
import io.tonalyst.session.SessionDocument.Entry;
import io.tonalyst.session.SessionFile;
import io.tonalyst.sonify.Synth;
import io.tonalyst.time.Ticker;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.RememberedStatus;
import io.tonalyst.ui.kpi.KpiCalculator;
import io.tonalyst.ui.kpi.KpiWorkspace;
import io.tonalyst.ui.kpi.calls.CallRecordings;
import io.tonalyst.ui.library.LibraryWorkspace;
import io.tonalyst.ui.library.RecordingViews;
import io.tonalyst.ui.recordings.RecordingsWorkspace;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.JobRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionDeskTest {
    private static final Path CALL = Path.of("samples/calls/rising_16k.wav").toAbsolutePath();

    @TempDir Path folder;

    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final JobRunner runner = new JobRunner("test", 2);
    private RecordingsWorkspace recordings;
    private LibraryWorkspace library;
    private KpiWorkspace kpis;
    private SessionDesk desk;
    private Recovery recovery;

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @BeforeEach
    void makeDesk() throws Exception {
        recovery = new Recovery(folder.resolve("kept"));
        HeadlessToolkit.call(
                () -> {
                    var status = new RememberedStatus(new CopyOnWriteArrayList<>(), problems);
                    recordings =
                            new RecordingsWorkspace(
                                    new RecordingOpener(
                                            new FfmpegDecoder(),
                                            new SampleStore(folder.resolve("sound"))),
                                    new CompletableFuture<>(),
                                    new AnalysisStore(folder.resolve("results")),
                                    new Playback(AudioSinks::silent, Ticker.system()),
                                    runner,
                                    new FxExecutor(),
                                    status,
                                    new SimpleBooleanProperty());
                    library =
                            new LibraryWorkspace(
                                    new LibraryModel(
                                            new FfmpegDecoder(),
                                            new CompletableFuture<>(),
                                            new AnalysisStore(folder.resolve("results")),
                                            new FxExecutor(),
                                            Silent.REPORTS),
                                    NO_VIEWS,
                                    file -> Review.NONE);
                    kpis =
                            new KpiWorkspace(
                                    new LogOpener(MappingStore.ofUser())::open,
                                    MappingStore.ofUser(),
                                    new KpiCalculator(new Synth()),
                                    new Playback(AudioSinks::silent, Ticker.system()),
                                    runner,
                                    new FxExecutor(),
                                    status,
                                    new SimpleObjectProperty<>(Palette.LIGHT),
                                    folder.resolve("none.csv"),
                                    CallRecordings.none());
                    desk =
                            new SessionDesk(
                                    recordings, library, kpis, recovery, new FxExecutor(), status);
                    return null;
                });
    }

    @AfterEach
    void close() throws Exception {
        HeadlessToolkit.call(
                () -> {
                    desk.close();
                    recordings.close();
                    library.close();
                    kpis.close();
                    return null;
                });
        runner.close();
    }

    @Test
    void aSessionIsOpenedShownAndKeptUpToDateInItsFile() throws Exception {
        Path gone = folder.resolve("gone.wav");
        Path file = folder.resolve("calls.tonalyst");
        SessionFile.write(file, session(gone));

        onFx(() -> desk.open(file));
        until(() -> recordings.model().sessions().size() == 2);
        until(() -> problems.stream().anyMatch(p -> p.contains("what was said of them is kept")));
        assertThat(problems)
                .anyMatch(p -> p.contains("1 recording of the session cannot be found"));

        onFx(
                () -> {
                    var call = recordings.model().front().orElseThrow();
                    call.review(call.review().withNote("second thought"));
                });
        until(
                () ->
                        read(file).recordings().stream()
                                .anyMatch(e -> e.review().note().equals("second thought")));
        assertThat(read(file).recordings())
                .filteredOn(e -> e.file().equals(gone))
                .singleElement()
                .extracting(e -> e.review().note())
                .isEqualTo("kept");
    }

    @Test
    void theSessionOfAnEndedProgramIsTakenOver() throws Exception {
        recovery.keep(session(folder.resolve("gone.wav")));
        var found = new CompletableFuture<Recovery.Offer>();

        onFx(() -> desk.findLast(found::complete));
        Recovery.Offer offer = found.get(20, TimeUnit.SECONDS);
        onFx(() -> desk.take(offer));

        until(() -> !Files.exists(offer.file()));
        assertThat(recordings.model().sessions()).hasSize(2);
    }

    @Test
    void whatHasNoFileStaysOnOfferWhenAnotherSessionIsOpened() throws Exception {
        Path file = folder.resolve("calls.tonalyst");
        SessionFile.write(file, SessionDocument.EMPTY);
        onFx(
                () -> {
                    recordings.open(List.of(CALL));
                    var call = recordings.model().front().orElseThrow();
                    call.review(Review.NONE.withNote("unsaved"));
                });

        onFx(() -> desk.open(file));
        until(() -> recordings.model().sessions().isEmpty());

        assertThat(recovery.offers())
                .extracting(o -> o.session().recordings().getFirst().review().note())
                .contains("unsaved");
    }

    @Test
    void aSessionOfAnotherWindowIsNeverWrittenOver() throws Exception {
        Path file = folder.resolve("calls.tonalyst");
        SessionFile.write(file, session(folder.resolve("gone.wav")));
        byte[] before = Files.readAllBytes(file);
        SessionClaim other = recovery.claim(file).orElseThrow();
        Path sameFile = folder.resolve("kept").resolve("..").resolve("calls.tonalyst");

        onFx(() -> desk.open(sameFile));
        until(() -> problems.stream().anyMatch(p -> p.contains("open in another window")));
        onFx(
                () -> {
                    var call = recordings.model().front().orElseThrow();
                    call.review(call.review().withNote("said here"));
                    desk.saveAs(file);
                    desk.close();
                });

        assertThat(problems).anyMatch(p -> p.contains("save under another name"));
        assertThat(desk.file()).isEmpty();
        assertThat(file).hasBinaryContent(before);
        assertThat(recovery.offers())
                .as("kept apart")
                .anyMatch(
                        o ->
                                o.session().recordings().stream()
                                        .anyMatch(e -> e.review().note().equals("said here")));

        other.close();
        assertThat(recovery.claim(file)).as("free again").isPresent();
    }

    private static SessionDocument session(Path gone) {
        Review said =
                Review.NONE.with(
                        new Annotation(
                                0, 1, 2, Optional.of(Emotion.ANGRY), "door", Optional.empty()));
        return new SessionDocument(
                List.of(
                        new Entry(CALL, true, said, Optional.empty()),
                        new Entry(gone, true, Review.NONE.withNote("kept"), Optional.empty())),
                Optional.of(CALL),
                "",
                List.of());
    }

    private static SessionDocument read(Path file) {
        try {
            return SessionFile.read(file);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static final RecordingViews NO_VIEWS =
            new RecordingViews() {
                @Override
                public void open(List<Path> recordings) {}

                @Override
                public void openAtAngriest(Path recording) {}
            };

    private enum Silent implements LibraryModel.Reports {
        REPORTS;

        @Override
        public void say(String sentence) {}

        @Override
        public void problem(String sentence) {}

        @Override
        public void progress(String job, double fraction, CancelToken cancel) {}
    }

    private static void onFx(Runnable task) throws Exception {
        HeadlessToolkit.call(
                () -> {
                    task.run();
                    return null;
                });
    }

    private static void until(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!HeadlessToolkit.call(condition::getAsBoolean)) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(20);
        }
    }
}
