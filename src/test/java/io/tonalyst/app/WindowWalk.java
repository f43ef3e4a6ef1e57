// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.library.AnalysisStore;
import io.tonalyst.session.Recovery;
import io.tonalyst.ui.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/** A whole window with a recording and a call log, and a walk through all of its pages. */
final class WindowWalk implements AutoCloseable {
    private static final int PULSES = 3;

    private final FxCall fx;
    private final Desktop desktop;
    private final Stage stage;

    /** Is shown each page, on the thread of the test. */
    @FunctionalInterface
    interface Visitor {
        void visit(String page) throws Exception;
    }

    /**
     * @param folder for what the window keeps
     */
    WindowWalk(FxCall fx, Path folder) throws Exception {
        this.fx = fx;
        this.stage = fx.get(Stage::new);
        this.desktop =
                fx.get(
                        () -> {
                            var made =
                                    new Desktop(
                                            Home.locate(),
                                            new SettingsStore(folder.resolve("settings.json")),
                                            new Recovery(folder.resolve("recovery")),
                                            new AnalysisStore(folder.resolve("analyses")));
                            made.show(stage);
                            return made;
                        });
    }

    Desktop desktop() {
        return desktop;
    }

    Node root() {
        return desktop.window().scene().getRoot();
    }

    /** Opens the samples and goes through every page of every workspace. */
    void through(Visitor visitor) throws Exception {
        show("Landing", visitor);
        Home home = Home.locate();
        fx.run(() -> desktop.open(home.sampleRecordings().subList(0, 1)));
        fx.until(() -> desktop.wiring().recordings().model().front().isPresent(), "opening");
        show("Recordings", visitor);
        fx.run(() -> desktop.wiring().recordings().record());
        show("Recordings, microphone", visitor);
        fx.run(() -> desktop.open(home.sampleLog()));
        fx.until(
                () -> desktop.wiring().kpis().model().importedProperty().get() != null,
                "the call log");
        for (Workspace workspace : desktop.wiring().workspaces()) {
            fx.run(() -> desktop.window().show(workspace));
            pages(workspace.title(), visitor);
        }
        for (String page : desktop.wiring().models().pageTitles()) {
            fx.run(() -> desktop.window().show(desktop.wiring().models()));
            fx.run(() -> desktop.wiring().models().showPage(page));
            show("Models, " + page, visitor);
        }
    }

    private void show(String page, Visitor visitor) throws Exception {
        fx.pulses(PULSES);
        visitor.visit(page);
    }

    /** Each tab and each page of a row of page buttons. */
    private void pages(String name, Visitor visitor) throws Exception {
        show(name, visitor);
        for (Tab tab : fx.get(() -> tabs(root()))) {
            fx.run(() -> tab.getTabPane().getSelectionModel().select(tab));
            show(name + ", " + tab.getText(), visitor);
        }
        for (ToggleButton toggle : fx.get(() -> pageButtons(root()))) {
            fx.run(
                    () -> {
                        if (Focusables.isShown(toggle)
                                && !toggle.isDisabled()
                                && !toggle.isSelected()) {
                            toggle.fire();
                        }
                    });
            show(name + ", " + toggle.getText(), visitor);
        }
    }

    private static List<Tab> tabs(Node node) {
        List<Tab> found = new ArrayList<>();
        if (node instanceof TabPane pane && Focusables.isShown(pane)) {
            found.addAll(pane.getTabs());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(tabs(child)));
        }
        return found;
    }

    private static List<ToggleButton> pageButtons(Node node) {
        List<ToggleButton> found = new ArrayList<>();
        if (node instanceof ToggleButton button
                && button.getToggleGroup() != null
                && !Focusables.name(button).startsWith("Workspace ")
                && button.getText() != null
                && !button.getText().isBlank()
                && Focusables.isShown(button)) {
            found.add(button);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(pageButtons(child)));
        }
        return found;
    }

    @Override
    public void close() throws Exception {
        fx.run(
                () -> {
                    stage.close();
                    desktop.close();
                });
    }
}
