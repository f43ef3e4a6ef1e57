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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The KPI workspace in a headless window with the silent sink, and hands to use it with. */
final class KpiWindow implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JobRunner jobs = new JobRunner("test", 2);
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final Playback playback = new Playback(AudioSinks::silent, Ticker.system());
    private final KpiWorkspace workspace;
    private final Stage stage;

    private KpiWindow(Path folder, double width, double height) {
        var store = new MappingStore(folder.resolve("mappings"), new Presets());
        workspace =
                new KpiWorkspace(
                        new LogOpener(store)::open,
                        store,
                        new KpiCalculator(new Synth()),
                        playback,
                        jobs,
                        new FxExecutor(),
                        new RememberedStatus(said, problems),
                        new SimpleObjectProperty<>(Palette.LIGHT),
                        folder.resolve("none.csv"),
                        CallRecordings.none());
        stage = new Stage();
        stage.setScene(new Scene(new StackPane(workspace.view()), width, height));
        stage.show();
    }

    /**
     * Shows an empty workspace.
     *
     * @param folder for mappings and addresses of databases
     */
    static KpiWindow show(Path folder, double width, double height) throws Exception {
        HeadlessToolkit.start();
        return HeadlessToolkit.call(() -> new KpiWindow(folder, width, height));
    }

    KpiWorkspace workspace() {
        return workspace;
    }

    Playback playback() {
        return playback;
    }

    /** What the status line said. */
    List<String> said() {
        return said;
    }

    /** What went wrong. */
    List<String> problems() {
        return problems;
    }

    /** What is done on the UI thread. */
    interface Action {
        void run() throws Exception;
    }

    static void fx(Action action) throws Exception {
        HeadlessToolkit.call(
                () -> {
                    action.run();
                    return "";
                });
    }

    static <T> T call(Callable<T> question) throws Exception {
        return HeadlessToolkit.call(question);
    }

    /** Waits until something holds, as asked on the UI thread. */
    void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!call(condition)) {
            assertThat(System.nanoTime()).as("in time; problems %s", problems).isLessThan(end);
            Thread.sleep(10);
        }
    }

    /** The nodes of a style. */
    Stream<Node> nodes(String selector) {
        return workspace.view().lookupAll(selector).stream();
    }

    /** The button or toggle whose text begins so. */
    ButtonBase button(String text) {
        return Stream.of(".button", ".toggle-button")
                .flatMap(this::nodes)
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .filter(button -> button.getText() != null)
                .filter(button -> button.getText().replace("_", "").startsWith(text))
                .findFirst()
                .orElseThrow();
    }

    /** Presses a key on a node; to be called on the UI thread. */
    static void press(Node target, KeyCode key) {
        target.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    @Override
    public void close() throws Exception {
        fx(
                () -> {
                    workspace.close();
                    stage.close();
                });
        jobs.close();
    }
}
