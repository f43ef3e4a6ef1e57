// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import io.tonalyst.render.ColourMap;
import io.tonalyst.render.FrequencyScale;
import io.tonalyst.render.SpectrogramRaster;
import io.tonalyst.render.StftColumns;
import io.tonalyst.signal.PeakPyramid;
import io.tonalyst.signal.Samples;
import io.tonalyst.work.CancelToken;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * What a report shows of the sound: extremes for the waveform and a spectrogram, by channel.
 *
 * @param channels at least one
 * @param nyquist top of the spectrogram in Hz
 */
public record ReportPictures(List<Channel> channels, double nyquist) {
    /** Columns of both pictures. */
    static final int COLUMNS = 1200;

    private static final int ROWS = 160;
    private static final double WINDOW_SECONDS = 0.025;
    private static final double RANGE_DB = 70;

    /**
     * One channel.
     *
     * @param min least value of each of {@value #COLUMNS} columns
     * @param max greatest value of each column
     * @param png the spectrogram on a mel axis; empty for no sound
     */
    record Channel(float[] min, float[] max, byte[] png) {}

    /** Draws the pictures of a sound, in the calling thread. */
    public static ReportPictures of(Samples samples, CancelToken cancel) {
        List<Channel> channels = new ArrayList<>();
        int rate = samples.sampleRate().hertz();
        for (int c = 0; c < samples.channels(); c++) {
            cancel.throwIfCancelled();
            float[] min = new float[COLUMNS];
            float[] max = new float[COLUMNS];
            PeakPyramid.of(samples, c)
                    .summarise(0, samples.length(), COLUMNS, min, max, new float[COLUMNS]);
            channels.add(new Channel(min, max, spectrogram(samples, c, cancel)));
        }
        return new ReportPictures(channels, rate / 2.0);
    }

    private static byte[] spectrogram(Samples samples, int channel, CancelToken cancel) {
        if (samples.length() == 0) {
            return new byte[0];
        }
        int rate = samples.sampleRate().hertz();
        int window = StftColumns.windowFor(WINDOW_SECONDS, rate);
        var columns = new StftColumns(samples, channel, window);
        var raster =
                SpectrogramRaster.compute(
                        columns,
                        0,
                        samples.length(),
                        COLUMNS,
                        ROWS,
                        FrequencyScale.MEL,
                        rate / 2.0,
                        cancel::isCancelled);
        float top = raster.maximum();
        int[] argb = raster.argb(ColourMap.MAGMA, top - RANGE_DB, top);
        var picture = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, COLUMNS, ROWS, argb, 0, COLUMNS);
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, "png", bytes)) {
                throw new IOException("This Java cannot write PNG.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
