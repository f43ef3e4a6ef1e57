// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import com.sun.management.OperatingSystemMXBean;
import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.Palette;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;

/**
 * How long a chart takes to paint: its drawing and the pixels that come of it, picture after
 * picture along its time, as when it plays.
 *
 * @param elapsed milliseconds of each picture, ascending
 * @param processor milliseconds of all threads of this program for each picture, ascending
 */
public record ChartPaintTimes(List<Double> elapsed, List<Double> processor) {
    private static final int WARM_UP = 100;

    public ChartPaintTimes {
        elapsed = List.copyOf(elapsed);
        processor = List.copyOf(processor);
    }

    /**
     * Paints a chart again and again. Starts the toolkit headless when it is not running; not for
     * the FX thread.
     */
    public static ChartPaintTimes of(
            TimedChart chart, int pictures, double width, double height, Palette palette)
            throws Exception {
        HeadlessToolkit.start();
        HeadlessToolkit.call(
                () -> {
                    BundledFont.load();
                    return "";
                });
        var canvas = new Canvas(width, height);
        var image = new WritableImage((int) width, (int) height);
        var parameters = new SnapshotParameters();
        parameters.setFill(palette.background());
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var elapsed = new ArrayList<Double>();
        var processor = new ArrayList<Double>();
        for (int i = -WARM_UP; i < pictures; i++) {
            double share = Math.floorMod(i, pictures) / (double) Math.max(1, pictures - 1);
            double position = share * Math.max(0, chart.steps() - 1);
            boolean counts = i >= 0;
            HeadlessToolkit.call(
                    () -> {
                        long cpu = system.getProcessCpuTime();
                        long start = System.nanoTime();
                        var g = canvas.getGraphicsContext2D();
                        g.clearRect(0, 0, width, height);
                        chart.at(position).painter(palette).paint(g, width, height);
                        canvas.snapshot(parameters, image);
                        if (counts) {
                            elapsed.add((System.nanoTime() - start) / 1e6);
                            processor.add((system.getProcessCpuTime() - cpu) / 1e6);
                        }
                        return image;
                    });
        }
        elapsed.sort(null);
        processor.sort(null);
        return new ChartPaintTimes(elapsed, processor);
    }
}
