// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.export.PngExport;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.Palette;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.image.Image;

/** The finished motion chart as a picture file, made without a window, for the command line. */
public final class MotionChartImage {
    /** Width of an exported chart before scaling, in pixels. */
    public static final double WIDTH = 1280;

    /** Height of an exported chart before scaling, in pixels. */
    public static final double HEIGHT = 720;

    private MotionChartImage() {}

    /**
     * Writes the whole month as PNG of 1280 x 720 pixels with light colours. Starts the toolkit
     * headless when it is not running; must not be called on the FX thread.
     *
     * @param threshold in the unit of the measure
     * @throws IOException with one sentence, if the file cannot be written
     */
    public static void write(KpiSeries series, double threshold, Path file) throws IOException {
        HeadlessToolkit.start();
        PngExport.write(paint(MotionFrame.whole(series, threshold)), file);
    }

    private static Image paint(MotionFrame frame) {
        try {
            return HeadlessToolkit.call(
                    () -> {
                        BundledFont.load();
                        return PngExport.paint(
                                new MotionChartPainter().of(frame, Palette.LIGHT),
                                WIDTH,
                                HEIGHT,
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
