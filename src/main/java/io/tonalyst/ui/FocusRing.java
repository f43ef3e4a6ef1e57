// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A ring around whatever has the focus, drawn over the scene, for everyone who works by keyboard:
 * it comes when the focus moves by a key, and goes with a press of the mouse. The theme marks some
 * controls hardly and canvases, tables and tiles not at all; one ring is the same for all of them
 * and is cut off by none of their parents. Two lines, one light and one dark, stand out from
 * pictures too. FX thread only.
 */
public final class FocusRing {
    private static final double GAP = 1;
    private static final double WIDTH = 2;
    private static final double RADIUS = 4;

    private final Pane root;
    private final Rectangle line = new Rectangle();
    private final Rectangle edge = new Rectangle();
    private final Group view = new Group(edge, line);
    private Subscription following = Subscription.EMPTY;
    private @Nullable Node owner;
    private boolean byKey;

    /**
     * @param root of a scene; the ring is its last child and takes no part in its layout
     */
    public FocusRing(Pane root) {
        this.root = root;
        line.getStyleClass().add("focus-ring");
        edge.getStyleClass().add("focus-ring-edge");
        for (Rectangle each : new Rectangle[] {line, edge}) {
            each.setFill(null);
            each.setArcWidth(2 * RADIUS);
            each.setArcHeight(2 * RADIUS);
        }
        view.setManaged(false);
        view.setMouseTransparent(true);
        view.setVisible(false);
        root.getChildren().add(view);
        root.sceneProperty().subscribe(this::watch);
    }

    private void watch(@Nullable Scene scene) {
        if (scene != null) {
            scene.addEventFilter(
                    KeyEvent.KEY_PRESSED, event -> byKey |= !event.getCode().isModifierKey());
            scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> hide());
            scene.focusOwnerProperty().subscribe(this::follow);
        }
    }

    private void hide() {
        byKey = false;
        view.setVisible(false);
    }

    private void follow(@Nullable Node focused) {
        following.unsubscribe();
        owner = focused;
        following =
                focused == null
                        ? Subscription.EMPTY
                        : Subscription.combine(
                                focused.focusVisibleProperty()
                                        .subscribe(visible -> show(byKey || visible)),
                                focused.layoutBoundsProperty().subscribe(this::place),
                                focused.localToSceneTransformProperty().subscribe(this::place));
        show(focused != null && (byKey || focused.isFocusVisible()));
    }

    private void show(boolean on) {
        view.setVisible(on && !root.equals(owner));
        place();
    }

    private void place() {
        Scene scene = root.getScene();
        if (owner == null || scene == null || !view.isVisible()) {
            return;
        }
        Bounds seen = seen(owner);
        double out = GAP + WIDTH / 2;
        double left = Math.max(WIDTH, seen.getMinX() - out);
        double top = Math.max(WIDTH, seen.getMinY() - out);
        double right = Math.min(scene.getWidth() - WIDTH, seen.getMaxX() + out);
        double bottom = Math.min(scene.getHeight() - WIDTH, seen.getMaxY() + out);
        frame(line, left, top, right, bottom, 0);
        frame(edge, left, top, right, bottom, WIDTH / 2 + 0.5);
    }

    private static void frame(
            Rectangle frame, double left, double top, double right, double bottom, double inside) {
        frame.setX(left + inside);
        frame.setY(top + inside);
        frame.setWidth(Math.max(0, right - left - 2 * inside));
        frame.setHeight(Math.max(0, bottom - top - 2 * inside));
    }

    /** What of a node can be seen: its bounds within all that its parents clip to, in the scene. */
    private static Bounds seen(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        for (Node up = node; up != null; up = up.getParent()) {
            if (up.getClip() != null) {
                Bounds clip = up.localToScene(up.getClip().getBoundsInParent());
                double left = Math.max(bounds.getMinX(), clip.getMinX());
                double top = Math.max(bounds.getMinY(), clip.getMinY());
                double right = Math.min(bounds.getMaxX(), clip.getMaxX());
                double bottom = Math.min(bounds.getMaxY(), clip.getMaxY());
                bounds =
                        new BoundingBox(
                                left, top, Math.max(0, right - left), Math.max(0, bottom - top));
            }
        }
        return bounds;
    }
}
