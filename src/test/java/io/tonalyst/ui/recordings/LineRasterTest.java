// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class LineRasterTest {
    @Test
    void aLevelLineIsAsThickAsWished() {
        var line = new LineRaster(6, 10);

        line.join(new double[] {4.25, 4.25}, -1, 20, 1.5);

        int[] argb = line.pixels(Color.BLACK).argb();
        for (int x = 0; x < 6; x++) {
            assertThat(cover(argb, 6, x, 3)).isCloseTo(0.5, within(0.01));
            assertThat(cover(argb, 6, x, 4)).isEqualTo(1);
            assertThat(cover(argb, 6, x, 5)).isZero();
            assertThat(column(argb, 6, x)).isCloseTo(1.5, within(0.02));
        }
    }

    /** The middle of what is covered of a column is where the line is. */
    @Test
    void theLineGoesThroughItsPoints() {
        double[] ys = {10, 90, 35, 35, 60};
        var line = new LineRaster(100, 100);

        line.join(ys, 0, 25, 1);

        int[] argb = line.pixels(Color.BLACK).argb();
        for (int x = 0; x < 100; x++) {
            double place = (x + 0.5) / 25;
            int before = (int) place;
            double slope = ys[before + 1] - ys[before];
            double expected = ys[before] + slope * (place - before);
            assertThat(middle(argb, 100, x)).as("column %d", x).isCloseTo(expected, within(0.1));
            assertThat(column(argb, 100, x)).isCloseTo(1 + Math.abs(slope) / 25, within(0.05));
        }
    }

    @Test
    void peaksBetweenTwoColumnsAreKept() {
        double[] ys = {50, 50, 2.5, 50, 50};
        var line = new LineRaster(10, 60);

        line.join(ys, 3.1, 0.5, 1);

        int[] argb = line.pixels(Color.BLACK).argb();
        assertThat(cover(argb, 10, 4, 2)).isEqualTo(1);
        assertThat(cover(argb, 10, 4, 1)).isZero();
        assertThat(column(argb, 10, 0)).as("before the first point").isZero();
        assertThat(column(argb, 10, 6)).as("after the last point").isZero();
    }

    @Test
    void dotsAreRoundAndWhatLiesOutsideIsLeftOut() {
        var line = new LineRaster(20, 20);

        line.dot(new double[] {10, -50, 19.5}, 10, 5, 2);

        int[] argb = line.pixels(Color.BLACK).argb();
        double sum = 0;
        for (int x = 0; x < 15; x++) {
            sum += column(argb, 20, x);
        }
        assertThat(sum).isCloseTo(Math.PI * 4, within(0.5));
        assertThat(cover(argb, 20, 9, 9)).isEqualTo(1);
        assertThat(cover(argb, 20, 9, 13)).isZero();
        assertThat(cover(argb, 20, 19, 19)).isEqualTo(1);
    }

    @Test
    void theColourIsPremultiplied() {
        var line = new LineRaster(1, 1);
        line.join(new double[] {0.5, 0.5}, -1, 5, 0.5);

        int pixel = line.pixels(Color.color(1, 0.5, 0)).argb()[0];

        assertThat(pixel >>> 24).isEqualTo(128);
        assertThat(pixel >> 16 & 0xff).isEqualTo(128);
        assertThat(pixel >> 8 & 0xff).isEqualTo(64);
        assertThat(pixel & 0xff).isZero();
    }

    private static double cover(int[] argb, int width, int x, int y) {
        return (argb[y * width + x] >>> 24) / 255.0;
    }

    private static double column(int[] argb, int width, int x) {
        double sum = 0;
        for (int y = 0; y < argb.length / width; y++) {
            sum += cover(argb, width, x, y);
        }
        return sum;
    }

    private static double middle(int[] argb, int width, int x) {
        double sum = 0;
        for (int y = 0; y < argb.length / width; y++) {
            sum += (y + 0.5) * cover(argb, width, x, y);
        }
        return sum / column(argb, width, x);
    }
}
