// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Images are laid over a lane where they belong, stretched in time only. */
class LaneRasterTest {
    private static final int BACK = 0xff102030;

    @Test
    void anImageOfTheSameSizeStaysAsItIs() {
        var random = new Random(1);
        int[] pixels = random.ints(20 * 7).map(p -> 0xff000000 | p).toArray();
        int[] drawn = new int[20 * 7];
        var lane = new LaneRaster(20, 7, BACK, drawn);

        lane.add(new Pixels(pixels, 20), 0, 20, 0, 20);

        assertThat(drawn).containsExactly(pixels);
    }

    @Test
    void columnsBetweenTwoAreMixedOfBoth() {
        int[] pixels = {0xff000000, 0xffff8040};
        int[] drawn = new int[8 * 1];
        var lane = new LaneRaster(8, 1, BACK, drawn);

        lane.add(new Pixels(pixels, 2), 0, 8, 0, 2);

        assertThat(drawn[0]).isEqualTo(0xff000000);
        assertThat(drawn[7]).isEqualTo(0xffff8040);
        assertThat(drawn).isSortedAccordingTo(Integer::compareUnsigned);
        assertThat(drawn[4] & 0xff).isBetween(0x20, 0x30);
    }

    @Test
    void whatLiesOutsideIsLeftOutAndTheRestKeepsItsColour() {
        int[] pixels = new int[10 * 4];
        Arrays.fill(pixels, 0xffffffff);
        int[] drawn = new int[6 * 4];
        var lane = new LaneRaster(6, 4, BACK, drawn);

        lane.add(new Pixels(pixels, 10), -7, 3, 0, 10);
        lane.add(new Pixels(pixels, 10), 6, 16, 0, 10);

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
        int[] drawn = new int[8 * 1];
        var lane = new LaneRaster(8, 1, BACK, drawn);

        lane.add(new Pixels(white, 4), 2, 6, 0, 4);
        lane.add(new Pixels(black, 8), 0, 8, 0, 8);

        for (int x = 0; x < 8; x++) {
            assertThat(drawn[x]).isEqualTo(x < 2 || x >= 6 ? 0xff000000 : 0xffffffff);
        }
    }

    @Test
    void rowsOfAnotherHeightAreTheNearestOnes() {
        int[] pixels = {0xff000001, 0xff000002, 0xff000003};
        int[] drawn = new int[1 * 6];
        var lane = new LaneRaster(1, 6, BACK, drawn);

        lane.add(new Pixels(pixels, 1), 0, 1, 0, 1);

        assertThat(drawn)
                .containsExactly(
                        0xff000001, 0xff000001, 0xff000002, 0xff000002, 0xff000003, 0xff000003);
    }
}
