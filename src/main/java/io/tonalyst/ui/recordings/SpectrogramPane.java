// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.signal.Samples;
import io.tonalyst.work.JobRunner;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/** The spectrogram with its controls; asks for what is in view as it is painted. */
final class SpectrogramPane {
    /** Levels shown below the loudest one when a recording is first shown, in dB. */
    private static final double AUTO_RANGE_DB = 70;

    private final PaneContext context;
    private final SpectrogramLoader loader;
    private final TimelinePane pane;
    private final SpectrogramControls controls;
    private SpectrogramSettings settings = SpectrogramSettings.DEFAULT;
    private @Nullable Samples shown;
    private boolean levelled;

    SpectrogramPane(PaneContext context, JobRunner runner, Executor fx) {
        this.context = context;
        this.loader = new SpectrogramLoader(runner, fx, this::arrived);
        this.pane = new TimelinePane("Spectrogram", context, this::hertz, this::paint);
        this.controls =
                new SpectrogramControls(
                        pane.widthProperty(),
                        changed -> {
                            settings = changed;
                            levelled = true;
                            pane.repaint();
                        });
    }

    TimelinePane pane() {
        return pane;
    }

    Node controls() {
        return controls.view();
    }

    SpectrogramSettings settings() {
        return settings;
    }

    /** Stops work in the background. */
    void close() {
        loader.clear();
    }

    /** Level under the pointer in dB; NaN where it is not known. */
    double level(PaneContext.Pointer at) {
        return loader.level(at.channel(), at.seconds(), at.height());
    }

    private OptionalDouble hertz(double height) {
        return context.audible()
                .flatMap(RecordingSession::sound)
                .map(sound -> OptionalDouble.of(settings.scale().hertz(height, sound.nyquist())))
                .orElse(OptionalDouble.empty());
    }

    private void paint(GraphicsContext g, double width, double height) {
        TimeScale scale = context.scale(width);
        var session = context.audible();
        var sound = session.flatMap(RecordingSession::sound);
        if (sound.isEmpty()) {
            shown = null;
            loader.clear();
            g.setFill(context.palette().surface());
            g.fillRect(scale.left(), 0, scale.width(), height);
            return;
        }
        Sound current = sound.get();
        if (current.samples() != shown) {
            shown = current.samples();
            loader.clear();
            levelled = false;
        }
        int columns = (int) Math.floor(scale.width());
        int rows = (int) new Lanes(current.channels(), height).laneHeight();
        SpectrogramPicture picture = SpectrogramPicture.NONE;
        if (columns > 1 && rows > 1 && scale.end() > scale.start()) {
            var view =
                    new SpectrogramLoader.View(
                            current, scale.start(), scale.end(), columns, rows, settings);
            loader.want(view);
            picture = loader.picture(view);
        }
        SpectrogramPainter.paint(
                g, width, height, current, picture, settings, scale, context.palette());
        SaliencyPainter.paint(
                g, height, current, session.get().explanations(), settings.scale(), scale);
    }

    private void arrived() {
        double maximum = loader.maximum();
        if (!levelled
                && loader.isComplete()
                && maximum > SpectrogramSettings.MIN_DB + AUTO_RANGE_DB) {
            levelled = true;
            double high = Math.clamp(5 * Math.ceil(maximum / 5) - 5, -60, 0);
            settings = settings.withRange(high - AUTO_RANGE_DB, high);
            controls.show(settings);
        }
        pane.repaint();
    }
}
