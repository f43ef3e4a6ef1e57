// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.library;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** The filter of the library, with how many rows it leaves or why it is not understood. */
final class FilterField {
    private final LibraryTable table;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private final Label problemLabel = new Label();
    private Optional<String> problem = Optional.empty();

    FilterField(LibraryTable table) {
        this.table = table;
        count.getStyleClass().add("muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        problemLabel.getStyleClass().add("silent-note");
        field.setPromptText("Filter: words, angry>30, length>5:00, agent:32400");
        field.setAccessibleText("Search the library");
        field.setPrefColumnCount(26);
        field.setTooltip(
                new Tooltip(
                        """
                        Words are found in path, agent, date, emotion, state and comments; all must be found.
                        angry>30      per cent of the speech; any emotion, also < <= >= =
                        length>5:00   segments>10   said>0   start>2017-01-14
                        agent:32400   mostly:sad    state:problem
                        -word         turns a word or a condition round
                        Ctrl+F        comes here, Down goes on to the rows"""));
        field.textProperty()
                .addListener(
                        (p, before, after) -> {
                            problem = table.search(after);
                            showCount();
                        });
    }

    TextField view() {
        return field;
    }

    Label count() {
        return count;
    }

    /** Why the filter is not understood; empty where it is. */
    Label problem() {
        return problemLabel;
    }

    /** Shows how many rows there are now. */
    void showCount() {
        count.setText(table.count());
        problemLabel.setText(problem.orElse(""));
    }

    /** Takes Ctrl+F to the filter, and Down from it to the rows. */
    void key(KeyEvent event) {
        boolean find = event.isShortcutDown() && event.getCode() == KeyCode.F;
        boolean down = event.getCode() == KeyCode.DOWN && field.isFocused();
        if (find) {
            field.requestFocus();
            field.selectAll();
        } else if (down) {
            table.focusRows();
        }
        if (find || down) {
            event.consume();
        }
    }
}
