// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.ui.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

/**
 * Every key of the window that the help lists does what it says, by key events alone, and the user
 * guide lists the same keys.
 */
class KeyboardTest extends KeyWalk {
    @Test
    void keysOfTheWindow() throws Exception {
        fx.run(
                () -> {
                    for (String keys :
                            List.of("Ctrl+O", "Ctrl+Shift+O", "Ctrl+Shift+S", "Ctrl+D", "F1")) {
                        assertThat(scene().getAccelerators())
                                .as(keys)
                                .containsKey(
                                        KeyCombination.keyCombination(
                                                keys.replace("Ctrl", "Shortcut")));
                    }
                });
        List<Workspace> workspaces = window.desktop().wiring().workspaces();
        for (int i = 0; i < workspaces.size(); i++) {
            KeyCode digit = KeyCode.valueOf("DIGIT" + (i + 1));
            fx.run(() -> press(digit, false, true));
            assertThat(window.desktop().window().current()).isSameAs(workspaces.get(i));
            fx.pulses(3);
        }
        fx.run(() -> press(KeyCode.D, false, true));
        assertThat(window.desktop().wiring().darkProperty().get()).isTrue();
        List.of(
                        "Ctrl+O",
                        "Ctrl+Shift+O, S",
                        "Ctrl+1, 2, 3, 4",
                        "Ctrl+D",
                        "F1",
                        "Space",
                        "Home / End",
                        "L")
                .forEach(this::tried);
        assertListed("Everywhere");
    }

    @Test
    void theUserGuideListsTheSameKeys() throws Exception {
        String guide = Files.readString(Path.of("docs", "user-guide.md"));
        Shortcuts.byArea()
                .forEach(
                        (area, keys) ->
                                keys.forEach(
                                        key ->
                                                assertThat(guide)
                                                        .as("Keys of the user guide")
                                                        .contains(
                                                                "| "
                                                                        + area
                                                                        + " | "
                                                                        + key.keys()
                                                                        + " | "
                                                                        + key.action()
                                                                        + " |")));
    }
}
