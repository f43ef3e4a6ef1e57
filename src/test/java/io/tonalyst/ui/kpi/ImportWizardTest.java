// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import static io.tonalyst.ui.kpi.KpiWindow.call;
import static io.tonalyst.ui.kpi.KpiWindow.fx;
import static io.tonalyst.ui.kpi.KpiWindow.press;
import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wizard and the filter bar in a headless window. */
class ImportWizardTest {
    private static final String COLUMNS = "who;when;long;end;team\n";

    @TempDir Path folder;

    private KpiWindow window;
    private KpiWorkspace workspace;

    @BeforeEach
    void show() throws Exception {
        window = KpiWindow.show(folder, 980, 900);
        workspace = window.workspace();
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void aDroppedFileOfAnUnknownKindLeadsThroughTheWizardToAChart() throws Exception {
        Path log = log();
        assertThat(workspace.accepts(log)).isTrue();
        fx(() -> workspace.open(List.of(log)));
        window.await(() -> workspace.view().lookup(".wizard") != null);
        window.await(() -> workspace.imports().model().proposalProperty().get() != null);
        fx(() -> window.button("Next").fire());
        assertThat(call(() -> window.button("Next").isDisabled())).as("not all is said").isTrue();
        choose("Agent, column", 0);
        choose("Date, with or without time, column", 1);
        choose("Talk time, column", 2);
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
                                                .problemCount()))
                .isEqualTo(1);
        fx(() -> window.button("Use this log").fire());
        window.await(() -> workspace.model().shownProperty().get() != null);
        assertThat(call(() -> workspace.view().lookup(".wizard"))).isNull();
        assertThat(workspace.model().shownProperty().get().series().title())
                .startsWith("Agent Ann, February 2021");
        assertThat(window.problems()).isEmpty();

        Path out = folder.resolve("problems.csv");
        fx(
                () -> {
                    var open = workspace.model().openLogProperty().get();
                    workspace.imports().write(open.file(), open.mapping(), out);
                });
        window.await(() -> window.said().contains("Wrote 1 rows to " + out + "."));
        assertThat(Files.readAllLines(out)).hasSize(2).anyMatch(l -> l.contains("soon"));
    }

    @Test
    void escapeLeavesTheWizardAndNothingIsLost() throws Exception {
        fx(() -> workspace.open(List.of(SampleLog.write(folder))));
        window.await(() -> workspace.model().shownProperty().get() != null);
        Path log = log();
        fx(() -> workspace.imports().open(log));
        window.await(() -> workspace.imports().model().proposalProperty().get() != null);
        fx(() -> press(workspace.view().lookup(".wizard"), KeyCode.ESCAPE));
        assertThat(call(() -> workspace.view().lookup(".wizard"))).isNull();
        assertThat(call(() -> workspace.view().lookup(".kpi-body"))).isNotNull();
    }

    @Test
    void theFilterBarLimitsTheCallsAndSaysSo() throws Exception {
        fx(() -> workspace.open(List.of(SampleLog.write(folder))));
        window.await(() -> workspace.model().shownProperty().get() != null);
        int all = workspace.model().shownProperty().get().summary().calls();
        ToggleButton toggle =
                call(() -> (ToggleButton) workspace.view().lookup("#kpi-filter-toggle"));
        fx(toggle::fire);
        assertThat(call(() -> workspace.view().lookup(".kpi-filter").isVisible())).isTrue();
        CallFilter filter =
                CallFilter.NONE
                        .with(CallDimension.OUTCOME, Set.of("Resolution1"))
                        .between(null, LocalDate.of(2017, 1, 10));
        fx(() -> workspace.model().selection().filterProperty().set(filter));
        window.await(() -> workspace.model().shownProperty().get().summary().calls() < all);
        assertThat(call(toggle::getText)).isEqualTo("2");
        assertThat(workspace.model().shownProperty().get().series().notes().getFirst())
                .isEqualTo("Filtered: Resolution: Call resolved by agent; until 2017-01-10.");
        fx(
                () ->
                        workspace
                                .model()
                                .selection()
                                .filterProperty()
                                .set(CallFilter.NONE.between(LocalDate.of(2030, 1, 1), null)));
        window.await(() -> !workspace.model().noticeProperty().get().isEmpty());
        assertThat(workspace.model().noticeProperty().get()).contains("passes the filter");
        fx(() -> window.button("All calls").fire());
        window.await(() -> workspace.model().shownProperty().get() != null);
        assertThat(workspace.model().shownProperty().get().summary().calls()).isEqualTo(all);
    }

    private Path log() throws Exception {
        var text = new StringBuilder(COLUMNS);
        for (int day = 1; day <= 28; day++) {
            text.append("Ann;%02d.02.2021 09:30;%d:10;solved;North\n".formatted(day, day % 9));
            text.append("Bo;%02d.02.2021 10:30;%d:10;open;South\n".formatted(day, day % 7));
        }
        return Files.writeString(folder.resolve("log.csv"), text + "Bo;soon;1:00;open;South\n");
    }

    private void choose(String name, int column) throws Exception {
        var before = call(() -> workspace.imports().model().proposalProperty().get());
        // The page is in the scene only after the next pulse has built its scroll pane.
        window.await(() -> boxes(name).findAny().isPresent());
        fx(
                () -> {
                    @SuppressWarnings("unchecked")
                    var box = (ComboBox<Integer>) boxes(name).findFirst().orElseThrow();
                    box.setValue(column);
                });
        window.await(() -> workspace.imports().model().proposalProperty().get() != before);
        assertThat(
                        call(
                                () ->
                                        workspace
                                                .imports()
                                                .model()
                                                .proposalProperty()
                                                .get()
                                                .binding()
                                                .fields()
                                                .values()
                                                .stream()
                                                .anyMatch(b -> b.column() == column)))
                .isTrue();
    }

    private Stream<Node> boxes(String name) {
        return window.nodes(".combo-box").filter(n -> name.equals(n.getAccessibleText()));
    }
}
