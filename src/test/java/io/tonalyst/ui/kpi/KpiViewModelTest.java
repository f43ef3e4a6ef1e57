// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.Measure;
import io.tonalyst.sonify.Synth;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.JobRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No toolkit: what would go to the UI thread is queued and run by the test. */
class KpiViewModelTest {
    @TempDir Path folder;

    private final JobRunner jobs = new JobRunner("test", 2);
    private final LinkedBlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final Recorder status = new Recorder();
    private final KpiViewModel model =
            model((file, mapping, cancel, sink) -> SampleLog.read(file, cancel, sink));

    @AfterEach
    void close() {
        model.close();
        jobs.close();
    }

    @Test
    void opensALogAndShowsItsFirstMonth() throws Exception {
        model.open(SampleLog.write(folder));
        await(() -> model.shownProperty().get() != null);
        var shown = model.shownProperty().get();
        assertThat(shown.request().query().agent()).isEqualTo(14270);
        assertThat(shown.series().points()).hasSize(23);
        assertThat(shown.sound().frames()).isPositive();
        assertThat(shown.request().threshold())
                .as("the median of the peers, of which there is one")
                .isEqualTo(Math.rint(shown.series().peerMedian().orElseThrow()))
                .isEqualTo(model.selection().thresholdProperty().get());
        assertThat(shown.summary().calls())
                .isEqualTo(shown.series().points().stream().mapToInt(p -> p.calls()).sum());
        assertThat(model.importedProperty().get().problemCount()).isEqualTo(2);
        assertThat(model.sourceProperty().get()).isEqualTo("calls.csv");
        assertThat(status.said).anyMatch(s -> s.contains("2 rows left out"));
        assertThat(status.problems).isEmpty();
    }

    @Test
    void onlyTheNewestChoiceIsShown() throws Exception {
        model.open(SampleLog.write(folder));
        await(() -> model.shownProperty().get() != null);
        model.selection().measureProperty().set(Measure.FCR);
        model.selection().agentProperty().set(32400);
        model.selection().stepMonth(1);
        await(() -> model.shownProperty().get().request().query().agent() == 32400);
        await(() -> !model.isBusy());
        var query = model.shownProperty().get().request().query();
        assertThat(query.measure()).isEqualTo(Measure.FCR);
        assertThat(query.month().getMonthValue()).isEqualTo(2);
    }

    @Test
    void aFileThatIsNoLogIsOneSentenceAndTheOpenLogStays() throws Exception {
        model.open(SampleLog.write(folder));
        await(() -> model.shownProperty().get() != null);
        var before = model.importedProperty().get();
        model.open(Files.writeString(folder.resolve("empty.csv"), ""));
        await(() -> !status.problems.isEmpty());
        assertThat(status.problems).singleElement().asString().contains("empty.csv").endsWith(".");
        assertThat(model.importedProperty().get()).isSameAs(before);
    }

    @Test
    void readingCanBeCancelledFromTheStatusBar() throws Exception {
        var slow =
                model(
                        (file, mapping, cancel, progress) -> {
                            while (!cancel.isCancelled()) {
                                progress.report(0.5, "reading");
                                Thread.sleep(5);
                            }
                            cancel.throwIfCancelled();
                            throw new CallLogException("never reached");
                        });
        slow.open(folder.resolve("huge.csv"));
        await(() -> !status.tokens.isEmpty());
        status.tokens.getFirst().cancel();
        await(() -> status.finished);
        await(() -> status.said.stream().anyMatch(s -> s.contains("cancelled")));
        assertThat(slow.importedProperty().get()).isNull();
        assertThat(status.problems).isEmpty();
    }

    private KpiViewModel model(KpiViewModel.LogSource logs) {
        return new KpiViewModel(logs, new KpiCalculator(new Synth()), jobs, ui::add, status);
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Runnable task = ui.poll(5, TimeUnit.MILLISECONDS);
            if (task != null) {
                task.run();
            }
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    /** Remembers what the status bar was told. */
    private static final class Recorder implements StatusReporter {
        private final List<String> said = new CopyOnWriteArrayList<>();
        private final List<String> problems = new CopyOnWriteArrayList<>();
        private final List<CancelToken> tokens = new CopyOnWriteArrayList<>();
        private volatile boolean finished;

        @Override
        public void say(String sentence) {
            said.add(sentence);
        }

        @Override
        public void problem(String sentence) {
            problems.add(sentence);
        }

        @Override
        public void progress(String job, double fraction, CancelToken cancel) {
            tokens.add(cancel);
            finished = fraction >= 1;
        }
    }
}
