// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.explore.Answer;
import io.tonalyst.kpi.explore.Figure;
import io.tonalyst.kpi.explore.Question;
import io.tonalyst.kpi.overview.Granularity;
import io.tonalyst.kpi.source.MappingStore;
import io.tonalyst.kpi.source.Presets;
import io.tonalyst.playback.AudioSinks;
import io.tonalyst.playback.Playback;
import io.tonalyst.sonify.Synth;
import io.tonalyst.time.Ticker;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.PaintSurface;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.RememberedStatus;
import io.tonalyst.ui.kpi.calls.CallRecordings;
import io.tonalyst.work.JobRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages beside the motion chart, in a headless window. */
class KpiPagesTest {
    @TempDir Path folder;

    private final JobRunner jobs = new JobRunner("test", 2);
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private KpiWorkspace workspace;
    private Stage stage;

    @BeforeEach
    void show() throws Exception {
        HeadlessToolkit.start();
        Path log = SampleLog.write(folder);
        stage =
                HeadlessToolkit.call(
                        () -> {
                            workspace =
                                    new KpiWorkspace(
                                            SampleLog::read,
                                            new MappingStore(
                                                    folder.resolve("mappings"), new Presets()),
                                            new KpiCalculator(new Synth()),
                                            new Playback(AudioSinks::silent, Ticker.system()),
                                            jobs,
                                            new FxExecutor(),
                                            new RememberedStatus(
                                                    new CopyOnWriteArrayList<>(), problems),
                                            new SimpleObjectProperty<>(Palette.LIGHT),
                                            folder.resolve("none.csv"),
                                            CallRecordings.none());
                            var window = new Stage();
                            window.setScene(new Scene(new StackPane(workspace.view()), 1200, 800));
                            window.show();
                            workspace.open(List.of(log));
                            return window;
                        });
        await(() -> workspace.player().loadedProperty().get());
    }

    @AfterEach
    void close() throws Exception {
        HeadlessToolkit.call(
                () -> {
                    workspace.close();
                    stage.close();
                    return null;
                });
        jobs.close();
    }

    @Test
    void questionsAreAnsweredUnderTheFilterOnlyWhileThePageIsShown() throws Exception {
        assertThat(call(() -> workspace.explore().answerProperty().get())).isNull();
        fx(() -> workspace.showPage(KpiWorkspace.EXPLORE));
        await(() -> workspace.explore().answerProperty().get() != null);
        var question = new Question.Compare(Figure.CALLS, CallDimension.OUTCOME);
        fx(() -> workspace.explore().questionProperty().set(question));
        await(() -> question.title().equals(workspace.explore().answerProperty().get().title()));
        long all = calls();
        fx(
                () ->
                        workspace
                                .model()
                                .selection()
                                .filterProperty()
                                .set(CallFilter.NONE.between(null, LocalDate.of(2017, 1, 31))));
        await(() -> calls() < all);
        fx(
                () ->
                        workspace
                                .model()
                                .selection()
                                .filterProperty()
                                .set(CallFilter.NONE.between(LocalDate.of(2030, 1, 1), null)));
        await(() -> !workspace.explore().noticeProperty().get().isEmpty());
        assertThat(problems).isEmpty();
    }

    @Test
    void chartAndTableMarkTheSameItemAndKeysReadItOut() throws Exception {
        fx(() -> workspace.showPage(KpiWorkspace.EXPLORE));
        fx(
                () ->
                        workspace
                                .explore()
                                .questionProperty()
                                .set(new Question.Compare(Figure.HANDLE, CallDimension.AGENT)));
        await(() -> table() != null && table().getItems().size() == 2);
        Node chart = call(() -> workspace.view().lookup(".kpi-chart"));
        Node surface =
                call(
                        () ->
                                chart.lookupAll("*").stream()
                                        .filter(PaintSurface.class::isInstance)
                                        .findFirst()
                                        .orElseThrow());
        fx(() -> press(surface, KeyCode.DOWN));
        fx(() -> press(surface, KeyCode.DOWN));
        assertThat(call(() -> table().getSelectionModel().getSelectedIndex())).isEqualTo(1);
        assertThat(call(() -> ((Label) chart.lookup(".explore-readout")).getText()))
                .startsWith("32400: handle time ");
        fx(() -> table().getSelectionModel().select(0));
        assertThat(call(() -> ((Label) chart.lookup(".explore-readout")).getText()))
                .startsWith("14270: handle time ");
    }

    @Test
    void keysOfTheMotionChartDoNotReachOtherPages() throws Exception {
        fx(() -> workspace.player().goTo(5));
        fx(() -> press(workspace.view(), KeyCode.RIGHT));
        assertThat(call(() -> workspace.player().dayPositionProperty().get())).isEqualTo(6);
        fx(() -> workspace.showPage(KpiWorkspace.EXPLORE));
        fx(() -> press(workspace.view(), KeyCode.RIGHT));
        assertThat(call(() -> workspace.player().dayPositionProperty().get())).isEqualTo(6);
    }

    @Test
    void agentsAreRankedAndATargetHoldsForItsMeasure() throws Exception {
        fx(() -> workspace.showPage(KpiWorkspace.AGENTS));
        await(() -> workspace.overview().overviewProperty().get() != null);
        assertThat(call(() -> workspace.overview().overviewProperty().get().agents())).hasSize(2);
        assertThat(call(() -> workspace.overview().enterTarget("soon")))
                .contains("The target has to be a number, such as 900.");
        assertThat(call(() -> workspace.overview().enterTarget("700"))).isEmpty();
        await(() -> workspace.overview().overviewProperty().get().target() == 700);
        fx(
                () -> {
                    workspace.overview().granularityProperty().set(Granularity.WEEK);
                    workspace.overview().measureProperty().set(Measure.FCR);
                });
        await(() -> workspace.overview().overviewProperty().get().target() == 75);
        var agent = call(() -> workspace.overview().overviewProperty().get().agents().getFirst());
        assertThat(agent.trend().points().getFirst().label()).isEqualTo("2016-W52");
        await(() -> table() != null && table().getItems().size() == 2);
    }

    private long calls() {
        return workspace.explore().answerProperty().get() instanceof Answer.Compared compared
                ? compared.breakdown().all().calls()
                : -1;
    }

    private TableView<?> table() {
        return (TableView<?>) workspace.view().lookup(".kpi-table");
    }

    private static void press(Node target, KeyCode key) {
        target.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private interface Action {
        void run() throws Exception;
    }

    private static void fx(Action action) throws Exception {
        HeadlessToolkit.call(
                () -> {
                    action.run();
                    return "";
                });
    }

    private static <T> T call(Callable<T> task) throws Exception {
        return HeadlessToolkit.call(task);
    }

    private void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!call(condition)) {
            assertThat(System.nanoTime()).as("in time; problems %s", problems).isLessThan(end);
            Thread.sleep(10);
        }
    }
}
