// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import java.util.function.BooleanSupplier;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The keys of the workspace: Space plays, Left and Right step a day (with Shift a week), Home and
 * End go to the ends, Up and Down change the agent, comma and full stop the speed, L loops, A and B
 * set the ends of the loop, M mutes, S lets the notes be heard alone, [ and ] go to the lowest and
 * highest value, R reads out what is to be heard, Enter shows the calls of the day. Keys that the
 * focused control needs itself are left to it.
 */
final class KpiKeys {
    private final ScoreController player;
    private final KpiSelection selection;
    private final Sounds sounds;
    private final BooleanSupplier active;
    private final Runnable drill;

    /**
     * @param sounds what keys do to the sound
     * @param active whether the keys hold at the moment
     * @param drill shows the calls of the day under the playhead
     */
    KpiKeys(
            Node root,
            ScoreController player,
            KpiSelection selection,
            Sounds sounds,
            BooleanSupplier active,
            Runnable drill) {
        this.sounds = sounds;
        this.active = active;
        this.drill = drill;
        this.player = player;
        this.selection = selection;
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** What keys do to the sound. */
    interface Sounds {
        /** Lets the notes be heard alone, or with all that belongs to them. */
        void toggleSolo();

        /** Puts a screen reader on the summary. */
        void readOut();

        /** Goes to the day with the lowest or highest value. */
        void goToExtreme(boolean highest);
    }

    private void pressed(KeyEvent event) {
        if (!active.getAsBoolean()
                || event.isControlDown()
                || event.isAltDown()
                || event.isMetaDown()
                || belongsToControl(event.getTarget(), event.getCode())) {
            return;
        }
        if (handle(event.getCode(), event.isShiftDown() ? 7 : 1)) {
            event.consume();
        }
    }

    private boolean handle(KeyCode key, int days) {
        switch (key) {
            case SPACE -> player.togglePlay();
            case LEFT -> player.step(-days);
            case RIGHT -> player.step(days);
            case HOME -> player.goTo(0);
            case END -> player.goTo(Double.MAX_VALUE);
            case UP -> selection.stepAgent(-1);
            case DOWN -> selection.stepAgent(1);
            case COMMA -> selection.stepSpeed(-1);
            case PERIOD -> selection.stepSpeed(1);
            case L -> player.loopingProperty().set(!player.loopingProperty().get());
            case ENTER -> drill.run();
            case A -> player.loopFromHere();
            case B -> player.loopToHere();
            case S -> sounds.toggleSolo();
            case R -> sounds.readOut();
            case OPEN_BRACKET -> sounds.goToExtreme(false);
            case CLOSE_BRACKET -> sounds.goToExtreme(true);
            case M -> player.mutedProperty().set(!player.mutedProperty().get());
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean belongsToControl(EventTarget target, KeyCode key) {
        return switch (target) {
            case TextInputControl text -> true;
            case ComboBoxBase<?> choice -> true;
            case ListView<?> list -> key == KeyCode.UP || key == KeyCode.DOWN;
            case TableView<?> table -> key == KeyCode.UP || key == KeyCode.DOWN;
            case ButtonBase button -> key == KeyCode.SPACE || key == KeyCode.ENTER;
            default -> false;
        };
    }
}
