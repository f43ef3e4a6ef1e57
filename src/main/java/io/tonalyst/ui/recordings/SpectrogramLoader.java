// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.render.FrequencyScale;
import io.tonalyst.render.SpectrogramRaster;
import io.tonalyst.render.StftColumns;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.LatestOnly;
import io.tonalyst.work.ProgressSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/**
 * Computes spectrograms for what is in view, in the background; only the newest view counts. A mere
 * change of colours reuses the levels. Used on the FX thread.
 */
final class SpectrogramLoader {
    /** Views shorter than this get a shorter window, which tells moments better apart. */
    private static final double CLOSE_UP_SECONDS = 2;

    private final LatestOnly<Result> latest;
    private final Consumer<SpectrogramPicture> receiver;
    private @Nullable View wanted;
    private @Nullable SpectrogramSettings wantedSettings;
    private @Nullable Levels levels;

    /**
     * @param receiver is given each finished picture
     */
    SpectrogramLoader(JobRunner runner, Executor fx, Consumer<SpectrogramPicture> receiver) {
        this.latest = new LatestOnly<>(runner, fx);
        this.receiver = receiver;
    }

    /** Stops work and forgets everything. */
    void clear() {
        latest.cancel();
        wanted = null;
        levels = null;
    }

    /** Asks for a picture of a view, unless the same is there or on its way. */
    void want(View view, SpectrogramSettings settings) {
        if (view.equals(wanted) && settings.equals(wantedSettings)) {
            return;
        }
        wanted = view;
        wantedSettings = settings;
        Levels known = levels;
        latest.request(
                (cancel, progress) -> {
                    Levels used =
                            known != null && known.view().equals(view)
                                    ? known
                                    : compute(view, cancel);
                    return new Result(used, colours(used, settings));
                },
                ProgressSink.NONE,
                outcome -> {
                    if (outcome instanceof JobOutcome.Done<Result>(Result result)) {
                        levels = result.levels();
                        receiver.accept(picture(result));
                    }
                });
    }

    /** The level under a point of the last picture, in dB; NaN where there is none. */
    double level(int channel, double seconds, double heightFromBottom) {
        Levels known = levels;
        if (known == null || channel >= known.lanes().size()) {
            return Double.NaN;
        }
        SpectrogramRaster raster = known.lanes().get(channel);
        double share =
                (seconds - known.view().start()) / (known.view().end() - known.view().start());
        if (!(share >= 0 && share < 1)) {
            return Double.NaN;
        }
        int row =
                (int) Math.clamp((1 - heightFromBottom) * raster.height(), 0, raster.height() - 1);
        return raster.level((int) (share * raster.width()), row);
    }

    /** The highest level of the last picture in dB; NaN where there is none. */
    double maximum() {
        Levels known = levels;
        return known == null
                ? Double.NaN
                : known.lanes().stream()
                        .mapToDouble(SpectrogramRaster::maximum)
                        .max()
                        .orElse(Double.NaN);
    }

    /** Computes the levels of a view on the calling thread. */
    static Levels compute(View view, CancelToken cancel) {
        var samples = view.sound().samples();
        int rate = view.sound().hertz();
        double windowSeconds = view.end() - view.start() < CLOSE_UP_SECONDS ? 0.032 : 0.064;
        int window = StftColumns.windowFor(windowSeconds, rate);
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

    /** Makes images of pixels. */
    static SpectrogramPicture picture(Result result) {
        View view = result.levels().view();
        List<Image> images = new ArrayList<>();
        for (int[] pixels : result.pixels()) {
            var image = new WritableImage(view.width(), view.height());
            image.getPixelWriter()
                    .setPixels(
                            0,
                            0,
                            view.width(),
                            view.height(),
                            PixelFormat.getIntArgbInstance(),
                            pixels,
                            0,
                            view.width());
            images.add(image);
        }
        return new SpectrogramPicture(images, view.start(), view.end());
    }

    /**
     * What is to be seen.
     *
     * @param start seconds
     * @param end seconds, after {@code start}
     * @param width pixels, at least 1
     * @param height pixels of one lane, at least 1
     */
    record View(
            Sound sound, double start, double end, int width, int height, FrequencyScale scale) {}

    /** Levels of a view, a raster a channel. */
    record Levels(View view, List<SpectrogramRaster> lanes) {}

    /** Levels and their colours. */
    record Result(Levels levels, List<int[]> pixels) {}
}
