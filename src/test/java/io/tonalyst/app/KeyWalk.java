// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.ui.kpi.KpiWorkspace;
import io.tonalyst.ui.recordings.RecordingSession;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A window whose keys are pressed, and which of them were; for tests of one area of it each. */
abstract class KeyWalk {
    @TempDir Path folder;

    final FxCall fx = new FxCall(120);
    private final Set<String> tried = new HashSet<>();
    WindowWalk window;

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @BeforeEach
    void open() throws Exception {
        window = new WindowWalk(fx, folder);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    void tried(String keys) {
        tried.add(keys);
    }

    void assertListed(String area) {
        assertThat(tried)
                .containsAll(
                        Objects.requireNonNull(Shortcuts.byArea().get(area)).stream()
                                .map(Shortcuts.Key::keys)
                                .toList());
    }

    KpiWorkspace kpis() {
        return window.desktop().wiring().kpis();
    }

    RecordingSession session() {
        return window.desktop().wiring().recordings().model().front().orElseThrow();
    }

    Scene scene() {
        return window.root().getScene();
    }

    Node owner() {
        return Objects.requireNonNull(scene().getFocusOwner());
    }

    ToggleButton toggle(String name) {
        return Focusables.of(window.root()).stream()
                .filter(node -> node instanceof ToggleButton)
                .map(ToggleButton.class::cast)
                .filter(node -> Focusables.name(node).startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    List<String> menus() {
        return scene().getRoot().lookupAll(".menu-button").stream()
                .filter(MenuButton.class::isInstance)
                .map(menu -> ((MenuButton) menu).getText())
                .toList();
    }

    Node button(String name) {
        return Focusables.of(window.root()).stream()
                .filter(node -> Focusables.name(node).startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    void press(KeyCode code) {
        press(code, false, false);
    }

    void press(KeyCode code, boolean shift, boolean control) {
        Node owner = scene().getFocusOwner();
        Event.fireEvent(owner == null ? scene() : owner, key(code, shift, control));
    }

    static KeyEvent key(KeyCode code, boolean shift, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false);
    }
}
