// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.junit.jupiter.api.Test;

/** Images are laid over a lane where they belong, stretched in time only. */
class LaneRasterTest {
    private static final int BACK = 0xff102030;

    @Test
    void anImageOfTheSameSizeStaysAsItIs() {
        var random = new Random(1);
        int[] pixels = random.ints(20 * 7).map(p -> 0xff000000 | p).toArray();
        var lane = new LaneRaster(20, 7, BACK);

        lane.add(new Pixels(pixels, 20), 0, 20, 0, 20);

        assertThat(pixels(lane.image())).containsExactly(pixels);
    }

    @Test
    void columnsBetweenTwoAreMixedOfBoth() {
        int[] pixels = {0xff000000, 0xffff8040};
        var lane = new LaneRaster(8, 1, BACK);

        lane.add(new Pixels(pixels, 2), 0, 8, 0, 2);

        int[] drawn = pixels(lane.image());
        assertThat(drawn[0]).isEqualTo(0xff000000);
        assertThat(drawn[7]).isEqualTo(0xffff8040);
        assertThat(drawn).isSortedAccordingTo(Integer::compareUnsigned);
        assertThat(drawn[4] & 0xff).isBetween(0x20, 0x30);
    }

    @Test
    void whatLiesOutsideIsLeftOutAndTheRestKeepsItsColour() {
        int[] pixels = new int[10 * 4];
        Arrays.fill(pixels, 0xffffffff);
        var lane = new LaneRaster(6, 4, BACK);

        lane.add(new Pixels(pixels, 10), -7, 3, 0, 10);
        lane.add(new Pixels(pixels, 10), 6, 16, 0, 10);

        int[] drawn = pixels(lane.image());
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 6; x++) {
                assertThat(drawn[y * 6 + x]).isEqualTo(x < 3 ? 0xffffffff : BACK);
            }
        }
    }

    @Test
    void whatComesFirstLiesOnTop() {
        int[] white = new int[4];
        Arrays.fill(white, 0xffffffff);
        int[] black = new int[8];
        Arrays.fill(black, 0xff000000);
        var lane = new LaneRaster(8, 1, BACK);

        lane.add(new Pixels(white, 4), 2, 6, 0, 4);
        lane.add(new Pixels(black, 8), 0, 8, 0, 8);

        int[] drawn = pixels(lane.image());
        for (int x = 0; x < 8; x++) {
            assertThat(drawn[x]).isEqualTo(x < 2 || x >= 6 ? 0xff000000 : 0xffffffff);
        }
    }

    @Test
    void rowsOfAnotherHeightAreTheNearestOnes() {
        int[] pixels = {0xff000001, 0xff000002, 0xff000003};
        var lane = new LaneRaster(1, 6, BACK);

        lane.add(new Pixels(pixels, 1), 0, 1, 0, 1);

        assertThat(pixels(lane.image()))
                .containsExactly(
                        0xff000001, 0xff000001, 0xff000002, 0xff000002, 0xff000003, 0xff000003);
    }

    private static int[] pixels(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(
                        0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
        return pixels;
    }
}
