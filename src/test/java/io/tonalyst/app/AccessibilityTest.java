// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.export.HeadlessToolkit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Control;
import javafx.scene.control.ToggleButton;
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

    @TempDir Path folder;

    private final FxCall fx = new FxCall(120);
    private final List<String> faults = new ArrayList<>();
    private WindowWalk window;
    private int pages;
    private int controls;

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

    @Test
    void everyControlHasANameAndIsReachedByTab() throws Exception {
        window.through(page -> fx.run(() -> check(page)));

        assertThat(faults).isEmpty();
        assertThat(pages).isGreaterThan(33);
        assertThat(controls).isGreaterThan(600);
    }

    private void check(String page) {
        pages++;
        List<Node> focusable = Focusables.of(window.root());
        controls += focusable.size();
        for (Node node : focusable) {
            if (Focusables.name(node).isBlank()) {
                faults.add(page + ": no name: " + Focusables.describe(node));
            }
            AccessibleRole role = node.getAccessibleRole();
            if (role == AccessibleRole.NODE || role == AccessibleRole.PARENT) {
                faults.add(page + ": no role: " + Focusables.describe(node));
            }
        }
        Set<Node> reached = reached(focusable);
        for (Node node : focusable) {
            if (!reached.contains(node) && !isReachedByArrows(node, reached)) {
                faults.add(page + ": Tab does not come to: " + Focusables.describe(node));
            }
        }
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
}
