// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.export.PaintedPictures;
import io.tonalyst.export.PngExport;
import io.tonalyst.signal.PcmSource;
import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.kpi.explore.Exports;
import io.tonalyst.video.FilmWriter;
import io.tonalyst.video.VideoFormat;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.image.Image;

/**
 * Charts as films and pictures, made with the drawing of the window. Starts the toolkit headless
 * when it is not running; not for the FX thread.
 *
 * @param sound as long as the film
 * @param position the moment of the chart at a time in seconds
 */
public record ChartFilm(TimedChart chart, PcmSource sound, DoubleUnaryOperator position) {
    /** How long the finished chart is seen at the end, in seconds. */
    private static final double REST = 1.5;

    /** Longest film, in seconds; longer charts play faster. */
    private static final double LONGEST = 180;

    /** A film without sound, at the chart's own speed. */
    public static ChartFilm silent(TimedChart chart) {
        double moving = Math.max(0, chart.steps() - 1) * chart.secondsPerStep();
        double shown = Math.min(moving, LONGEST);
        double stepsASecond = shown <= 0 ? 0 : (chart.steps() - 1) / shown;
        return new ChartFilm(chart, Silence.of(shown + REST), seconds -> seconds * stepsASecond);
    }

    /**
     * Writes the film.
     *
     * @return number of pictures
     * @throws IOException with one sentence, if it cannot be written; nothing is left behind then
     */
    public long write(
            Path file,
            VideoFormat format,
            Palette palette,
            CancelToken cancel,
            ProgressSink progress)
            throws IOException {
        HeadlessToolkit.start();
        onFx(
                () -> {
                    BundledFont.load();
                    return file;
                });
        var pictures =
                new PaintedPictures(
                        format,
                        palette.background(),
                        seconds ->
                                chart.at(chart.clamp(position.applyAsDouble(seconds)))
                                        .painter(palette));
        return FilmWriter.write(file, format, pictures, sound, cancel, progress);
    }

    /**
     * Writes a moment of a chart as PNG of 1280 x 720 pixels, times the scale.
     *
     * @throws IOException with one sentence, if it cannot be written
     */
    public static void picture(
            TimedChart chart, double moment, double scale, Palette palette, Path file)
            throws IOException {
        HeadlessToolkit.start();
        Image image =
                onFx(
                        () -> {
                            BundledFont.load();
                            return PngExport.paint(
                                    chart.at(moment).painter(palette),
                                    Exports.WIDTH,
                                    Exports.HEIGHT,
                                    scale,
                                    palette.background());
                        });
        PngExport.write(image, file);
    }

    private static <T> T onFx(Callable<T> task) {
        try {
            return HeadlessToolkit.call(task);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Painting throws no checked exception", e);
        }
    }
}
