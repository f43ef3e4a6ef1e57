// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import static io.tonalyst.ui.kpi.KpiWindow.call;
import static io.tonalyst.ui.kpi.KpiWindow.fx;
import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.kpi.AxisDomain;
import io.tonalyst.sonify.ScoreEvent.Note;
import io.tonalyst.sonify.ScoreVoice;
import io.tonalyst.ui.kpi.views.ChartView;
import io.tonalyst.ui.kpi.views.CompareChart;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agents that are compared are heard together, in a headless window with the silent sink. */
class CompareSoundTest {
    @TempDir Path folder;

    private KpiWindow window;
    private KpiWorkspace workspace;

    @BeforeEach
    void show() throws Exception {
        window = KpiWindow.show(folder, 1280, 900);
        workspace = window.workspace();
        fx(() -> workspace.open(List.of(Path.of("samples", "call_log.csv").toAbsolutePath())));
        window.await(() -> workspace.player().loadedProperty().get());
        fx(
                () -> {
                    workspace.model().selection().agentProperty().set(32400);
                    workspace.model().selection().monthProperty().set(YearMonth.of(2017, 1));
                });
        window.await(() -> shown().request().query().agent() == 32400);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
        assertThat(window.problems()).isEmpty();
    }

    @Test
    void comparedAgentsAreHeardOnTheAxisThatIsSeen() throws Exception {
        compare();

        KpiShown heard = call(this::shown);
        assertThat(heard.score().notes().stream().map(Note::voice).distinct())
                .containsExactlyInAnyOrder(ScoreVoice.FIRST, ScoreVoice.SECOND, ScoreVoice.THIRD);
        assertThat(heard.score().title(ScoreVoice.THIRD)).isEqualTo("Agent 26210");
        assertThat(heard.score().sentence())
                .endsWith("Agent 32400 left, Agent 14270 middle, Agent 26210 right.");
        window.await(
                () ->
                        workspace.charts().chartProperty().get() instanceof CompareChart now
                                && now.series().size() == 3);
        var chart = (CompareChart) call(() -> workspace.charts().chartProperty().get());
        AxisDomain axis = AxisDomain.covering(chart.series(), chart.limit());
        assertThat(heard.score().series().main().low()).isEqualTo(axis.low());
        assertThat(heard.score().series().main().high()).isEqualTo(axis.high());
    }

    @Test
    void theFilmOfTheMonthShowsOneAgentAndSoundsOne() throws Exception {
        compare();
        KpiShown heard = call(this::shown);

        var film = MonthPresentation.of(heard);

        assertThat(film.score().notes().stream().map(Note::voice).distinct())
                .containsExactly(ScoreVoice.FIRST);
        AxisDomain axis = AxisDomain.covering(heard.series(), heard.request().threshold());
        assertThat(film.score().series().main().high()).isEqualTo(axis.high());
        assertThat(film.sound().frames()).isEqualTo(film.score().frames());
    }

    @Test
    void theLineIsHeardAloneAgainAlsoAfterAnotherAgentWas() throws Exception {
        compare();
        fx(() -> workspace.sound().solo(ScoreVoice.THIRD, true));
        window.await(() -> shown().request().silent().contains(ScoreVoice.FIRST));

        fx(() -> workspace.showView(ChartView.LINE));

        window.await(() -> shown().request().beside().isEmpty());
        window.await(() -> shown().request().silent().isEmpty());
        assertThat(call(() -> shown().score().voices())).doesNotContain(ScoreVoice.THIRD);
        assertThat(call(() -> workspace.sound().soloedProperty().get())).isEmpty();
    }

    @Test
    void anAgentComparedWithItselfIsHeardOnce() throws Exception {
        fx(
                () -> {
                    workspace.showView(ChartView.COMPARE);
                    workspace.charts().secondProperty().set(Optional.of(32400));
                    workspace.charts().thirdProperty().set(Optional.of(14270));
                });

        window.await(() -> shown().request().beside().equals(List.of(14270)));
        assertThat(call(() -> shown().score().title(ScoreVoice.SECOND))).isEqualTo("Agent 14270");
    }

    private void compare() throws Exception {
        fx(
                () -> {
                    workspace.showView(ChartView.COMPARE);
                    workspace.charts().secondProperty().set(Optional.of(14270));
                    workspace.charts().thirdProperty().set(Optional.of(26210));
                });
        window.await(() -> shown().request().beside().equals(List.of(14270, 26210)));
    }

    private KpiShown shown() {
        return workspace.model().shownProperty().get();
    }
}
