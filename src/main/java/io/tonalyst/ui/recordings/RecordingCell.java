// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One opened file in the list: name, what it is, how far it has come. */
final class RecordingCell extends ListCell<RecordingSession> {
    private final Label name = new Label();
    private final Label details = Controls.muted("");
    private final Label status = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final VBox box;
    private final HBox row;

    RecordingCell(Consumer<RecordingSession> close) {
        details.managedProperty().bind(details.textProperty().isNotEmpty());
        name.getStyleClass().add("recording-name");
        status.getStyleClass().add("recording-status");
        var closeButton = Controls.icon(new Button(), Feather.X, "Close this recording", "Delete");
        closeButton.getStyleClass().addAll("flat", "small", "close-button");
        closeButton.setFocusTraversable(false);
        closeButton.setOnAction(
                event -> {
                    if (getItem() != null) {
                        close.accept(getItem());
                    }
                });
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.getStyleClass().add("small");
        progress.managedProperty().bind(progress.visibleProperty());
        box = new VBox(name, details, status, progress);
        box.getStyleClass().add("recording-cell");
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setMinWidth(0);
        row = new HBox(box, closeButton);
        row.setAlignment(Pos.TOP_LEFT);
        // The list decides the width; long names are shortened instead of scrolled.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable RecordingSession session, boolean empty) {
        super.updateItem(session, empty);
        if (empty || session == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        name.setText(session.name());
        details.setText(describe(session));
        SessionStatus state = session.status();
        status.setText(state.text());
        show(state);
        String sentence =
                switch (state) {
                    case SessionStatus.Problem(String text) -> text;
                    case SessionStatus.NotAnalysed(String text) -> text;
                    default -> session.file().toString();
                };
        setTooltip(new Tooltip(sentence));
        setAccessibleText(session.name() + ", " + describe(session) + ", " + state.text());
        setGraphic(row);
    }

    private void show(SessionStatus state) {
        record Look(Feather icon, String style, double fraction) {}
        Look look =
                switch (state) {
                    case SessionStatus.Decoding(double f) -> new Look(Feather.LOADER, "busy", f);
                    case SessionStatus.Analysing(double f) -> new Look(Feather.CPU, "busy", f);
                    case SessionStatus.WaitingForModel() -> new Look(Feather.CLOCK, "busy", -2);
                    case SessionStatus.Ready() -> new Look(Feather.CHECK, "ready", -2);
                    case SessionStatus.Kept() -> new Look(Feather.CHECK_CIRCLE, "ready", -2);
                    case SessionStatus.NotAnalysed(String text) ->
                            new Look(Feather.ALERT_CIRCLE, "warning", -2);
                    case SessionStatus.Problem(String text) ->
                            new Look(Feather.ALERT_TRIANGLE, "failed", -2);
                };
        status.setGraphic(new FontIcon(look.icon()));
        status.getStyleClass().removeAll("busy", "ready", "warning", "failed");
        status.getStyleClass().add(look.style());
        progress.setVisible(look.fraction() > -2);
        progress.setProgress(Double.isNaN(look.fraction()) ? -1 : look.fraction());
    }

    /** Such as {@code 0:41 · 8 kHz · mono}. */
    static String describe(RecordingSession session) {
        return session.sound().map(Sound::describe).orElse("");
    }
}
