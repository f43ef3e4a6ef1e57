// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the workspace shows while nothing is open. */
final class EmptyView {
    private final StackPane view;

    EmptyView(Runnable open, Runnable record) {
        var icon = new FontIcon(Feather.MIC);
        icon.getStyleClass().add("empty-icon");
        var title = new Label("Drop recordings here");
        title.getStyleClass().add("empty-title");
        var text =
                Controls.muted(
                        "One or many audio files, or a folder of them: wav (also telephone codecs),"
                                + " mp3, m4a, ogg, opus, flac.");
        text.setWrapText(true);
        text.getStyleClass().add("empty-text");
        var button = new Button("Open recordings…", new FontIcon(Feather.FOLDER_PLUS));
        button.getStyleClass().add("accent");
        button.setOnAction(event -> open.run());
        var microphone = new Button("Record from a microphone…", new FontIcon(Feather.MIC));
        microphone.setOnAction(event -> record.run());
        var card = new VBox(icon, title, text, button, microphone);
        card.setAlignment(Pos.CENTER);
        card.getStyleClass().add("drop-card");
        view = new StackPane(card);
        view.getStyleClass().add("empty-view");
    }

    Node view() {
        return view;
    }
}
