// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import static io.tonalyst.ui.kpi.KpiWindow.call;
import static io.tonalyst.ui.kpi.KpiWindow.fx;
import static io.tonalyst.ui.kpi.KpiWindow.press;
import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.explore.Answer;
import io.tonalyst.kpi.explore.Figure;
import io.tonalyst.kpi.explore.Question;
import io.tonalyst.kpi.overview.Granularity;
import io.tonalyst.ui.PaintSurface;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages beside the motion chart, in a headless window. */
class KpiPagesTest {
    @TempDir Path folder;

    private KpiWindow window;
    private KpiWorkspace workspace;

    @BeforeEach
    void show() throws Exception {
        window = KpiWindow.show(folder, 1200, 800);
        workspace = window.workspace();
        Path log = SampleLog.write(folder);
        fx(() -> workspace.open(List.of(log)));
        window.await(() -> workspace.player().loadedProperty().get());
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void questionsAreAnsweredUnderTheFilterOnlyWhileThePageIsShown() throws Exception {
        assertThat(call(() -> workspace.explore().answerProperty().get())).isNull();
        fx(() -> workspace.showPage(KpiWorkspace.EXPLORE));
        window.await(() -> workspace.explore().answerProperty().get() != null);
        var question = new Question.Compare(Figure.CALLS, CallDimension.OUTCOME);
        fx(() -> workspace.explore().questionProperty().set(question));
        window.await(
                () -> question.title().equals(workspace.explore().answerProperty().get().title()));
        long all = calls();
        fx(
                () ->
                        workspace
                                .model()
                                .selection()
                                .filterProperty()
                                .set(CallFilter.NONE.between(null, LocalDate.of(2017, 1, 31))));
        window.await(() -> calls() < all);
        fx(
                () ->
                        workspace
                                .model()
                                .selection()
                                .filterProperty()
                                .set(CallFilter.NONE.between(LocalDate.of(2030, 1, 1), null)));
        window.await(() -> !workspace.explore().noticeProperty().get().isEmpty());
        assertThat(window.problems()).isEmpty();
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
        window.await(() -> table() != null && table().getItems().size() == 2);
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
        window.await(() -> workspace.overview().overviewProperty().get() != null);
        assertThat(call(() -> workspace.overview().overviewProperty().get().agents())).hasSize(2);
        assertThat(call(() -> workspace.overview().enterTarget("soon")))
                .contains("The target has to be a number, such as 900.");
        assertThat(call(() -> workspace.overview().enterTarget("700"))).isEmpty();
        window.await(() -> workspace.overview().overviewProperty().get().target() == 700);
        fx(
                () -> {
                    workspace.overview().granularityProperty().set(Granularity.WEEK);
                    workspace.overview().measureProperty().set(Measure.FCR);
                });
        window.await(() -> workspace.overview().overviewProperty().get().target() == 75);
        var agent = call(() -> workspace.overview().overviewProperty().get().agents().getFirst());
        assertThat(agent.trend().points().getFirst().label()).isEqualTo("2016-W52");
        window.await(() -> table() != null && table().getItems().size() == 2);
    }

    private long calls() {
        return workspace.explore().answerProperty().get() instanceof Answer.Compared compared
                ? compared.breakdown().all().calls()
                : -1;
    }

    private TableView<?> table() {
        return (TableView<?>) workspace.view().lookup(".kpi-table");
    }
}
