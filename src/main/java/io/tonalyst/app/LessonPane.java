// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.playback.Playback;
import io.tonalyst.sonify.Synth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polyline;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The lesson on sound: its steps, each of which can be heard alone; nothing plays by itself. */
final class LessonPane {
    private static final PseudoClass HEARD = PseudoClass.getPseudoClass("heard");
    private static final double CHART_WIDTH = 120;
    private static final double CHART_HEIGHT = 36;

    private final List<SoundLesson.Step> steps = SoundLesson.steps();
    private final List<Node> rows = new ArrayList<>();
    private final Button all = new Button();
    private final VBox view = new VBox(10);
    private final PauseTransition pause =
            new PauseTransition(Duration.seconds(SoundLesson.PAUSE_SECONDS));
    private final AnimationTimer watch =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (playback != null && playback.hasEnded()) {
                        ended();
                    }
                }
            };
    private final Supplier<Playback> device;
    private @Nullable Playback playback;
    private int heard = -1;
    private boolean going;

    /**
     * @param device opens the sound when something is to be heard for the first time
     */
    LessonPane(Supplier<Playback> device) {
        this.device = device;
        all.setOnAction(event -> toggle());
        all.setText(playText());
        view.getChildren().add(all);
        for (int i = 0; i < steps.size(); i++) {
            Node row = row(i);
            rows.add(row);
            view.getChildren().add(row);
        }
        view.getStyleClass().add("lesson");
    }

    Node view() {
        return view;
    }

    /** Stops what is heard. */
    void stop() {
        going = false;
        watch.stop();
        pause.stop();
        if (playback != null) {
            playback.pause();
        }
        mark(-1);
    }

    /** Stops and gives the sound device back. */
    void close() {
        stop();
        if (playback != null) {
            playback.close();
            playback = null;
        }
    }

    private static String playText() {
        return String.format(Locale.ROOT, "Play the lesson (%.0f s)", SoundLesson.seconds());
    }

    private Node row(int index) {
        SoundLesson.Step step = steps.get(index);
        var play = new Button("Hear");
        play.setMinWidth(Region.USE_PREF_SIZE);
        play.setAccessibleText("Hear: " + step.title());
        play.setOnAction(
                event -> {
                    stop();
                    hear(index);
                });
        var title = new Label(step.title());
        title.getStyleClass().add("lesson-title");
        var text = new Label(step.text());
        text.setWrapText(true);
        var words = new VBox(2, title, text);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(14, play, chart(step.values()), words);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("lesson-step");
        return row;
    }

    private static Node chart(List<Double> values) {
        var line = new Polyline();
        for (int i = 0; i < values.size(); i++) {
            line.getPoints()
                    .addAll(
                            i * CHART_WIDTH / (values.size() - 1),
                            (1 - values.get(i) / 100) * CHART_HEIGHT);
        }
        line.getStyleClass().add("lesson-line");
        return line;
    }

    private void toggle() {
        boolean start = !going;
        stop();
        if (start) {
            going = true;
            hear(0);
        }
    }

    private void hear(int index) {
        if (playback == null) {
            playback = device.get();
        }
        playback.load(new Synth().render(steps.get(index).score()));
        playback.play();
        mark(index);
        watch.start();
    }

    private void ended() {
        watch.stop();
        int next = heard + 1;
        if (!going || next >= steps.size()) {
            stop();
            return;
        }
        pause.setOnFinished(event -> hear(next));
        pause.play();
    }

    private void mark(int index) {
        heard = index;
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).pseudoClassStateChanged(HEARD, i == index);
        }
        all.setText(going ? "Stop" : playText());
    }
}
