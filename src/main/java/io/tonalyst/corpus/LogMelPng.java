// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import io.tonalyst.signal.LogMel;
import io.tonalyst.work.WholeFile;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads and writes log-mel images stored as 8-bit grey PNG: 128 rows, the highest band in row 0,
 * one column a frame of 16 ms. A value v of 0 to 63 stands for {@code v * 320 / 255 - 80} dB
 * relative to the clip's maximum; levels are rounded to the nearest of these.
 */
final class LogMelPng {
    private static final int MAX_FRAMES = 100_000;
    private static final int HIGHEST = 63;
    private static final float STEP_DB = 320f / 255f;

    private LogMelPng() {}

    static LogMel read(Path file) throws CorpusException {
        try (ImageInputStream in = ImageIO.createImageInputStream(Files.newInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if (height != LogMel.BANDS || width > MAX_FRAMES) {
                    throw new CorpusException(
                            file
                                    + " is not a log-mel image: it is "
                                    + width
                                    + " x "
                                    + height
                                    + " pixels, not 128 high.");
                }
                return decode(file, reader.read(0).getRaster());
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            throw new CorpusException(file + " cannot be read as a PNG image.", e);
        }
    }

    /** Whether the image, once written, could be read again. */
    static boolean fits(LogMel image) {
        return image.frames() <= MAX_FRAMES;
    }

    /**
     * Writes an image, in one move.
     *
     * @throws IOException if it cannot be written
     */
    static void write(LogMel image, Path file) throws IOException {
        var picture = new BufferedImage(image.frames(), LogMel.BANDS, BufferedImage.TYPE_BYTE_GRAY);
        WritableRaster raster = picture.getRaster();
        for (int t = 0; t < image.frames(); t++) {
            for (int band = 0; band < LogMel.BANDS; band++) {
                raster.setSample(t, LogMel.BANDS - 1 - band, 0, value(image.at(t, band)));
            }
        }
        WholeFile.write(
                file,
                part -> {
                    if (!ImageIO.write(picture, "png", part.toFile())) {
                        throw new IOException("This Java cannot write PNG.");
                    }
                });
    }

    /** The stored value of a level in dB. */
    static int value(float db) {
        return Math.clamp(Math.round((db - LogMel.FLOOR_DB) / STEP_DB), 0, HIGHEST);
    }

    private static LogMel decode(Path file, Raster raster) throws CorpusException {
        if (raster.getNumBands() != 1 || raster.getSampleModel().getSampleSize(0) != 8) {
            throw new CorpusException(file + " is not an 8-bit grey image.");
        }
        int frames = raster.getWidth();
        int[] values = raster.getSamples(0, 0, frames, LogMel.BANDS, 0, (int[]) null);
        float[] db = new float[frames * LogMel.BANDS];
        for (int row = 0; row < LogMel.BANDS; row++) {
            int band = LogMel.BANDS - 1 - row;
            for (int t = 0; t < frames; t++) {
                float level = values[row * frames + t] * 320f / 255f + LogMel.FLOOR_DB;
                db[t * LogMel.BANDS + band] = Math.min(0f, level);
            }
        }
        return new LogMel(frames, db);
    }
}
