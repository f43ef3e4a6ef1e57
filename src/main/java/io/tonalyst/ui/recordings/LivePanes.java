// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.capture.Recorder;
import io.tonalyst.ui.PaintSurface;
import io.tonalyst.ui.Palette;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The panes of a recording in the making, on the common axis of its last seconds. */
final class LivePanes {
    private final LiveModel model;
    private final Supplier<Palette> palette;
    private final PaintSurface ruler = new PaintSurface(this::paintRuler);
    private final PaintSurface wave = new PaintSurface(this::paintWave);
    private final PaintSurface spectrogram = new PaintSurface(this::paintSpectrogram);
    private final PaintSurface emotions = new PaintSurface(this::paintEmotions);
    private final VBox view;
    private SpectrogramPicture picture = SpectrogramPicture.NONE;
    private SpectrogramStill.@Nullable Result pictured;

    LivePanes(LiveModel model, Supplier<Palette> palette) {
        this.model = model;
        this.palette = palette;
        ruler.setMinHeight(RulerPainter.HEIGHT);
        ruler.setMaxHeight(RulerPainter.HEIGHT);
        wave.setPrefHeight(150);
        spectrogram.setPrefHeight(250);
        emotions.setPrefHeight(200);
        for (PaintSurface pane : List.of(wave, spectrogram, emotions)) {
            pane.setMinHeight(60);
            VBox.setVgrow(pane, Priority.ALWAYS);
        }
        view =
                new VBox(
                        4,
                        ruler,
                        Controls.heading("Waveform"),
                        wave,
                        Controls.heading("Spectrogram"),
                        spectrogram,
                        Controls.heading("Emotions"),
                        emotions);
        view.getStyleClass().add("live-panes");
        view.setMinWidth(320);
    }

    Node view() {
        return view;
    }

    void repaint() {
        for (PaintSurface pane : List.of(ruler, wave, spectrogram, emotions)) {
            pane.repaint();
        }
    }

    /** The last seconds in the time of the recording. */
    private TimeScale scale(double width) {
        double end =
                Math.max(
                        Recorder.RECENT_SECONDS,
                        model.heard().map(LiveModel.Heard::end).orElse(0.0));
        return TimeScale.of(width, end - Recorder.RECENT_SECONDS, end);
    }

    private static TimeScale shifted(TimeScale scale, double by) {
        return new TimeScale(scale.left(), scale.width(), scale.start() - by, scale.end() - by);
    }

    private void paintRuler(GraphicsContext g, double width, double height) {
        RulerPainter.paint(g, width, height, scale(width), palette.get());
    }

    private void paintWave(GraphicsContext g, double width, double height) {
        var heard = model.heard();
        if (heard.isEmpty() || !model.note().isEmpty()) {
            NotePainter.paint(g, width, height, model.note(), palette.get());
            return;
        }
        WaveformPainter.paint(
                g,
                width,
                height,
                heard.get().sound(),
                shifted(scale(width), heard.get().start()),
                palette.get());
    }

    private void paintSpectrogram(GraphicsContext g, double width, double height) {
        TimeScale scale = scale(width);
        int channels = model.heard().map(h -> h.sound().channels()).orElse(1);
        var settings = SpectrogramSettings.DEFAULT;
        model.setSpectrogram(
                new LiveModel.SpectrogramSize(
                        (int) scale.width(),
                        (int) Math.max(1, new Lanes(channels, height).laneHeight()),
                        settings));
        var heard = model.heard();
        SpectrogramStill.Result levels = heard.map(LiveModel.Heard::levels).orElse(null);
        if (heard.isEmpty() || levels == null) {
            NotePainter.paint(g, width, height, "", palette.get());
            return;
        }
        LiveModel.Heard now = heard.get();
        if (pictured == null || !pictured.levels().equals(levels.levels())) {
            pictured = levels;
            picture = SpectrogramStill.picture(levels);
        }
        SpectrogramPainter.paint(
                g,
                width,
                height,
                now.sound(),
                picture,
                settings,
                shifted(scale, now.start()),
                palette.get());
    }

    private void paintEmotions(GraphicsContext g, double width, double height) {
        var told = model.told();
        if (told.isEmpty()) {
            NotePainter.paint(
                    g,
                    width,
                    height,
                    model.isRecording() ? "Emotions appear once somebody speaks." : "",
                    palette.get());
            return;
        }
        PredictionPainter.paint(
                g,
                width,
                height,
                told.get().timeline(),
                shifted(scale(width), told.get().start()),
                palette.get());
    }
}
