// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.render.FrequencyScale;
import io.tonalyst.render.SpectrogramRaster;
import io.tonalyst.render.StftColumns;
import io.tonalyst.ui.recordings.SpectrogramPicture.Piece;
import io.tonalyst.work.CancelToken;
import java.util.ArrayList;
import java.util.List;

/** The spectrogram of one view in one piece, a column a pixel, for pictures that are exported. */
final class SpectrogramStill {
    private SpectrogramStill() {}

    /** Computes the levels of a view on the calling thread. */
    static Levels compute(View view, CancelToken cancel) {
        var samples = view.sound().samples();
        int rate = view.sound().hertz();
        int window = view.window();
        List<SpectrogramRaster> lanes = new ArrayList<>();
        for (int c = 0; c < samples.channels(); c++) {
            lanes.add(
                    SpectrogramRaster.compute(
                            new StftColumns(samples, c, window),
                            view.start() * rate,
                            view.end() * rate,
                            view.width(),
                            view.height(),
                            view.scale(),
                            rate / 2.0,
                            cancel::isCancelled));
        }
        return new Levels(view, lanes);
    }

    /** The pixels of each lane. */
    static List<int[]> colours(Levels levels, SpectrogramSettings settings) {
        return levels.lanes().stream()
                .map(r -> r.argb(settings.colours(), settings.lowDb(), settings.highDb()))
                .toList();
    }

    /** Levels of a view with their colours. */
    static Result of(View view, SpectrogramSettings settings, CancelToken cancel) {
        Levels levels = compute(view, cancel);
        return new Result(levels, colours(levels, settings));
    }

    /** The lanes as pieces. */
    static SpectrogramPicture picture(Result result) {
        View view = result.levels().view();
        List<Piece> pieces = new ArrayList<>();
        for (int[] pixels : result.pixels()) {
            var image = new Pixels(pixels, view.width());
            pieces.add(new Piece(pieces.size(), image, view.start(), view.end()));
        }
        return new SpectrogramPicture(pieces);
    }

    /**
     * What is to be seen.
     *
     * @param start seconds
     * @param end seconds, after {@code start}
     * @param width pixels, at least 1
     * @param height pixels of one lane, at least 1
     * @param window samples of a window
     */
    record View(
            Sound sound,
            double start,
            double end,
            int width,
            int height,
            FrequencyScale scale,
            int window) {
        static View of(
                Sound sound,
                double start,
                double end,
                int width,
                int height,
                SpectrogramSettings settings) {
            int window = settings.window(end - start, sound.hertz());
            return new View(sound, start, end, width, height, settings.scale(), window);
        }
    }

    /** Levels of a view, a raster a channel. */
    record Levels(View view, List<SpectrogramRaster> lanes) {}

    /** Levels and their colours. */
    record Result(Levels levels, List<int[]> pixels) {}
}
