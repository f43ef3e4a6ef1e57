// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.capture.Recorder;
import io.tonalyst.ui.Palette;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A recording in the making: input, level and time above, the last {@link Recorder#RECENT_SECONDS}
 * of sound, spectrum and emotions below.
 */
final class LiveView {
    /** Speech that ended so long ago is still said to be that of now. */
    private static final double FRESH_SECONDS = 3;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HHmm", Locale.ROOT);

    private final LiveModel model;
    private final Runnable closed;
    private final BorderPane view = new BorderPane();
    private final ComboBox<String> device = new ComboBox<>();
    private final Button look = new Button("Look again", new FontIcon(Feather.REFRESH_CW));
    private final Button record = new Button("Record…", new FontIcon(Feather.MIC));
    private final Button pause = new Button("Pause", new FontIcon(Feather.PAUSE));
    private final Button stop = new Button("Stop", new FontIcon(Feather.SQUARE));
    private final Button back = new Button("Back", new FontIcon(Feather.ARROW_LEFT));
    private final Label time = new Label();
    private final Label file = Controls.muted("");
    private final LevelMeter meter;
    private final EmotionBars bars = new EmotionBars(false);
    private final Label emotion = new Label();
    private final LivePanes panes;
    private final Pace pace;
    private final AnimationTimer pulse =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (pace.isDue(now)) {
                        pulse(now);
                    }
                }
            };

    /**
     * @param pace how often what comes is drawn
     * @param closed runs when the user goes back
     */
    LiveView(LiveModel model, Supplier<Palette> palette, Pace pace, Runnable closed) {
        this.pace = pace;
        this.model = model;
        this.closed = closed;
        meter = new LevelMeter(palette);
        panes = new LivePanes(model, palette);
        build();
        model.onChange(this::refresh);
        refresh();
    }

    private void build() {
        device.setAccessibleText("Sound input");
        device.setPromptText("no input");
        device.setMaxWidth(280);
        device.setOnAction(
                event -> {
                    if (device.getValue() != null) {
                        model.setDevice(device.getValue());
                    }
                });
        look.setOnAction(event -> model.findDevices());
        record.getStyleClass().add("accent");
        record.setOnAction(event -> choose());
        pause.setOnAction(event -> model.togglePause());
        stop.setOnAction(event -> stop());
        back.setOnAction(event -> back());
        time.getStyleClass().add("time-display");
        var bar =
                new HBox(
                        back,
                        device,
                        look,
                        record,
                        pause,
                        stop,
                        time,
                        meter,
                        Controls.spacer(),
                        file);
        bar.getStyleClass().add("recordings-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        emotion.getStyleClass().add("section-heading");
        var now = new VBox(8, Controls.heading("Now"), emotion, bars);
        now.getStyleClass().add("live-now");
        now.setPrefWidth(240);
        view.setTop(bar);
        view.setCenter(panes.view());
        view.setRight(now);
        view.getStyleClass().add("live-view");
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        view.setVisible(false);
    }

    Node view() {
        return view;
    }

    boolean isShown() {
        return view.isVisible();
    }

    /** Shows the view and looks for inputs. */
    void show() {
        view.setVisible(true);
        model.findDevices();
        pulse.start();
        refresh();
        record.requestFocus();
    }

    /** Goes back, unless it records. */
    void back() {
        if (!model.isRecording()) {
            view.setVisible(false);
            pulse.stop();
            closed.run();
        }
    }

    private void stop() {
        model.stop();
        back();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            back();
            event.consume();
        }
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle("Record to");
        chooser.setInitialFileName(
                "recording " + NAME.format(LocalDateTime.now(ZoneId.systemDefault())) + ".wav");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("WAV", "*.wav"));
        File chosen = chooser.showSaveDialog(view.getScene().getWindow());
        if (chosen != null) {
            Path to = chosen.toPath();
            boolean named = to.toString().toLowerCase(Locale.ROOT).endsWith(".wav");
            model.start(named ? to : Path.of(to + ".wav"));
        }
    }

    private void refresh() {
        boolean recording = model.isRecording();
        if (!device.getItems().equals(model.devices())) {
            device.getItems().setAll(model.devices());
        }
        device.setValue(model.device().orElse(null));
        device.setDisable(recording || model.devices().isEmpty());
        show(look, !recording);
        show(record, !recording);
        boolean late = record.isDisable() && !model.devices().isEmpty();
        record.setDisable(model.devices().isEmpty());
        if (late && isShown()) {
            record.requestFocus();
        }
        show(pause, recording);
        show(stop, recording);
        pause.setText(model.isPaused() ? "Go on" : "Pause");
        pause.setGraphic(new FontIcon(model.isPaused() ? Feather.MIC : Feather.PAUSE));
        back.setDisable(recording);
        file.setText(model.file().map(f -> String.valueOf(f.getFileName())).orElse(""));
        showNewest(model.told().filter(t -> recording && !t.timeline().windows().isEmpty()));
        panes.repaint();
    }

    private void showNewest(Optional<LiveModel.Told> told) {
        if (told.isEmpty()) {
            bars.show(null, null);
            emotion.setText(model.isRecording() ? "No speech yet" : "–");
            return;
        }
        var window = told.get().timeline().windows().getLast();
        bars.show(window.distribution(), null);
        double ago = model.seconds() - told.get().start() - window.endSeconds();
        emotion.setText(
                window.distribution().top().title()
                        + (ago > FRESH_SECONDS
                                ? String.format(Locale.ROOT, ", %.0f s ago", ago)
                                : ""));
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void pulse(long now) {
        model.tick(now);
        time.setText(
                model.isRecording()
                        ? TimeText.of(model.seconds(), 1) + (model.isPaused() ? "  paused" : "")
                        : "");
        meter.show(model.level());
        panes.repaint();
    }

    /** Stops drawing. */
    void close() {
        pulse.stop();
    }
}
