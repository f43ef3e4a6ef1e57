// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The buttons under the chart: play, step, loop, mute, speed, and what is to be heard. */
final class TransportBar {
    private final HBox row = new HBox();
    private final VBox view;

    /**
     * @param speed the speed of the score, one of {@link KpiSelection#SPEEDS}
     * @param legend sounds the audible legend
     * @param panel shown under the buttons on demand
     */
    TransportBar(
            ScoreController player,
            ObjectProperty<Double> speed,
            Runnable legend,
            SoundPanel panel) {
        var first = button(Feather.SKIP_BACK, "First day (Home)", () -> player.goTo(0));
        var back =
                button(
                        Feather.CHEVRON_LEFT,
                        "Day before, with its tone (Left)",
                        () -> player.step(-1));
        var playIcon = new FontIcon(Feather.PLAY);
        var play = new Button("Play", playIcon);
        play.getStyleClass().addAll("accent", "kpi-play");
        play.setTooltip(new Tooltip("Play or pause (Space)"));
        play.setOnAction(event -> player.togglePlay());
        player.playingProperty()
                .subscribe(
                        playing -> {
                            playIcon.setIconCode(playing ? Feather.PAUSE : Feather.PLAY);
                            play.setText(playing ? "Pause" : "Play");
                        });
        var next =
                button(
                        Feather.CHEVRON_RIGHT,
                        "Next day, with its tone (Right)",
                        () -> player.step(1));
        var last =
                button(Feather.SKIP_FORWARD, "Last day (End)", () -> player.goTo(Double.MAX_VALUE));

        var loop = toggle(Feather.REPEAT, "Loop (L)");
        loop.selectedProperty().bindBidirectional(player.loopingProperty());
        var from = end("A", "Start the loop here (A)", player::loopFromHere);
        var to = end("B", "End the loop here (B)", player::loopToHere);
        player.loopFromProperty().subscribe(day -> mark(from, "A", day.doubleValue()));
        player.loopToProperty().subscribe(day -> mark(to, "B", day.doubleValue()));
        loop.selectedProperty()
                .subscribe(
                        on -> {
                            if (!on) {
                                player.loopFromProperty().set(Double.NaN);
                                player.loopToProperty().set(Double.NaN);
                            }
                        });
        var mute = toggle(Feather.VOLUME_X, "Mute (M)");
        mute.selectedProperty().bindBidirectional(player.mutedProperty());

        var speeds = new ComboBox<Double>();
        speeds.getItems().setAll(KpiSelection.SPEEDS);
        speeds.setConverter(new SpeedText());
        speeds.valueProperty().bindBidirectional(speed);
        speeds.setTooltip(new Tooltip("Speed (comma and full stop)"));
        speeds.setAccessibleText("Speed");
        speeds.getStyleClass().add("kpi-speed");

        var hear = new Button("Legend", new FontIcon(Feather.HEADPHONES));
        hear.getStyleClass().add("flat");
        hear.setTooltip(new Tooltip("Hear the lowest value, the threshold and the highest value"));
        hear.setOnAction(event -> legend.run());

        var silent = new Label("No sound device: playing silently", new FontIcon(Feather.VOLUME_X));
        silent.getStyleClass().add("kpi-silent");
        silent.visibleProperty().bind(player.audibleProperty().not());
        silent.managedProperty().bind(silent.visibleProperty());

        var design = new ToggleButton("Sound", new FontIcon(Feather.SLIDERS));
        design.setId("kpi-sound-toggle");
        design.setTooltip(new Tooltip("Design what is heard; voices, MIDI device, summary"));
        design.selectedProperty().bindBidirectional(panel.view().visibleProperty());

        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        row.getChildren()
                .addAll(
                        first, back, play, next, last, loop, from, to, mute, speeds, hear, design,
                        space, silent);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("kpi-transport");
        view = new VBox(row, panel.view());
        view.disableProperty().bind(player.loadedProperty().not());
    }

    Node view() {
        return view;
    }

    private static Button button(Feather icon, String hint, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        describe(button, hint);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Button end(String name, String hint, Runnable action) {
        var button = new Button(name);
        button.getStyleClass().add("flat");
        describe(button, hint);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static void mark(Button button, String name, double day) {
        button.setText(Double.isNaN(day) ? name : name + " " + ((int) day + 1));
    }

    private static ToggleButton toggle(Feather icon, String hint) {
        var button = new ToggleButton(null, new FontIcon(icon));
        button.getStyleClass().add("button-icon");
        describe(button, hint);
        return button;
    }

    private static void describe(ButtonBase button, String hint) {
        button.setTooltip(new Tooltip(hint));
        button.setAccessibleText(hint);
    }

    /** Speeds as {@code 0.25x}. */
    private static final class SpeedText extends StringConverter<Double> {
        @Override
        public String toString(Double speed) {
            return speed == null ? "" : KpiFormat.plain(speed) + "x";
        }

        @Override
        public Double fromString(String text) {
            return Double.valueOf(text.toLowerCase(Locale.ROOT).replace("x", "").strip());
        }
    }
}
