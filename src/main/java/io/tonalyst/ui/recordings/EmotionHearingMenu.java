// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.interchange.AnalysedRecording;
import io.tonalyst.sonify.Mapping;
import java.io.File;
import java.util.OptionalInt;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The menu that lets emotions be heard, and how. */
final class EmotionHearingMenu {
    private final PaneContext context;
    private final EmotionHearing hearing;
    private final MenuButton button = new MenuButton("Hear", new FontIcon(Feather.HEADPHONES));

    EmotionHearingMenu(PaneContext context, EmotionHearing hearing) {
        this.context = context;
        this.hearing = hearing;
        button.setTooltip(new Tooltip("The recording, or its emotions as tones  (H)"));
        button.setOnShowing(
                event -> {
                    refresh();
                    hearing.findMappings();
                });
        hearing.onChange(this::refresh);
        refresh();
    }

    MenuButton view() {
        return button;
    }

    private void refresh() {
        button.setText(hearing.isOn() ? "Emotions heard" : "Hear");
        // The key stands in the text: as accelerator it would be taken from text fields.
        var on = new CheckMenuItem("The emotions as tones  (H)");
        on.setSelected(hearing.isOn());
        on.setOnAction(event -> hearing.flip());
        button.getItems().setAll(on, new SeparatorMenuItem());
        for (Mapping mapping : hearing.mappings()) {
            button.getItems()
                    .add(
                            choice(
                                    mapping.title(),
                                    mapping.equals(hearing.mapping()),
                                    () -> hearing.setMapping(mapping)));
        }
        int channels =
                context.audible()
                        .flatMap(RecordingSession::sound)
                        .map(sound -> sound.channels())
                        .orElse(1);
        if (channels > 1) {
            button.getItems().add(new SeparatorMenuItem());
            addChannel("All channels", OptionalInt.empty());
            for (int c = 0; c < channels; c++) {
                addChannel(Lanes.name(c, channels), OptionalInt.of(c));
            }
        }
        var write = new MenuItem("Write the tones as WAV or MIDI…");
        write.setOnAction(event -> choose());
        button.getItems().addAll(new SeparatorMenuItem(), write);
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle("Write the emotions as tones");
        context.session()
                .ifPresent(
                        session ->
                                chooser.setInitialFileName(
                                        AnalysedRecording.baseName(session.file())
                                                + "-emotions.wav"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("WAV sound", "*.wav"),
                        new FileChooser.ExtensionFilter("MIDI notes", "*.mid"));
        File file = chooser.showSaveDialog(button.getScene().getWindow());
        if (file != null) {
            hearing.write(file.toPath());
        }
    }

    private void addChannel(String title, OptionalInt channel) {
        button.getItems()
                .add(
                        choice(
                                title,
                                channel.equals(hearing.channel()),
                                () -> hearing.setChannel(channel)));
    }

    private static RadioMenuItem choice(String title, boolean chosen, Runnable action) {
        var item = new RadioMenuItem(title);
        item.setSelected(chosen);
        item.setOnAction(event -> action.run());
        return item;
    }
}
