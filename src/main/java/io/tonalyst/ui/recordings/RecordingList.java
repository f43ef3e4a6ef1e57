// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The opened files at the left; choosing one brings it to the front. */
final class RecordingList {
    private final RecordingsModel model;
    private final ListView<RecordingSession> list = new ListView<>();
    private final Map<RecordingSession, Runnable> watched = new HashMap<>();
    private final VBox view;
    private boolean refreshing;

    RecordingList(RecordingsModel model) {
        this.model = model;
        list.setCellFactory(l -> new RecordingCell(model::close));
        list.setAccessibleText("Opened recordings");
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, after) -> {
                            if (after != null && !refreshing) {
                                model.bringToFront(after);
                            }
                        });
        list.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    RecordingSession chosen = list.getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.DELETE && chosen != null) {
                        model.close(chosen);
                        event.consume();
                    }
                });
        list.setContextMenu(menu());
        VBox.setVgrow(list, Priority.ALWAYS);
        view = new VBox(Controls.heading("Recordings"), list);
        view.getStyleClass().add("recording-list");
        view.setMinWidth(150);
    }

    private ContextMenu menu() {
        var again = new MenuItem("Analyse again");
        again.setOnAction(event -> chosen().ifPresent(model::analyseAgain));
        var close = new MenuItem("Close");
        close.setOnAction(event -> chosen().ifPresent(model::close));
        var menu = new ContextMenu(again, close);
        menu.setOnShowing(event -> again.setDisable(chosen().filter(model::canAnalyse).isEmpty()));
        return menu;
    }

    private Optional<RecordingSession> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    Node view() {
        return view;
    }

    /** Follows the model: files opened and closed, the one in front. */
    void refresh() {
        List<RecordingSession> sessions = model.sessions();
        refreshing = true;
        try {
            if (!list.getItems().equals(sessions)) {
                watched.entrySet()
                        .removeIf(
                                entry -> {
                                    boolean gone = !sessions.contains(entry.getKey());
                                    if (gone) {
                                        entry.getValue().run();
                                    }
                                    return gone;
                                });
                for (RecordingSession session : sessions) {
                    watched.computeIfAbsent(session, s -> s.onChange(list::refresh));
                }
                list.getItems().setAll(sessions);
            }
            model.front().ifPresent(list.getSelectionModel()::select);
        } finally {
            refreshing = false;
        }
    }
}
