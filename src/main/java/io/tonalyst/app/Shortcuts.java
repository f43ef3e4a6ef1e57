// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;

/** The page that lists the keys. */
final class Shortcuts {
    private record Key(String keys, String action) {}

    private static final List<Key> EVERYWHERE =
            List.of(
                    new Key("Ctrl+O", "Open files"),
                    new Key("Ctrl+Shift+O, S", "Open, save a session"),
                    new Key("Ctrl+1, 2, 3, 4", "Recordings, KPIs, Models, Library"),
                    new Key("Ctrl+D", "Dark or light theme"),
                    new Key("F1", "This page"),
                    new Key("Space", "Play or pause"),
                    new Key("Home / End", "To the start / the end"),
                    new Key("L", "Loop"));

    private static final List<Key> RECORDINGS =
            List.of(
                    new Key("Wheel, + / -", "Zoom at the pointer, in / out"),
                    new Key("Shift+wheel, middle drag", "Pan"),
                    new Key("Drag / click", "Select / move the playhead"),
                    new Key("F / Z", "Fit the whole / zoom to the selection"),
                    new Key("A / Esc", "Select all / nothing, or stop"),
                    new Key("Left / Right", "Move the playhead; with Shift further"),
                    new Key("E", "What speaks for the emotion of the selection"),
                    new Key("Ctrl+R", "Record from a microphone"),
                    new Key("Ctrl+Z / Ctrl+Shift+Z", "Undo / redo a correction"),
                    new Key("Ctrl+E", "Picture of the view"));

    private static final List<Key> KPIS =
            List.of(
                    new Key("Left / Right", "Step a day, with its tone; with Shift a week"),
                    new Key("Up / Down", "Agent before / after"),
                    new Key(", / .", "Slower / faster"),
                    new Key("M", "Mute"),
                    new Key("Enter, double click", "The calls of the day; there, its recording"),
                    new Key("Esc / Alt+Left", "Back to the chart / to the calls"),
                    new Key("Arrows, Home / End", "Walk the chart of Explore or Agents"));

    private static final List<Key> MODELS =
            List.of(
                    new Key("Arrows, Home / End", "Walk the items of the chart in focus"),
                    new Key("Esc", "Leave them"),
                    new Key("Ctrl+C", "Copy the table in focus"));

    private Shortcuts() {}

    static void show(Window owner) {
        var grid = new GridPane(28, 6);
        grid.setPadding(new Insets(8, 24, 8, 24));
        int row = 0;
        row = section(grid, row, "Everywhere", EVERYWHERE);
        row = section(grid, row, "Recordings", RECORDINGS);
        row = section(grid, row, "KPIs", KPIS);
        section(grid, row, "Models", MODELS);
        var dialog = new Alert(Alert.AlertType.NONE, "", ButtonType.CLOSE);
        dialog.initOwner(owner);
        dialog.setTitle("Keyboard shortcuts");
        dialog.getDialogPane().setContent(grid);
        dialog.show();
    }

    private static int section(GridPane grid, int firstRow, String title, List<Key> keys) {
        int row = firstRow;
        var heading = new Label(title);
        heading.getStyleClass().add("landing-section");
        grid.add(heading, 0, row++, 2, 1);
        for (Key key : keys) {
            grid.addRow(row++, new Label(key.keys()), new Label(key.action()));
        }
        return row;
    }
}
