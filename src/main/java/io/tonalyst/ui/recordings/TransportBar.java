// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The buttons above the panes: open, playback, time, zoom and export. */
final class TransportBar {
    /** What the buttons outside of playback do. */
    record Actions(
            Runnable open,
            Runnable record,
            DoubleConsumer zoom,
            Runnable fit,
            Runnable zoomToSelection) {}

    private static final List<Double> SPEEDS = List.of(0.5, 0.75, 1.0, 1.25, 1.5, 2.0);

    private final HBox view = new HBox();
    private final PaneContext context;
    private final Button play;
    private final Button stop;
    private final ToggleButton loop;
    private final Label time = new Label();
    private final Label silent = new Label("no sound device");
    private final Button zoomSelection;
    private final List<Node> needSound;

    TransportBar(PaneContext context, Actions actions, Node goTo, Node hear, Node export) {
        this.context = context;
        PlayerModel player = context.player();
        var open = new Button("Open…", new FontIcon(Feather.FOLDER_PLUS));
        open.setOnAction(event -> actions.open().run());
        var record = Controls.icon(new Button(), Feather.MIC, "Record from a microphone", "Ctrl+R");
        record.setOnAction(event -> actions.record().run());
        play = Controls.icon(new Button(), Feather.PLAY, "Play", "Space");
        play.getStyleClass().add("accent");
        play.setOnAction(event -> player.toggle());
        stop = Controls.icon(new Button(), Feather.SQUARE, "Stop", "Esc");
        stop.setOnAction(event -> player.stop());
        loop = Controls.icon(new ToggleButton(), Feather.REPEAT, "Loop the selection", "L");
        loop.setOnAction(event -> player.setLooping(loop.isSelected()));
        ComboBox<Double> speed = speeds(player);
        time.getStyleClass().add("time-display");
        time.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        silent.getStyleClass().add("silent-note");
        silent.managedProperty().bind(silent.visibleProperty());

        var zoomOut = Controls.icon(new Button(), Feather.ZOOM_OUT, "Zoom out", "−");
        zoomOut.setOnAction(event -> actions.zoom().accept(0.5));
        var zoomIn = Controls.icon(new Button(), Feather.ZOOM_IN, "Zoom in", "+");
        zoomIn.setOnAction(event -> actions.zoom().accept(2));
        var fit = Controls.icon(new Button(), Feather.MAXIMIZE, "Show the whole recording", "F");
        fit.setOnAction(event -> actions.fit().run());
        zoomSelection =
                Controls.icon(new Button(), Feather.CROSSHAIR, "Zoom to the selection", "Z");
        zoomSelection.setOnAction(event -> actions.zoomToSelection().run());

        needSound = List.of(play, stop, loop, speed, zoomOut, zoomIn, fit, goTo, hear, export);
        view.getChildren()
                .addAll(
                        open,
                        record,
                        separator(),
                        play,
                        stop,
                        loop,
                        speed,
                        time,
                        silent,
                        Controls.spacer(),
                        hear,
                        goTo,
                        separator(),
                        zoomOut,
                        zoomIn,
                        fit,
                        zoomSelection,
                        separator(),
                        export);
        view.getStyleClass().add("recordings-bar");
        refresh();
    }

    Node view() {
        return view;
    }

    /** Follows the state of playback and selection. */
    void refresh() {
        PlayerModel player = context.player();
        boolean playing = player.isPlaying();
        play.setGraphic(new FontIcon(playing ? Feather.PAUSE : Feather.PLAY));
        play.setAccessibleText(playing ? "Pause" : "Play");
        loop.setSelected(player.isLooping());
        boolean sound = context.audible().isPresent();
        needSound.forEach(node -> node.setDisable(!sound));
        zoomSelection.setDisable(context.session().flatMap(RecordingSession::selection).isEmpty());
        silent.setVisible(playing && !player.isAudible());
        refreshTime();
    }

    /** Shows where playback stands; to be called each pulse while playing. */
    void refreshTime() {
        double duration = context.audible().map(s -> s.axis().duration()).orElse(0.0);
        time.setText(
                TimeText.of(context.player().position(), 2) + "  /  " + TimeText.of(duration, 2));
    }

    private static ComboBox<Double> speeds(PlayerModel player) {
        ComboBox<Double> box = new ComboBox<>();
        box.getItems().setAll(SPEEDS);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Double value) {
                        return String.format(Locale.ROOT, "%.2f×", value == null ? 1 : value);
                    }

                    @Override
                    public Double fromString(String text) {
                        return 1.0;
                    }
                });
        box.setValue(1.0);
        box.setAccessibleText("Speed of playback");
        box.setOnAction(event -> player.setSpeed(box.getValue()));
        return box;
    }

    private static Separator separator() {
        return new Separator(Orientation.VERTICAL);
    }
}
