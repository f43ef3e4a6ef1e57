// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.Palette;
import java.util.concurrent.Callable;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;

/**
 * The panes of the window in one canvas of 1400 x 900, without a display, in the order and sizes
 * that a user sees them. Each painting ends with rendered pixels.
 */
final class BenchWindow {
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 900;
    private static final double WAVE_SHARE = 0.35;

    private final Canvas canvas;
    private final WritableImage target;

    /** Starts the toolkit, loads the font and paints once. Not for the FX thread. */
    BenchWindow() {
        HeadlessToolkit.start();
        canvas = call(() -> new Canvas(WIDTH, HEIGHT));
        target = call(() -> new WritableImage(WIDTH, HEIGHT));
        call(
                () -> {
                    BundledFont.load();
                    RulerPainter.paint(
                            canvas.getGraphicsContext2D(),
                            WIDTH,
                            RulerPainter.HEIGHT,
                            TimeScale.of(WIDTH, 0, 10),
                            Palette.LIGHT);
                    return canvas.snapshot(null, target);
                });
    }

    /** Paints the waveform of all of a recording, which may still be growing. */
    void paintWave(Sound sound) {
        call(
                () -> {
                    GraphicsContext g = canvas.getGraphicsContext2D();
                    TimeScale scale = TimeScale.of(WIDTH, 0, sound.seconds());
                    WaveformPainter.paint(g, WIDTH, HEIGHT / 3.0, sound, scale, Palette.LIGHT);
                    return canvas.snapshot(null, target);
                });
    }

    /**
     * Paints all panes, with the tiles of the spectrogram that are there, and asks for the others.
     * On the FX thread.
     */
    void paint(Sound sound, TimeAxisModel axis, SpectrogramLoader loader) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        TimeScale scale = TimeScale.of(WIDTH, axis.start(), axis.end());
        double waveHeight = HEIGHT * WAVE_SHARE;
        double spectrumHeight = HEIGHT - OverviewPainter.HEIGHT - 2 * 22 - waveHeight;
        g.save();
        OverviewPainter.paintView(g, WIDTH, OverviewPainter.HEIGHT, axis, Palette.LIGHT);
        g.translate(0, OverviewPainter.HEIGHT);
        RulerPainter.paint(g, WIDTH, RulerPainter.HEIGHT, scale, Palette.LIGHT);
        g.translate(0, RulerPainter.HEIGHT);
        WaveformPainter.paint(g, WIDTH, waveHeight, sound, scale, Palette.LIGHT);
        g.translate(0, waveHeight);
        var view =
                new SpectrogramLoader.View(
                        sound,
                        scale.start(),
                        scale.end(),
                        (int) scale.width(),
                        (int) new Lanes(sound.channels(), spectrumHeight).laneHeight(),
                        SpectrogramSettings.DEFAULT);
        loader.want(view);
        SpectrogramPainter.paint(
                g,
                WIDTH,
                spectrumHeight,
                sound,
                loader.picture(view),
                SpectrogramSettings.DEFAULT,
                scale,
                Palette.LIGHT);
        g.restore();
        canvas.snapshot(null, target);
    }

    /** Runs a task on the FX thread and waits for its result. */
    static <T> T call(Callable<T> task) {
        try {
            return HeadlessToolkit.call(task);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Painting throws no checked exception", e);
        }
    }
}
