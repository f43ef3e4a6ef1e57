// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.library.AnalysisStore;
import io.tonalyst.session.Recovery;
import io.tonalyst.ui.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.controlsfx.control.RangeSlider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On every page of every workspace each control that takes the focus has a name and a role for
 * screen readers, and the Tab key comes to it.
 */
class AccessibilityTest {
    private static final int MAX_STEPS = 600;
    private static final int PULSES = 3;

    @TempDir Path folder;

    private final FxCall fx = new FxCall(120);
    private final List<String> faults = new ArrayList<>();
    private Desktop desktop;
    private Stage stage;
    private int pages;
    private int controls;

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @BeforeEach
    void open() throws Exception {
        desktop =
                fx.get(
                        () -> {
                            var made =
                                    new Desktop(
                                            Home.locate(),
                                            new SettingsStore(folder.resolve("settings.json")),
                                            new Recovery(folder.resolve("recovery")),
                                            new AnalysisStore(folder.resolve("analyses")));
                            stage = new Stage();
                            made.show(stage);
                            return made;
                        });
    }

    @AfterEach
    void close() throws Exception {
        fx.run(
                () -> {
                    stage.close();
                    desktop.close();
                });
    }

    @Test
    void everyControlHasANameAndIsReachedByTab() throws Exception {
        check("Landing");
        Home home = Home.locate();
        fx.run(() -> desktop.open(home.sampleRecordings().subList(0, 1)));
        fx.until(() -> desktop.wiring().recordings().model().front().isPresent(), "opening");
        check("Recordings");
        fx.run(() -> desktop.wiring().recordings().record());
        check("Recordings, microphone");
        fx.run(() -> desktop.open(home.sampleLog()));
        fx.until(
                () -> desktop.wiring().kpis().model().importedProperty().get() != null,
                "the call log");
        for (Workspace workspace : desktop.wiring().workspaces()) {
            fx.run(() -> desktop.window().show(workspace));
            checkPages(workspace.title());
        }
        for (String page : desktop.wiring().models().pageTitles()) {
            fx.run(() -> desktop.window().show(desktop.wiring().models()));
            fx.run(() -> desktop.wiring().models().showPage(page));
            check("Models, " + page);
        }

        assertThat(faults).isEmpty();
        assertThat(pages).isGreaterThan(25);
        assertThat(controls).isGreaterThan(150);
    }

    /** Each tab and each page of a row of page buttons. */
    private void checkPages(String name) throws Exception {
        check(name);
        for (Tab tab : fx.get(() -> tabs(desktop.window().scene().getRoot()))) {
            fx.run(() -> tab.getTabPane().getSelectionModel().select(tab));
            check(name + ", " + tab.getText());
        }
        for (ToggleButton toggle : fx.get(() -> pageButtons(desktop.window().scene().getRoot()))) {
            fx.run(
                    () -> {
                        if (isShown(toggle) && !toggle.isDisabled() && !toggle.isSelected()) {
                            toggle.fire();
                        }
                    });
            check(name + ", " + toggle.getText());
        }
    }

    private void check(String page) throws Exception {
        fx.pulses(PULSES);
        pages++;
        fx.run(
                () -> {
                    List<Node> focusable = new ArrayList<>();
                    collect(desktop.window().scene().getRoot(), focusable);
                    controls += focusable.size();
                    for (Node node : focusable) {
                        if (name(node).isBlank()) {
                            faults.add(page + ": no name: " + describe(node));
                        }
                        AccessibleRole role = node.getAccessibleRole();
                        if (role == AccessibleRole.NODE || role == AccessibleRole.PARENT) {
                            faults.add(page + ": no role: " + describe(node));
                        }
                    }
                    Set<Node> reached = reached(focusable);
                    for (Node node : focusable) {
                        if (!reached.contains(node) && !isReachedByArrows(node, reached)) {
                            faults.add(page + ": Tab does not come to: " + describe(node));
                        }
                    }
                });
    }

    private static Set<Node> reached(List<Node> focusable) {
        Set<Node> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        Node first = null;
        focusable.getFirst().requestFocus();
        for (int i = 0; i < MAX_STEPS; i++) {
            Node owner = focusable.getFirst().getScene().getFocusOwner();
            if (owner == null) {
                break;
            }
            if (!reached.add(owner) && owner.equals(first)) {
                break;
            }
            first = first == null ? owner : first;
            // A control may pass the focus to a part of it.
            for (Node up = owner; up != null; up = up.getParent()) {
                if (up instanceof Control) {
                    reached.add(up);
                    break;
                }
            }
            owner.requestFocusTraversal(TraversalDirection.NEXT);
        }
        return reached;
    }

    /** Of a group of toggles Tab comes to one, and the arrows go on from there. */
    private static boolean isReachedByArrows(Node node, Set<Node> reached) {
        return node instanceof ToggleButton toggle
                && toggle.getToggleGroup() != null
                && toggle.getToggleGroup().getToggles().stream()
                        .anyMatch(other -> reached.contains((Node) other));
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable() && isShown(node) && !(node instanceof ListCell)) {
            found.add(node);
        }
        if (node instanceof ComboBoxBase
                || node instanceof RangeSlider
                || node instanceof ListCell) {
            // Their parts are those of one control.
            return;
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static boolean isShown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return node.getLayoutBounds().getWidth() > 0;
    }

    /** What a screen reader says of a control, apart from its value. */
    private static String name(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        String own =
                switch (node) {
                    case TabPane tabs ->
                            String.join(", ", tabs.getTabs().stream().map(Tab::getText).toList());
                    case Labeled labeled -> labeled.getText();
                    case TextInputControl text -> text.getPromptText();
                    default -> "";
                };
        return own == null || own.isBlank() ? labelOf(node) : own;
    }

    private static String labelOf(Node node) {
        for (Node label : node.getScene().getRoot().lookupAll(".label")) {
            if (label instanceof Label l && node.equals(l.getLabelFor())) {
                return l.getText();
            }
        }
        return "";
    }

    private static String describe(Node node) {
        return node.getClass().getSimpleName()
                + " "
                + node.getStyleClass()
                + " \""
                + name(node)
                + "\" in "
                + (node.getParent() == null ? "" : node.getParent().getStyleClass());
    }

    private static List<Tab> tabs(Node node) {
        List<Tab> found = new ArrayList<>();
        if (node instanceof TabPane pane && isShown(pane)) {
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
                && !name(button).startsWith("Workspace ")
                && button.getText() != null
                && !button.getText().isBlank()
                && isShown(button)) {
            found.add(button);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(pageButtons(child)));
        }
        return found;
    }
}
