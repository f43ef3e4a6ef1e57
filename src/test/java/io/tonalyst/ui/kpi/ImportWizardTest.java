// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallFilter;
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
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wizard and the filter bar in a headless window. */
class ImportWizardTest {
    private static final String COLUMNS = "who;when;long;end;team\n";

    @TempDir Path folder;

    private final JobRunner jobs = new JobRunner("test", 2);
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private KpiWorkspace workspace;
    private Stage stage;

    @BeforeEach
    void show() throws Exception {
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
                                            new RememberedStatus(said, problems),
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
    }

    @Test
    void aDroppedFileOfAnUnknownKindLeadsThroughTheWizardToAChart() throws Exception {
        Path log = log();
        assertThat(workspace.accepts(log)).isTrue();
        fx(() -> workspace.open(List.of(log)));
        await(() -> workspace.view().lookup(".wizard") != null);
        await(() -> workspace.imports().model().proposalProperty().get() != null);
        fx(() -> button("Next").fire());
        assertThat(call(() -> button("Next").isDisabled())).as("not all is said").isTrue();
        choose("Agent, column", 0);
        choose("Date, with or without time, column", 1);
        choose("Talk time, column", 2);
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
                                                .problemCount()))
                .isEqualTo(1);
        fx(() -> button("Use this log").fire());
        await(() -> workspace.model().shownProperty().get() != null);
        assertThat(call(() -> workspace.view().lookup(".wizard"))).isNull();
        assertThat(workspace.model().shownProperty().get().series().title())
                .startsWith("Agent Ann, February 2021");
        assertThat(problems).isEmpty();

        Path out = folder.resolve("problems.csv");
        fx(
                () -> {
                    var open = workspace.model().openLogProperty().get();
                    workspace.imports().write(open.file(), open.mapping(), out);
                });
        await(() -> said.contains("Wrote 1 rows to " + out + "."));
        assertThat(Files.readAllLines(out)).hasSize(2).anyMatch(l -> l.contains("soon"));
    }

    @Test
    void escapeLeavesTheWizardAndNothingIsLost() throws Exception {
        fx(() -> workspace.open(List.of(SampleLog.write(folder))));
        await(() -> workspace.model().shownProperty().get() != null);
        Path log = log();
        fx(() -> workspace.imports().open(log));
        await(() -> workspace.imports().model().proposalProperty().get() != null);
        fx(
                () ->
                        workspace
                                .view()
                                .lookup(".wizard")
                                .fireEvent(
                                        new KeyEvent(
                                                KeyEvent.KEY_PRESSED,
                                                "",
                                                "",
                                                KeyCode.ESCAPE,
                                                false,
                                                false,
                                                false,
                                                false)));
        assertThat(call(() -> workspace.view().lookup(".wizard"))).isNull();
        assertThat(call(() -> workspace.view().lookup(".kpi-body"))).isNotNull();
    }

    @Test
    void theFilterBarLimitsTheCallsAndSaysSo() throws Exception {
        fx(() -> workspace.open(List.of(SampleLog.write(folder))));
        await(() -> workspace.model().shownProperty().get() != null);
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
        await(() -> workspace.model().shownProperty().get().summary().calls() < all);
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
        await(() -> !workspace.model().noticeProperty().get().isEmpty());
        assertThat(workspace.model().noticeProperty().get()).contains("passes the filter");
        fx(() -> ((Button) named("All calls")).fire());
        await(() -> workspace.model().shownProperty().get() != null);
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
        await(() -> boxes(name).findAny().isPresent());
        fx(
                () -> {
                    @SuppressWarnings("unchecked")
                    var box = (ComboBox<Integer>) boxes(name).findFirst().orElseThrow();
                    box.setValue(column);
                });
        await(() -> workspace.imports().model().proposalProperty().get() != before);
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
        return workspace.view().lookupAll(".combo-box").stream()
                .filter(n -> name.equals(n.getAccessibleText()));
    }

    private Button button(String text) {
        return (Button) named(text);
    }

    private Node named(String text) {
        return Stream.of(".button", ".toggle-button")
                .flatMap(style -> workspace.view().lookupAll(style).stream())
                .filter(
                        n ->
                                n instanceof javafx.scene.control.ButtonBase b
                                        && b.getText() != null
                                        && b.getText().replace("_", "").startsWith(text))
                .findFirst()
                .orElseThrow();
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
