// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.sonify.Mapping;
import io.tonalyst.sonify.ScoreVoice;
import io.tonalyst.sonify.SpokenSummary;
import io.tonalyst.ui.DesignEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The sound in full: the designer of the mapping, its files, solo and mute of the voices, the MIDI
 * device, and in words how much is conveyed and what there is to be heard.
 */
final class SoundPanel {
    private static final String NO_DEVICE = "none";

    private final SoundModel model;
    private final DesignEditor editor;
    private final GridPane voices = new GridPane(6, 4);
    private final TextArea words = new TextArea();
    private final ScrollPane view;
    private List<String> shownTitles = List.of();

    SoundPanel(SoundModel model, ObjectProperty<Mapping> mapping, FileChoice files) {
        this.model = model;
        this.editor = new DesignEditor(mapping);
        words.setEditable(false);
        words.setWrapText(true);
        words.setPrefRowCount(6);
        words.setPrefWidth(200);
        words.setAccessibleText("What is to be heard, in words");
        words.getStyleClass().add("kpi-words");
        var design = titled("What is heard as what", editor.view());
        var where =
                titled(
                        "Mapping",
                        files(mapping, files),
                        heading("Voices"),
                        voices,
                        heading("MIDI device that plays along"),
                        midi());
        var told = titled("In words (R)", words);
        VBox.setVgrow(words, Priority.ALWAYS);
        HBox.setHgrow(told, Priority.ALWAYS);
        told.setMinWidth(190);
        design.setMinWidth(Region.USE_PREF_SIZE);
        where.setMinWidth(Region.USE_PREF_SIZE);
        var columns = new HBox(28, design, where, told);
        columns.getStyleClass().add("kpi-sound");
        view = new ScrollPane(columns);
        view.setFitToWidth(true);
        view.setFitToHeight(true);
        view.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        view.setMinHeight(Region.USE_PREF_SIZE);
        view.getStyleClass().add("edge-to-edge");
        view.setVisible(false);
        view.managedProperty().bind(view.visibleProperty());
    }

    Node view() {
        return view;
    }

    void show(@Nullable KpiShown shown) {
        if (shown == null) {
            return;
        }
        var score = shown.score();
        editor.offer(score.series());
        words.setText(
                SpokenSummary.of(score.series())
                        + "\n"
                        + score.sentence()
                        + "\n"
                        + score.levels().inWords());
        List<String> titles = score.voices().stream().map(score::title).toList();
        if (!titles.equals(shownTitles)) {
            shownTitles = titles;
            voices.getChildren().clear();
            for (ScoreVoice voice : score.voices()) {
                addVoice(voice, score.title(voice));
            }
        }
    }

    /** Puts the keyboard, and with it a screen reader, on the words. */
    void readOut() {
        view.setVisible(true);
        words.requestFocus();
        words.selectAll();
    }

    private void addVoice(ScoreVoice voice, String title) {
        var name = new Label(title);
        name.setMinWidth(150);
        var solo = toggle("S", "Hear only: " + title, voice, model.soloedProperty(), model::solo);
        var mute = toggle("M", "Leave out: " + title, voice, model.mutedProperty(), model::mute);
        voices.addRow(voices.getRowCount(), name, solo, mute);
    }

    private static ToggleButton toggle(
            String text,
            String hint,
            ScoreVoice voice,
            ObservableValue<Set<ScoreVoice>> set,
            BiConsumer<ScoreVoice, Boolean> change) {
        var button = new ToggleButton(text);
        button.getStyleClass().addAll("small", "kpi-voice-" + text.toLowerCase(Locale.ROOT));
        button.setTooltip(new Tooltip(hint));
        button.setAccessibleText(hint);
        button.setOnAction(event -> change.accept(voice, button.isSelected()));
        set.subscribe(now -> button.setSelected(now.contains(voice)));
        return button;
    }

    private Node files(ObjectProperty<Mapping> mapping, FileChoice files) {
        var name = new TextField();
        name.setPromptText("Name");
        name.setPrefColumnCount(10);
        name.setAccessibleText("Name to save the mapping under");
        mapping.subscribe(now -> name.setText(now instanceof Mapping.Designed ? now.title() : ""));
        var save = button("Save", Feather.SAVE, "Keep the mapping under this name");
        save.setOnAction(event -> model.save(name.getText()));
        name.setOnAction(event -> model.save(name.getText()));
        name.disableProperty().bind(mapping.map(Mapping::isReference));
        save.disableProperty().bind(mapping.map(Mapping::isReference));
        var open = button("Open…", Feather.FOLDER, "Use a mapping from a file");
        open.setOnAction(event -> files.openSoundMapping().ifPresent(model::open));
        var export = button("Export…", Feather.DOWNLOAD, "Write the mapping to a file");
        export.setOnAction(
                event ->
                        files.save("sound mapping", mapping.get().key() + ".json")
                                .ifPresent(model::export));
        var row = new HBox(6, name, save, open, export);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node midi() {
        var box = new ComboBox<String>();
        box.setAccessibleText("MIDI device that plays along");
        box.setPrefWidth(190);
        box.setTooltip(
                new Tooltip("Sends the notes with clock, so that another program plays them"));
        Runnable fill =
                () -> {
                    List<String> names = new ArrayList<>();
                    names.add(NO_DEVICE);
                    names.addAll(model.devices());
                    box.getItems().setAll(names);
                    box.setValue(text(model.deviceProperty().get()));
                };
        model.devices()
                .addListener((ListChangeListener.Change<? extends String> change) -> fill.run());
        model.deviceProperty().subscribe(now -> box.setValue(text(now)));
        fill.run();
        box.setOnAction(
                event -> {
                    String chosen = box.getValue();
                    if (chosen != null) {
                        model.playOn(chosen.equals(NO_DEVICE) ? "" : chosen);
                    }
                });
        var refresh = new Button(null, new FontIcon(Feather.REFRESH_CW));
        refresh.getStyleClass().addAll("button-icon", "flat");
        refresh.setTooltip(new Tooltip("Look for MIDI devices and saved mappings again"));
        refresh.setAccessibleText("Look for MIDI devices and saved mappings again");
        refresh.setOnAction(event -> model.refresh());
        var row = new HBox(4, box, refresh);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String text(String device) {
        return device.isEmpty() ? NO_DEVICE : device;
    }

    private static Button button(String text, Feather icon, String hint) {
        var button = new Button(text, new FontIcon(icon));
        button.getStyleClass().add("small");
        button.setTooltip(new Tooltip(hint));
        return button;
    }

    private static Label heading(String text) {
        var label = new Label(text);
        label.getStyleClass().add("kpi-sound-title");
        return label;
    }

    private static VBox titled(String title, Node... parts) {
        var box = new VBox(6, heading(title));
        box.getChildren().addAll(parts);
        return box;
    }
}
