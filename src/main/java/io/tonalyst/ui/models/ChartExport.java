// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.export.PngExport;
import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.PaintSurface;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.work.Failures;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.VPos;
import javafx.scene.text.TextAlignment;

/** Writes charts as pictures with their heading, in the background; problems are one sentence. */
final class ChartExport {
    private static final double HEADING = 34;

    private final JobRunner jobs;
    private final StatusReporter status;

    ChartExport(JobRunner jobs, StatusReporter status) {
        this.jobs = jobs;
        this.status = status;
    }

    /** A name for the file of a chart. */
    static String fileName(Chart chart) {
        String plain = chart.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return plain.replaceAll("^-|-$", "") + ".png";
    }

    /**
     * Draws the chart now and writes it soon. Call on the FX thread.
     *
     * @param scale pixels for each unit of the drawing
     * @return done when the file is whole, false if it could not be written
     */
    CompletableFuture<Boolean> png(
            Chart chart, double width, double height, double scale, Palette palette, Path file) {
        var image =
                PngExport.paint(
                        painter(chart, palette),
                        width,
                        height + HEADING,
                        scale,
                        palette.background());
        var done = new CompletableFuture<Boolean>();
        jobs.<Path>submit(
                (cancel, progress) -> {
                    PngExport.write(image, file);
                    return file;
                },
                ProgressSink.NONE,
                outcome -> {
                    switch (outcome) {
                        case JobOutcome.Done<Path>(Path written) ->
                                status.say("Wrote " + written + ".");
                        case JobOutcome.Failed<Path>(Exception cause) ->
                                status.problem(Failures.sentence(cause));
                        case JobOutcome.Cancelled<Path>() ->
                                status.say("Writing " + file + " was cancelled.");
                    }
                    done.complete(outcome instanceof JobOutcome.Done<Path>);
                });
        return done;
    }

    private static PaintSurface.Painter painter(Chart chart, Palette palette) {
        return (g, width, height) -> {
            g.setFill(palette.text());
            g.setFont(BundledFont.strong(15));
            g.setTextAlign(TextAlignment.LEFT);
            g.setTextBaseline(VPos.CENTER);
            g.fillText(chart.name(), 8, HEADING / 2);
            g.save();
            g.translate(0, HEADING);
            chart.paint(g, width, height - HEADING, palette, Chart.NONE);
            g.restore();
        };
    }
}
