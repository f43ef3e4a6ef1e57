// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpectrogramRasterTest {
    private static final double NYQUIST = 8000;

    /** A spectrum that peaks in one bin, from sample 1000 on. */
    private record Tone(double hertz) implements SpectrumColumns {
        @Override
        public int bins() {
            return 513;
        }

        @Override
        public int windowSamples() {
            return 1024;
        }

        @Override
        public void levels(long centre, float[] db) {
            java.util.Arrays.fill(db, -100);
            if (centre >= 1000) {
                db[(int) Math.round(hertz / NYQUIST * 512)] = -20;
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FrequencyScale.class)
    void aToneStandsAtItsFrequency(FrequencyScale scale) {
        int height = 200;
        var raster =
                SpectrogramRaster.compute(
                        new Tone(1000), 1000, 5000, 10, height, scale, NYQUIST, () -> false);

        int loudest = 0;
        for (int row = 0; row < height; row++) {
            if (raster.level(5, row) > raster.level(5, loudest)) {
                loudest = row;
            }
        }
        double expected = height * (1 - scale.position(1000, NYQUIST));
        double binHeight = height * (scale.position(1016, NYQUIST) - scale.position(984, NYQUIST));
        assertThat((double) loudest).isCloseTo(expected, within(1 + binHeight));
    }

    @Test
    void timeRunsFromLeftToRight() {
        var raster =
                SpectrogramRaster.compute(
                        new Tone(3000),
                        0,
                        2000,
                        20,
                        100,
                        FrequencyScale.LINEAR,
                        NYQUIST,
                        () -> false);

        assertThat(columnMaximum(raster, 9)).isEqualTo(-100);
        assertThat(columnMaximum(raster, 10)).isGreaterThan(-30);
    }

    @Test
    void aShortBurstIsSeenHoweverFarOneZoomsOut() {
        SpectrumColumns burst =
                new SpectrumColumns() {
                    @Override
                    public int bins() {
                        return 3;
                    }

                    @Override
                    public int windowSamples() {
                        return 100;
                    }

                    @Override
                    public void levels(long centre, float[] db) {
                        java.util.Arrays.fill(db, centre > 150 && centre < 200 ? -10 : -90);
                    }
                };
        var raster =
                SpectrogramRaster.compute(
                        burst, 0, 400, 1, 4, FrequencyScale.LINEAR, NYQUIST, () -> false);

        assertThat(raster.maximum()).isEqualTo(-10);
    }

    @Test
    void coloursFollowTheRangeOfLevels() {
        var raster =
                SpectrogramRaster.compute(
                        new Tone(4000),
                        1000,
                        2000,
                        4,
                        257,
                        FrequencyScale.LINEAR,
                        NYQUIST,
                        () -> false);
        int[] pixels = raster.argb(ColourMap.VIRIDIS, -100, -20);

        assertThat(pixels).hasSize(4 * 257).contains(ColourMap.VIRIDIS.argb(1));
        assertThat(pixels[0]).isEqualTo(ColourMap.VIRIDIS.argb(0));
    }

    @Test
    void workStopsWhenCancelled() {
        assertThatThrownBy(
                        () ->
                                SpectrogramRaster.compute(
                                        new Tone(1),
                                        0,
                                        10,
                                        5,
                                        5,
                                        FrequencyScale.MEL,
                                        NYQUIST,
                                        () -> true))
                .isInstanceOf(CancellationException.class);
    }

    private static float columnMaximum(SpectrogramRaster raster, int column) {
        float max = Float.NEGATIVE_INFINITY;
        for (int row = 0; row < raster.height(); row++) {
            max = Math.max(max, raster.level(column, row));
        }
        return max;
    }
}
