// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.library.AnalysisStore;
import io.tonalyst.session.Recovery;
import io.tonalyst.ui.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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

    /** What is walked through: the window, or the help beside it while that is visited. */
    Node root() {
        return Stage.getWindows().stream()
                .filter(open -> open instanceof Stage other && "Help".equals(other.getTitle()))
                .findFirst()
                .map(help -> (Node) help.getScene().getRoot())
                .orElseGet(() -> desktop.window().scene().getRoot());
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
        fx.run(() -> press(root().lookup(".live-view"), KeyCode.ESCAPE));
        fx.run(() -> desktop.open(home.sampleLog()));
        fx.until(
                () -> desktop.wiring().kpis().model().importedProperty().get() != null,
                "the call log");
        for (Workspace workspace : desktop.wiring().workspaces()) {
            fx.run(() -> desktop.window().show(workspace));
            pages(workspace.title(), visitor);
        }
        imports(visitor);
        for (String page : desktop.wiring().models().pageTitles()) {
            fx.run(() -> desktop.window().show(desktop.wiring().models()));
            fx.run(() -> desktop.wiring().models().showPage(page));
            show("Models, " + page, visitor);
        }
    }

    /** The pages that ask how a call log is to be understood, of a file and of a database. */
    private void imports(Visitor visitor) throws Exception {
        fx.run(() -> desktop.window().show(desktop.wiring().kpis()));
        var imports = desktop.wiring().kpis().imports();
        fx.run(() -> imports.open(Home.locate().sampleLog().getFirst()));
        fx.until(() -> imports.model().proposalProperty().get() != null, "reading the log");
        for (String page : List.of("file", "columns", "check")) {
            fx.run(() -> imports.wizard().goTo(List.of("file", "columns", "check").indexOf(page)));
            if (page.equals("check")) {
                fx.until(
                        () -> imports.model().checked().resultProperty().get() != null, "checking");
            }
            show("Import, " + page, visitor);
        }
        fx.run(imports::openDatabase);
        show("Import, database", visitor);
        fx.run(() -> press(imports.wizard().view(), KeyCode.ESCAPE));
        fx.run(() -> press(root(), KeyCode.F1));
        pages("Help", visitor);
        fx.run(() -> press(root(), KeyCode.ESCAPE));
    }

    private static void press(Node node, KeyCode code) {
        Event.fireEvent(
                node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private void show(String page, Visitor visitor) throws Exception {
        fx.pulses(PULSES);
        visitor.visit(page);
    }

    /** Each tab and each page of a row of page buttons. */
    private void pages(String name, Visitor visitor) throws Exception {
        show(name, visitor);
        Set<ToggleButton> seen = new HashSet<>();
        buttons(name, visitor, seen);
        for (Tab tab : fx.get(() -> tabs(root()))) {
            fx.run(() -> tab.getTabPane().getSelectionModel().select(tab));
            show(name + ", " + tab.getText(), visitor);
            buttons(name + ", " + tab.getText(), visitor, seen);
        }
    }

    /** Rows further in come first: another page takes them away, and brings rows of its own. */
    private void buttons(String name, Visitor visitor, Set<ToggleButton> seen) throws Exception {
        List<ToggleButton> found =
                fx.get(() -> pageButtons(root())).stream().filter(seen::add).toList();
        List<ToggleGroup> rows =
                found.stream().map(ToggleButton::getToggleGroup).distinct().toList();
        for (ToggleGroup row : rows.reversed()) {
            for (ToggleButton button : found) {
                if (row.equals(button.getToggleGroup()) && fx.get(() -> pressed(button))) {
                    String page = name + ", " + button.getText();
                    show(page, visitor);
                    buttons(page, visitor, seen);
                }
            }
        }
    }

    private static boolean pressed(ToggleButton button) {
        if (button.isDisabled() || button.isSelected()) {
            return false;
        }
        button.fire();
        return true;
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
