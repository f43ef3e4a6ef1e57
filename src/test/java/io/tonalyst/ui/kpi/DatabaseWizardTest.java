// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.kpi.source.LogOpener;
import io.tonalyst.kpi.source.MappingStore;
import io.tonalyst.kpi.source.Presets;
import io.tonalyst.playback.AudioSinks;
import io.tonalyst.playback.Playback;
import io.tonalyst.sonify.Synth;
import io.tonalyst.time.Ticker;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.RememberedStatus;
import io.tonalyst.ui.kpi.calls.CallRecordings;
import io.tonalyst.work.JobRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database through the wizard into the workspace, in a headless window. */
class DatabaseWizardTest {
    private static final String URL = "jdbc:h2:mem:wizard";

    @TempDir Path folder;

    private final JobRunner jobs = new JobRunner("test", 2);
    private final List<String> said = new CopyOnWriteArrayList<>();
    private Connection keeper;
    private KpiWorkspace workspace;
    private Stage stage;

    @BeforeEach
    void show() throws Exception {
        keeper = DriverManager.getConnection(URL, "ann", "deep secret");
        try (var statement = keeper.createStatement()) {
            statement.execute(
                    "CREATE TABLE calls AS SELECT CAST(agent_id AS INT) AS agent_id,"
                            + " CAST(call_date AS TIMESTAMP) AS call_date, CAST(talk_time AS INT)"
                            + " AS talk_time, CAST(after_call_work_time AS INT) AS"
                            + " after_call_work_time, CAST(queue_time AS INT) AS queue_time,"
                            + " call_resolution_id, call_type_id, plan_id, emotion FROM CSVREAD('"
                            + Path.of("samples", "call_log.csv").toAbsolutePath()
                            + "')");
        }
        HeadlessToolkit.start();
        var store = new MappingStore(folder.resolve("mappings"), new Presets());
        stage =
                HeadlessToolkit.call(
                        () -> {
                            workspace =
                                    new KpiWorkspace(
                                            new LogOpener(store)::open,
                                            store,
                                            new KpiCalculator(new Synth()),
                                            new Playback(AudioSinks::silent, Ticker.system()),
                                            jobs,
                                            new FxExecutor(),
                                            new RememberedStatus(said, said),
                                            new SimpleObjectProperty<>(Palette.LIGHT),
                                            folder.resolve("none.csv"),
                                            CallRecordings.none());
                            var window = new Stage();
                            window.setScene(new Scene(new StackPane(workspace.view()), 980, 900));
                            window.show();
                            return window;
                        });
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
        keeper.close();
    }

    @Test
    void aTableIsChosenAndItsSumsAreShown() throws Exception {
        fx(() -> workspace.imports().openDatabase());
        fx(
                () -> {
                    field("URL").setText(URL);
                    field("User").setText("ann");
                    field("Password").setText("wrong");
                    button("Connect").fire();
                });
        await(() -> notice().startsWith("The database jdbc:h2:mem:wizard does not let"));
        fx(
                () -> {
                    field("Password").setText("deep secret");
                    button("Connect").fire();
                });
        await(() -> tables().getItems().contains("CALLS"));
        fx(
                () -> {
                    tables().getEditor().setText("CALLS");
                    button("Connect").fire();
                });
        await(() -> workspace.imports().model().proposalProperty().get() != null);
        fx(() -> button("Next").fire());
        await(() -> !button("Next").isDisabled());
        fx(() -> button("Next").fire());
        await(() -> workspace.imports().model().checked().resultProperty().get() != null);
        assertThat(
                        call(
                                () ->
                                        workspace
                                                .imports()
                                                .model()
                                                .checked()
                                                .resultProperty()
                                                .get()
                                                .log()
                                                .isGrouped()))
                .isTrue();
        fx(() -> button("Use this log").fire());
        await(() -> workspace.model().shownProperty().get() != null);
        assertThat(call(() -> workspace.model().sourceProperty().get()))
                .isEqualTo("CALLS (mem wizard)");
        String kept = Files.readString(folder.resolve("connections.json"));
        assertThat(kept).contains(URL, "ann", "CALLS").doesNotContain("secret");
        assertThat(said).noneMatch(text -> text.contains("secret"));
        assertThat(call(() -> workspace.imports().model().database())).isNull();
        // The next time the address is there, and the password is not.
        fx(() -> workspace.imports().openDatabase());
        assertThat(call(() -> field("URL").getText())).isEqualTo(URL);
        assertThat(call(() -> field("Password").getText())).isEmpty();
    }

    private TextField field(String name) {
        return (TextField)
                nodes(".text-field")
                        .filter(node -> name.equals(node.getAccessibleText()))
                        .findFirst()
                        .orElseThrow();
    }

    private ComboBox<?> combo(String name) {
        return (ComboBox<?>)
                nodes(".combo-box")
                        .filter(node -> name.equals(node.getAccessibleText()))
                        .findFirst()
                        .orElseThrow();
    }

    private ComboBox<?> tables() {
        return combo("Table");
    }

    private Button button(String text) {
        return (Button)
                nodes(".button")
                        .filter(node -> node instanceof Button)
                        .filter(node -> ((Button) node).getText() != null)
                        .filter(node -> ((Button) node).getText().replace("_", "").startsWith(text))
                        .findFirst()
                        .orElseThrow();
    }

    private String notice() {
        return nodes(".wizard-notice")
                .map(node -> ((javafx.scene.control.Label) node).getText())
                .findFirst()
                .orElse("");
    }

    private java.util.stream.Stream<Node> nodes(String selector) {
        return workspace.view().lookupAll(selector).stream();
    }

    private static <T> T call(Callable<T> question) throws Exception {
        return HeadlessToolkit.call(question);
    }

    private static void fx(Runnable action) throws Exception {
        HeadlessToolkit.call(
                () -> {
                    action.run();
                    return null;
                });
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!HeadlessToolkit.call(condition)) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
            Thread.sleep(20);
        }
    }
}
