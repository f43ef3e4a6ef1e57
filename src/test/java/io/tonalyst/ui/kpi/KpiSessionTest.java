// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import static io.tonalyst.ui.kpi.KpiWindow.call;
import static io.tonalyst.ui.kpi.KpiWindow.fx;
import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.jdbc.ConnectionStore;
import io.tonalyst.kpi.jdbc.DatabaseAddress;
import io.tonalyst.kpi.overview.Granularity;
import io.tonalyst.kpi.source.CallField;
import io.tonalyst.session.ChartsState;
import io.tonalyst.session.KpiState;
import io.tonalyst.session.SessionDocument;
import io.tonalyst.session.SessionFile;
import io.tonalyst.ui.kpi.views.ChartView;
import io.tonalyst.ui.kpi.views.ChartsModel;
import io.tonalyst.ui.kpi.views.MultiplesOrder;
import io.tonalyst.ui.kpi.wizard.DatabaseLog;
import io.tonalyst.ui.kpi.wizard.ImportModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked at, written to a session file by one window and shown again by another. */
class KpiSessionTest {
    private static final String URL = "jdbc:h2:mem:session";

    @TempDir Path folder;

    private KpiWindow window;

    @BeforeEach
    void show() throws Exception {
        window = KpiWindow.show(folder, 980, 900);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void theViewAndItsChoicesComeBack() throws Exception {
        open(SampleLog.write(folder));
        fx(
                () -> {
                    ChartsModel charts = window.workspace().charts();
                    charts.viewProperty().set(ChartView.BUBBLES);
                    charts.granularityProperty().set(Granularity.WEEK);
                    charts.xProperty().set(Measure.FCR);
                    charts.yProperty().set(Measure.AHT);
                    charts.sizeProperty().set(Measure.CALLS);
                    charts.colourProperty().set(Optional.empty());
                    charts.trailProperty().set(12);
                    charts.orderProperty().set(MultiplesOrder.WORSENING);
                    charts.measureProperty().set(Measure.FCR);
                    charts.toggleChosen(14270);
                    charts.secondProperty().set(Optional.of(32400));
                });
        KpiState before = throughAFile();
        assertThat(before.charts())
                .contains(
                        new ChartsState(
                                "bubbles",
                                "fcr",
                                "week",
                                "fcr",
                                "aht",
                                "calls",
                                "",
                                12,
                                List.of("14270"),
                                List.of("32400"),
                                "worsening",
                                0));
        assertThat(again(before)).isEqualTo(before);
        assertThat(call(() -> window.workspace().charts().chosen())).containsExactly(14270);
    }

    @Test
    void agentsThatALogLacksAreLetGoOfAndOthersStay() throws Exception {
        open(SampleLog.write(folder));
        fx(
                () -> {
                    ChartsModel charts = window.workspace().charts();
                    charts.viewProperty().set(ChartView.COMPARE);
                    charts.toggleChosen(14270);
                    charts.toggleChosen(32400);
                    charts.secondProperty().set(Optional.of(14270));
                    charts.thirdProperty().set(Optional.of(32400));
                });
        Path fewer = folder.resolve("fewer.csv");
        Files.write(
                fewer,
                Files.readAllLines(folder.resolve("calls.csv")).stream()
                        .filter(row -> !row.startsWith("14270"))
                        .toList());
        open(fewer);
        ChartsModel charts = window.workspace().charts();
        assertThat(call(charts::chosen)).containsExactly(32400);
        assertThat(call(() -> charts.secondProperty().get())).isEmpty();
        assertThat(call(() -> charts.thirdProperty().get())).contains(32400);
        assertThat(window.problems()).isEmpty();
    }

    @Test
    void columnsThatWereMappedByHandAreReadInTheSameWay() throws Exception {
        Path odd = folder.resolve("odd.csv");
        List<String> rows = Files.readAllLines(SampleLog.write(folder));
        rows.set(0, "who,begin,spoken,wrapped,waited,result,sort,tariff,mood");
        Files.write(odd, rows);
        fx(() -> window.workspace().imports().open(odd));
        ImportModel wizard = window.workspace().imports().model();
        window.await(() -> wizard.proposalProperty().get() != null);
        List<CallField> columns =
                List.of(
                        CallField.AGENT,
                        CallField.START,
                        CallField.TALK,
                        CallField.WORK,
                        CallField.QUEUE_TIME,
                        CallField.OUTCOME);
        for (CallField field : columns) {
            fx(() -> wizard.map(field, columns.indexOf(field)));
            window.await(() -> wizard.proposalProperty().get().mapping().has(field));
        }
        finish();
        KpiState before = throughAFile();
        assertThat(before.source().mapping()).contains("who");
        assertThat(again(before)).isEqualTo(before);
        assertThat(window.problems()).isEmpty();
    }

    @Test
    void aDatabaseIsAskedForItsPasswordAndThenShownAsBefore() throws Exception {
        try (Connection keeper = database()) {
            assertThat(keeper.isValid(1)).isTrue();
            fx(() -> window.workspace().imports().openDatabase());
            connect("deep secret");
            finish();
            fx(
                    () -> {
                        window.workspace().model().selection().measureProperty().set(Measure.FCR);
                        window.workspace().charts().viewProperty().set(ChartView.CALENDAR);
                    });
            KpiState before = throughAFile();
            assertThat(before.source().database())
                    .contains(new KpiState.Database(URL, "ann", "CALLS", ""));
            anotherWindow();
            fx(() -> window.workspace().showSession(before, List.of()));
            assertThat(call(() -> field("URL").getText())).isEqualTo(URL);
            assertThat(call(() -> field("User").getText())).isEqualTo("ann");
            assertThat(call(() -> field("Password").getText())).isEmpty();
            assertThat(window.said())
                    .anyMatch(
                            said ->
                                    said.endsWith(
                                            "enter the password and connect to go on with it."));
            assertThat(call(() -> window.workspace().session())).contains(before);
            fx(
                    () -> {
                        field("Password").setText("deep secret");
                        window.button("Connect").fire();
                    });
            ImportModel wizard = window.workspace().imports().model();
            window.await(() -> wizard.proposalProperty().get() != null);
            finish();
            window.await(() -> window.workspace().session().equals(Optional.of(before)));
        }
        assertThat(window.problems()).isEmpty();
    }

    /** What the window shows, written to a session file and read back. */
    private KpiState throughAFile() throws Exception {
        window.await(() -> !window.workspace().model().isBusy());
        Optional<KpiState> state = call(() -> window.workspace().session());
        Path file = folder.resolve("kept.tonalyst");
        SessionFile.write(
                file, new SessionDocument(List.of(), Optional.empty(), "", List.of(), state));
        assertThat(Files.readString(file)).doesNotContain("secret");
        Optional<KpiState> read = SessionFile.read(file).kpis();
        assertThat(read).isEqualTo(state).isPresent();
        return read.orElseThrow();
    }

    /** What another window shows of it. */
    private KpiState again(KpiState before) throws Exception {
        anotherWindow();
        fx(() -> window.workspace().showSession(before, List.of()));
        window.await(() -> window.workspace().model().shownProperty().get() != null);
        window.await(() -> !window.workspace().model().isBusy());
        return call(() -> window.workspace().session()).orElseThrow();
    }

    private void anotherWindow() throws Exception {
        window.close();
        window = KpiWindow.show(folder, 980, 900);
    }

    private void open(Path log) throws Exception {
        fx(() -> window.workspace().model().open(log));
        String name = String.valueOf(log.getFileName());
        window.await(() -> window.workspace().model().sourceProperty().get().equals(name));
        window.await(() -> window.workspace().model().shownProperty().get() != null);
    }

    private void connect(String password) throws Exception {
        fx(
                () ->
                        window.workspace()
                                .imports()
                                .model()
                                .open(
                                        new DatabaseLog(
                                                new DatabaseAddress(URL, "ann", "CALLS", null),
                                                password.toCharArray(),
                                                new ConnectionStore(
                                                        folder.resolve("connections.json")))));
        ImportModel wizard = window.workspace().imports().model();
        window.await(() -> wizard.proposalProperty().get() != null);
    }

    /** Goes through the pages of the wizard to its end. */
    private void finish() throws Exception {
        fx(() -> window.workspace().imports().wizard().goTo(2));
        ImportModel wizard = window.workspace().imports().model();
        window.await(() -> wizard.checked().resultProperty().get() != null);
        fx(() -> window.button("Use this log").fire());
        window.await(() -> window.workspace().model().shownProperty().get() != null);
    }

    private Connection database() throws Exception {
        Connection keeper = DriverManager.getConnection(URL, "ann", "deep secret");
        try (var statement = keeper.createStatement()) {
            statement.execute(
                    "CREATE TABLE calls AS SELECT CAST(agent_id AS INT) AS agent_id,"
                            + " CAST(call_date AS TIMESTAMP) AS call_date, CAST(talk_time AS INT)"
                            + " AS talk_time, CAST(after_call_work_time AS INT) AS"
                            + " after_call_work_time, CAST(queue_time AS INT) AS queue_time,"
                            + " call_resolution_id, call_type_id, plan_id FROM CSVREAD('"
                            + Path.of("samples", "call_log.csv").toAbsolutePath()
                            + "')");
        }
        return keeper;
    }

    private TextField field(String name) {
        return (TextField)
                window.nodes(".text-field")
                        .filter(node -> name.equals(node.getAccessibleText()))
                        .findFirst()
                        .orElseThrow();
    }
}
