// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.ui.Palette;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The menu that goes to where an emotion is heard, and the choice of the emotion. */
final class EmotionWalkMenu {
    private final EmotionWalk walk;
    private final MenuButton button =
            new MenuButton("Go to", new FontIcon(Feather.CORNER_DOWN_RIGHT));
    private final MenuItem strongest = new MenuItem();
    private final MenuItem next = new MenuItem();
    private final MenuItem before = new MenuItem();
    private final ToggleGroup group = new ToggleGroup();

    EmotionWalkMenu(EmotionWalk walk) {
        this.walk = walk;
        strongest.setOnAction(event -> walk.strongest());
        next.setOnAction(event -> walk.step(1));
        before.setOnAction(event -> walk.step(-1));
        button.setTooltip(new Tooltip("Where an emotion is heard  (G, N, Shift+N)"));
        button.getItems().addAll(strongest, next, before, new SeparatorMenuItem());
        for (Emotion emotion : Emotion.ALL) {
            var choice = new RadioMenuItem(emotion.title(), swatch(emotion));
            choice.setToggleGroup(group);
            choice.setUserData(emotion);
            choice.setOnAction(event -> walk.setEmotion(emotion));
            button.getItems().add(choice);
        }
        button.setOnShowing(event -> refresh());
        refresh();
    }

    MenuButton view() {
        return button;
    }

    /** The keys stand in the texts: as accelerators they would be taken from text fields. */
    private void refresh() {
        String name = walk.emotion().key();
        strongest.setText(
                walk.emotion() == Emotion.ANGRY
                        ? "The angriest stretch  (G)"
                        : "The strongest stretch: " + name + "  (G)");
        next.setText("Next segment: " + name + "  (N)");
        before.setText("Segment before: " + name + "  (Shift+N)");
        for (MenuItem item : new MenuItem[] {strongest, next, before}) {
            item.setDisable(!walk.canWalk());
        }
        group.getToggles().stream()
                .filter(t -> t.getUserData() == walk.emotion())
                .forEach(group::selectToggle);
    }

    private static Rectangle swatch(Emotion emotion) {
        var swatch = new Rectangle(10, 10, Palette.of(emotion));
        swatch.setArcWidth(3);
        swatch.setArcHeight(3);
        return swatch;
    }
}
