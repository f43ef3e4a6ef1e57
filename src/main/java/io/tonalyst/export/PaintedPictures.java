// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.export;

import io.tonalyst.ui.PaintSurface;
import io.tonalyst.video.PictureSource;
import io.tonalyst.video.VideoFormat;
import java.util.function.DoubleFunction;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * The pictures of a film, painted as the window is. Each is one short task on the FX thread, so
 * that a window stays usable while its film is written.
 */
public final class PaintedPictures implements PictureSource {
    /** Drawings are laid out at this width and scaled to the film's. */
    private static final double WIDTH = 1280;

    private final VideoFormat format;
    private final Color background;
    private final DoubleFunction<PaintSurface.Painter> painters;
    private final Canvas canvas;
    private final WritableImage image;
    private final SnapshotParameters parameters = new SnapshotParameters();

    /**
     * @param painters the painter of the picture at a time in seconds
     */
    public PaintedPictures(
            VideoFormat format, Color background, DoubleFunction<PaintSurface.Painter> painters) {
        this.format = format;
        this.background = background;
        this.painters = painters;
        this.canvas = new Canvas(format.width(), format.height());
        this.image = new WritableImage(format.width(), format.height());
        parameters.setFill(background);
    }

    /** Must not be called on the FX thread. */
    @Override
    public void draw(double seconds, int[] argb) throws Exception {
        HeadlessToolkit.call(
                () -> {
                    paint(seconds);
                    return argb;
                });
        image.getPixelReader()
                .getPixels(
                        0,
                        0,
                        format.width(),
                        format.height(),
                        PixelFormat.getIntArgbInstance(),
                        argb,
                        0,
                        format.width());
    }

    private void paint(double seconds) {
        double scale = format.width() / WIDTH;
        var g = canvas.getGraphicsContext2D();
        g.setFill(background);
        g.fillRect(0, 0, format.width(), format.height());
        g.save();
        g.scale(scale, scale);
        painters.apply(seconds).paint(g, WIDTH, format.height() / scale);
        g.restore();
        canvas.snapshot(parameters, image);
    }
}
