// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import static io.tonalyst.ui.kpi.KpiWindow.call;
import static io.tonalyst.ui.kpi.KpiWindow.fx;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database through the wizard into the workspace, in a headless window. */
class DatabaseWizardTest {
    private static final String URL = "jdbc:h2:mem:wizard";

    @TempDir Path folder;

    private Connection keeper;
    private KpiWindow window;
    private KpiWorkspace workspace;

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
        window = KpiWindow.show(folder, 980, 900);
        workspace = window.workspace();
    }

    @AfterEach
    void close() throws Exception {
        window.close();
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
                    window.button("Connect").fire();
                });
        window.await(() -> notice().startsWith("The database jdbc:h2:mem:wizard does not let"));
        fx(
                () -> {
                    field("Password").setText("deep secret");
                    window.button("Connect").fire();
                });
        window.await(() -> tables().getItems().contains("CALLS"));
        fx(
                () -> {
                    tables().getEditor().setText("CALLS");
                    window.button("Connect").fire();
                });
        window.await(() -> workspace.imports().model().proposalProperty().get() != null);
        fx(() -> window.button("Next").fire());
        window.await(() -> !window.button("Next").isDisabled());
        fx(() -> window.button("Next").fire());
        window.await(() -> workspace.imports().model().checked().resultProperty().get() != null);
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
        fx(() -> window.button("Use this log").fire());
        window.await(() -> workspace.model().shownProperty().get() != null);
        assertThat(call(() -> workspace.model().sourceProperty().get()))
                .isEqualTo("CALLS (mem wizard)");
        String kept = Files.readString(folder.resolve("connections.json"));
        assertThat(kept).contains(URL, "ann", "CALLS").doesNotContain("secret");
        assertThat(window.said()).noneMatch(text -> text.contains("secret"));
        assertThat(call(() -> workspace.imports().model().database())).isNull();
        // The next time the address is there, and the password is not.
        fx(() -> workspace.imports().openDatabase());
        assertThat(call(() -> field("URL").getText())).isEqualTo(URL);
        assertThat(call(() -> field("Password").getText())).isEmpty();
    }

    private TextField field(String name) {
        return (TextField)
                window.nodes(".text-field")
                        .filter(node -> name.equals(node.getAccessibleText()))
                        .findFirst()
                        .orElseThrow();
    }

    private ComboBox<?> combo(String name) {
        return (ComboBox<?>)
                window.nodes(".combo-box")
                        .filter(node -> name.equals(node.getAccessibleText()))
                        .findFirst()
                        .orElseThrow();
    }

    private ComboBox<?> tables() {
        return combo("Table");
    }

    private String notice() {
        return window.nodes(".wizard-notice")
                .map(node -> ((javafx.scene.control.Label) node).getText())
                .findFirst()
                .orElse("");
    }
}
