// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Explanation;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.export.PngExport;
import io.tonalyst.recording.Recording;
import io.tonalyst.review.Review;
import io.tonalyst.signal.PeakPyramid;
import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.Palette;
import io.tonalyst.work.CancelToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.image.Image;

/** An explanation over its spectrogram as a picture file, made without a window. */
public final class ExplanationImage {
    /** Shown before and after what is explained, in seconds. */
    private static final double MARGIN = 0.4;

    private static final double SCALE = 2;

    /** Levels shown below the loudest, in dB. */
    private static final double RANGE_DB = 70;

    private ExplanationImage() {}

    /**
     * Writes a picture of 2560 pixels of width with light colours. Starts the toolkit headless when
     * it is not running; must not be called on the FX thread.
     *
     * @param explanations of one recording, at least one
     * @throws IOException with one sentence, if the file cannot be written
     */
    public static void write(
            Recording recording,
            PredictionTimeline timeline,
            List<Explanation> explanations,
            Path file)
            throws IOException {
        List<WaveSummary> waves = new ArrayList<>();
        for (int c = 0; c < recording.signal().channels(); c++) {
            waves.add(PeakPyramid.of(recording.signal().channel(c))::summarise);
        }
        var sound = Sound.of(recording, waves);
        double from =
                explanations.stream().mapToDouble(Explanation::startSeconds).min().orElseThrow();
        double to = explanations.stream().mapToDouble(Explanation::endSeconds).max().orElseThrow();
        double start = Math.max(0, from - MARGIN);
        double end = Math.min(recording.signal().seconds(), to + MARGIN);
        var wanted = ExportPart.SPECTROGRAM;
        int channels = recording.signal().channels();
        var view =
                SpectrogramStill.View.of(
                        sound,
                        start,
                        end,
                        (int) (TimeScale.of(ViewPainter.WIDTH, start, end).width() * SCALE),
                        (int) (ViewPainter.spectrogramLane(channels, wanted) * SCALE),
                        SpectrogramSettings.DEFAULT);
        var levels = SpectrogramStill.compute(view, new CancelToken());
        double loudest = levels.lanes().stream().mapToDouble(l -> l.maximum()).max().orElseThrow();
        double high = Math.clamp(5 * Math.ceil(loudest / 5) - 5, -60, 0);
        var settings = SpectrogramSettings.DEFAULT.withRange(high - RANGE_DB, high);
        var coloured =
                new SpectrogramStill.Result(levels, SpectrogramStill.colours(levels, settings));
        Path name = recording.file().getFileName();
        HeadlessToolkit.start();
        PngExport.write(
                paint(
                        () ->
                                new ViewPainter(
                                        new ViewPainter.State(
                                                String.valueOf(name),
                                                recording.format(),
                                                sound,
                                                Optional.of(timeline),
                                                start,
                                                end,
                                                SpectrogramStill.picture(coloured),
                                                settings,
                                                Optional.empty(),
                                                OptionalDouble.empty(),
                                                explanations,
                                                Review.NONE),
                                        wanted,
                                        Palette.LIGHT)),
                file);
    }

    private interface Painting {
        ViewPainter painter();
    }

    private static Image paint(Painting painting) {
        try {
            return HeadlessToolkit.call(
                    () -> {
                        BundledFont.load();
                        ViewPainter painter = painting.painter();
                        return PngExport.paint(
                                painter::paint,
                                ViewPainter.WIDTH,
                                painter.height(),
                                SCALE,
                                Palette.LIGHT.background());
                    });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Painting throws no checked exception", e);
        }
    }
}
