// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.export;

import io.tonalyst.ui.PaintSurface;
import io.tonalyst.work.WholeFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/**
 * Pictures as PNG files. Painting and snapshots happen on the FX thread; {@link #write} belongs on
 * another. A painter is drawn anew at the wanted scale and is sharp at any; a node is enlarged.
 */
public final class PngExport {
    /** Longest side of a picture, in pixels. */
    public static final int MAX_PIXELS = 8192;

    private PngExport() {}

    /**
     * Draws a painter into a picture. Call on the FX thread.
     *
     * @param width of the drawing before scaling, at least 1
     * @param height of the drawing before scaling, at least 1
     * @param scale pixels for each unit, above 0
     * @throws IllegalArgumentException if a side of the picture would exceed {@link #MAX_PIXELS}
     */
    public static WritableImage paint(
            PaintSurface.Painter painter,
            double width,
            double height,
            double scale,
            Color background) {
        int columns = pixels(width * scale);
        int rows = pixels(height * scale);
        var canvas = new Canvas(columns, rows);
        var g = canvas.getGraphicsContext2D();
        g.setFill(background);
        g.fillRect(0, 0, columns, rows);
        g.scale(scale, scale);
        painter.paint(g, width, height);
        var parameters = new SnapshotParameters();
        parameters.setFill(background);
        return canvas.snapshot(parameters, new WritableImage(columns, rows));
    }

    /**
     * Takes a picture of a node as it stands in its scene. Call on the FX thread.
     *
     * @param scale pixels for each unit, above 0
     * @throws IllegalArgumentException if a side of the picture would exceed {@link #MAX_PIXELS}
     */
    public static WritableImage snapshot(Node node, double scale, Paint background) {
        var parameters = new SnapshotParameters();
        parameters.setFill(background);
        parameters.setTransform(Transform.scale(scale, scale));
        var bounds = node.getBoundsInLocal();
        return node.snapshot(
                parameters,
                new WritableImage(
                        pixels(bounds.getWidth() * scale), pixels(bounds.getHeight() * scale)));
    }

    /**
     * Writes a picture, complete or not at all: an existing file stays until the new one is whole.
     *
     * @throws IOException with one sentence for the user
     */
    public static void write(Image image, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException(
                    "Cannot write " + file + ": its folder does not exist; choose another.");
        }
        try {
            WholeFile.write(file, part -> encode(image, part));
        } catch (IOException e) {
            throw new IOException(
                    "Cannot write "
                            + file
                            + ": check that the folder may be written to and the disk is not full.",
                    e);
        }
    }

    private static void encode(Image image, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            if (!ImageIO.write(toBuffered(image), "png", out)) {
                throw new IOException("no PNG writer");
            }
        }
    }

    private static BufferedImage toBuffered(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        var buffered = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        buffered.setRGB(0, 0, width, height, argb, 0, width);
        return buffered;
    }

    private static int pixels(double length) {
        int pixels = (int) Math.max(1, Math.ceil(length));
        if (pixels > MAX_PIXELS) {
            throw new IllegalArgumentException(
                    "A picture of "
                            + pixels
                            + " pixels is too large; the longest side may have "
                            + MAX_PIXELS
                            + ".");
        }
        return pixels;
    }
}
