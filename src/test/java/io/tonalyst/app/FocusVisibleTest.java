// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.ui.BundledFont;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeSet;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.TraversalDirection;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where the focus is can be seen: on every page, in both themes, Tab goes through all controls, and
 * each is compared with itself without the focus. What changes must do so with a contrast of 3 : 1
 * (WCAG 2.2, 1.4.11 and 2.4.7) on an area of at least a line of one pixel around the control.
 */
class FocusVisibleTest {
    private static final int MAX_STEPS = 600;
    private static final double CONTRAST = 3;

    /** How far outside of a control its focus may be drawn, in pixels. */
    private static final double AROUND = 4;

    private static final double SHARE_OF_OUTLINE = 1;

    @TempDir Path folder;

    private final FxCall fx = new FxCall(120);
    private final Set<String> faults = new TreeSet<>();
    private WindowWalk window;
    private int controls;

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @Test
    void theFocusIsSeenOnEveryControlInBothThemes() throws Exception {
        fx.run(BundledFont::load);
        for (boolean dark : new boolean[] {false, true}) {
            String theme = dark ? "dark" : "light";
            window = new WindowWalk(fx, folder.resolve(theme));
            try {
                fx.run(() -> window.desktop().setDark(dark));
                window.through(page -> fx.run(() -> check(theme + ", " + page)));
            } finally {
                window.close();
            }
        }

        assertThat(faults).isEmpty();
        assertThat(controls).isGreaterThan(300);
    }

    private void check(String page) {
        Scene scene = window.root().getScene();
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Focusables.of(window.root()).getFirst().requestFocus();
        // Controls that pass the focus to a part of theirs do so without saying that it was a key.
        Event.fireEvent(scene, key(KeyCode.F24));
        for (int i = 0; i < MAX_STEPS; i++) {
            Node owner = scene.getFocusOwner();
            if (owner == null || !seen.add(owner)) {
                return;
            }
            // The step before the first was no step of the keyboard.
            if (i > 0 && Focusables.isShown(owner) && !owner.equals(window.root())) {
                controls++;
                double share = changed(scene, owner);
                if (share < SHARE_OF_OUTLINE) {
                    faults.add(
                            String.format(
                                    "%s: %s changes %.2f of its outline",
                                    page, Focusables.describe(owner), share));
                }
                owner.requestFocus();
            }
            owner.requestFocusTraversal(TraversalDirection.NEXT);
        }
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    /** Pixels that change with enough contrast, as a share of the control's outline. */
    private static double changed(Scene scene, Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        double left = Math.max(0, bounds.getMinX() - AROUND);
        double top = Math.max(0, bounds.getMinY() - AROUND);
        double right = Math.min(scene.getWidth(), bounds.getMaxX() + AROUND);
        double bottom = Math.min(scene.getHeight(), bounds.getMaxY() + AROUND);
        if (right - left < 1 || bottom - top < 1) {
            return 0;
        }
        var area =
                new Rectangle2D(
                        Math.floor(left),
                        Math.floor(top),
                        Math.ceil(right - left),
                        Math.ceil(bottom - top));
        PixelReader with = picture(scene, area).getPixelReader();
        scene.getRoot().requestFocus();
        PixelReader without = picture(scene, area).getPixelReader();
        int count = 0;
        for (int y = 0; y < (int) area.getHeight(); y++) {
            for (int x = 0; x < (int) area.getWidth(); x++) {
                int a = with.getArgb(x, y);
                int b = without.getArgb(x, y);
                if (a != b && contrast(with.getColor(x, y), without.getColor(x, y)) >= CONTRAST) {
                    count++;
                }
            }
        }
        return count / (2 * (bounds.getWidth() + bounds.getHeight()));
    }

    private static WritableImage picture(Scene scene, Rectangle2D area) {
        var how = new SnapshotParameters();
        how.setViewport(area);
        how.setFill(Color.WHITE);
        return scene.getRoot().snapshot(how, null);
    }

    private static double contrast(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** Relative luminance as WCAG 2.2 defines it, 0 to 1. */
    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
