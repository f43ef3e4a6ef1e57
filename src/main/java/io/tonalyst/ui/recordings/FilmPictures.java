// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.review.Reviewed;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.recordings.FilmPainter.Area;
import io.tonalyst.ui.recordings.FilmPainter.Subject;
import io.tonalyst.video.PictureSource;
import io.tonalyst.video.VideoFormat;
import io.tonalyst.work.CancelToken;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * The pictures of a film of a recording, each a function of its time alone. What stands still is
 * painted once a page, time and words when they change, on the FX thread; each picture is a copy of
 * both with the playhead laid over, which takes a few milliseconds.
 */
final class FilmPictures implements PictureSource {
    /** Width of the playhead before scaling. */
    private static final double PLAYHEAD = 1.5;

    private final Subject subject;
    private final VideoFormat format;
    private final Palette palette;
    private final CancelToken cancel;
    private final FilmPainter painter;
    private final FilmPages pages;
    private final double fine;
    private final List<Reviewed> rows;
    private final int[] page;
    private int shownPage = -1;
    private String shownWords = "";

    /**
     * @param pageSeconds what is seen at a time, above 0
     */
    FilmPictures(
            Subject subject,
            double pageSeconds,
            VideoFormat format,
            Palette palette,
            CancelToken cancel) {
        this.subject = subject;
        this.format = format;
        this.palette = palette;
        this.cancel = cancel;
        this.painter = new FilmPainter(subject, palette);
        this.pages = new FilmPages(subject.stretch(), pageSeconds);
        this.fine = format.width() / FilmPainter.WIDTH;
        this.rows = subject.rows();
        this.page = new int[format.width() * format.height()];
    }

    @Override
    public void draw(double seconds, int[] argb) throws Exception {
        double time = subject.stretch().start() + seconds;
        int number = pages.at(time);
        TimeRange range = pages.range(number);
        if (number != shownPage) {
            SpectrogramPicture spectrogram = spectrogram(range);
            paint(
                    new Area(0, 0, FilmPainter.WIDTH, format.height() / fine),
                    g ->
                            painter.page(
                                    g,
                                    FilmPainter.WIDTH,
                                    format.height() / fine,
                                    range,
                                    spectrogram));
            shownPage = number;
            shownWords = "";
        }
        List<String> lines = FilmCaptions.lines(rows, subject.sound().channels(), time);
        String words = (long) time + "\n" + String.join("\n", lines);
        if (!words.equals(shownWords)) {
            paint(FilmPainter.WORDS, g -> painter.words(g, time, lines));
            shownWords = words;
        }
        System.arraycopy(page, 0, argb, 0, page.length);
        double overall = TimeScale.of(FilmPainter.WIDTH, 0, subject.sound().seconds()).x(time);
        playhead(argb, overall, FilmPainter.OVERVIEW);
        double x = TimeScale.of(FilmPainter.WIDTH, range.start(), range.end()).x(time);
        playhead(argb, x, FilmPainter.PANES);
    }

    private SpectrogramPicture spectrogram(TimeRange range) {
        if (!(range.seconds() > 0)) {
            return SpectrogramPicture.NONE;
        }
        var scale = TimeScale.of(FilmPainter.WIDTH, range.start(), range.end());
        int channels = subject.sound().channels();
        var view =
                SpectrogramStill.View.of(
                        subject.sound(),
                        range.start(),
                        range.end(),
                        (int) Math.max(1, scale.width() * fine),
                        (int) Math.max(1, FilmPainter.spectrogramLane(channels) * fine),
                        subject.settings());
        var still = SpectrogramStill.of(view, subject.settings(), cancel);
        cancel.throwIfCancelled();
        return SpectrogramStill.picture(still);
    }

    /** Paints an area of the page anew. */
    private void paint(Area area, Consumer<GraphicsContext> painting) throws Exception {
        int left = (int) Math.rint(area.x() * fine);
        int top = (int) Math.rint(area.y() * fine);
        int width = Math.min(format.width() - left, (int) Math.rint(area.width() * fine));
        int height = Math.min(format.height() - top, (int) Math.rint(area.height() * fine));
        WritableImage image =
                HeadlessToolkit.call(
                        () -> {
                            var canvas = new Canvas(width, height);
                            var g = canvas.getGraphicsContext2D();
                            g.scale(fine, fine);
                            painting.accept(g);
                            var parameters = new SnapshotParameters();
                            parameters.setFill(palette.background());
                            return canvas.snapshot(parameters, new WritableImage(width, height));
                        });
        image.getPixelReader()
                .getPixels(
                        0,
                        0,
                        width,
                        height,
                        PixelFormat.getIntArgbInstance(),
                        page,
                        top * format.width() + left,
                        format.width());
    }

    /** Lays the playhead over an area; its edges are as fine as its place is exact. */
    private void playhead(int[] argb, double x, Area area) {
        double left = (x - PLAYHEAD / 2) * fine;
        double right = (x + PLAYHEAD / 2) * fine;
        int top = (int) Math.rint(area.y() * fine);
        int bottom = Math.min(format.height(), (int) Math.rint((area.y() + area.height()) * fine));
        for (int column = Math.max(0, (int) Math.floor(left));
                column < Math.min(format.width(), Math.ceil(right));
                column++) {
            double share = Math.min(right, column + 1.0) - Math.max(left, column);
            for (int y = top; y < bottom; y++) {
                int at = y * format.width() + column;
                argb[at] = mixed(argb[at], palette.accent(), share);
            }
        }
    }

    private static int mixed(int below, Color over, double share) {
        int red = mixed(below >> 16 & 0xff, over.getRed(), share);
        int green = mixed(below >> 8 & 0xff, over.getGreen(), share);
        int blue = mixed(below & 0xff, over.getBlue(), share);
        return 0xff000000 | red << 16 | green << 8 | blue;
    }

    private static int mixed(int below, double over, double share) {
        return (int) Math.rint(below + (255 * over - below) * share);
    }
}
