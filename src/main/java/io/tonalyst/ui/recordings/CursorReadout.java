// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.EmotionDistribution;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The line below the panes: what is under the pointer. */
final class CursorReadout {
    private static final String HINT =
            "Wheel: zoom  ·  Shift + wheel or middle drag: pan  ·  Drag: select  ·  Click: seek";

    private final PaneContext context;
    private final SpectrogramPane spectrogram;
    private final HBox view = new HBox();
    private final Label time = new Label();
    private final Label frequency = new Label();
    private final Label level = new Label();
    private final Label emotion = new Label();

    CursorReadout(PaneContext context, SpectrogramPane spectrogram) {
        this.context = context;
        this.spectrogram = spectrogram;
        view.getChildren().setAll(time, frequency, level, emotion);
        view.getStyleClass().add("cursor-readout");
        view.setAccessibleText("Values under the pointer");
        context.onPointer(this::refresh);
        refresh();
    }

    Node view() {
        return view;
    }

    private void refresh() {
        Optional<PaneContext.Pointer> pointer = context.pointer();
        Optional<Sound> sound = context.audible().flatMap(RecordingSession::sound);
        if (pointer.isEmpty() || sound.isEmpty()) {
            time.setText(HINT);
            frequency.setText("");
            level.setText("");
            emotion.setText("");
            return;
        }
        show(pointer.get(), sound.get());
    }

    private void show(PaneContext.Pointer at, Sound sound) {
        int channels = sound.channels();
        String side = channels == 1 ? "" : "  " + Lanes.name(at.channel(), channels);
        time.setText(TimeText.of(at.seconds(), 3) + side);
        frequency.setText(at.hertz().isPresent() ? frequency(at) : "");
        double half = 0.01;
        level.setText(
                "Level "
                        + TimeText.decibels(
                                sound.levelDb(
                                        at.channel(),
                                        new TimeRange(
                                                Math.max(0, at.seconds() - half),
                                                at.seconds() + half)),
                                1)
                        + " dBFS");
        emotion.setText(
                context.session()
                        .flatMap(RecordingSession::timeline)
                        .flatMap(t -> new TimelineQuery(t).at(at.channel(), at.seconds()))
                        .map(CursorReadout::probabilities)
                        .orElse(""));
    }

    private String frequency(PaneContext.Pointer at) {
        double db = spectrogram.level(at);
        String hertz = String.format(Locale.ROOT, "%,.0f Hz", at.hertz().orElse(0));
        return Double.isNaN(db) ? hertz : hertz + "  " + TimeText.decibels(db, 0) + " dB";
    }

    private static String probabilities(EmotionDistribution distribution) {
        return "P: " + DetailsPane.ranking(distribution, 3);
    }
}
