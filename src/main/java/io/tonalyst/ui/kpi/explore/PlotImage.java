// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.explore;

import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.export.PngExport;
import io.tonalyst.kpi.explore.Answer;
import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.Palette;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.image.Image;

/** Charts as picture files, made without a window, for the command line. */
public final class PlotImage {
    private PlotImage() {}

    /**
     * Draws the chart of an answer into a PNG of 1280 x 720 pixels with light colours. Starts the
     * toolkit headless when it is not running; must not be called on the FX thread.
     *
     * @throws IOException with one sentence, if the file cannot be written
     */
    public static void write(Answer answer, Path file) throws IOException {
        write(of(answer), file);
    }

    /** The chart of an answer. */
    static Plot of(Answer answer) {
        return switch (answer) {
            case Answer.Compared compared -> new BarPlot(compared.breakdown(), answer.formula());
            case Answer.Spread spread -> new HistogramPlot(spread.distribution(), answer.formula());
        };
    }

    /** Draws a chart, as {@link #write(Answer, Path)}. */
    public static void write(Plot plot, Path file) throws IOException {
        HeadlessToolkit.start();
        PngExport.write(paint(plot), file);
    }

    private static Image paint(Plot plot) {
        try {
            return HeadlessToolkit.call(
                    () -> {
                        BundledFont.load();
                        return PngExport.paint(
                                plot.painter(Palette.LIGHT),
                                Exports.WIDTH,
                                Exports.HEIGHT,
                                1,
                                Palette.LIGHT.background());
                    });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Painting throws no checked exception", e);
        }
    }
}
