// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.export.HeadlessToolkit;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javafx.scene.canvas.Canvas;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KeptImagesTest {
    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @Test
    void everyPictureShowsWhatItWasFilledWith() throws Exception {
        int[] colours = {0xffff0000, 0xff00ff00, 0xff0000ff, 0xff123456};
        int[] shown =
                HeadlessToolkit.call(
                        () -> {
                            var canvas = new Canvas(20, 10);
                            return Arrays.stream(colours)
                                    .map(colour -> drawn(canvas, 4, 6, colour))
                                    .toArray();
                        });
        assertThat(shown).containsExactly(colours);
    }

    @Test
    void placesOfOneCanvasDoNotShareTheirPixels() throws Exception {
        int[] shown =
                HeadlessToolkit.call(
                        () -> {
                            var canvas = new Canvas(20, 10);
                            var g = canvas.getGraphicsContext2D();
                            KeptImages.draw(g, 0, 0, 5, 5, 1, p -> Arrays.fill(p, 0xffff0000));
                            KeptImages.draw(g, 10, 0, 5, 5, 1, p -> Arrays.fill(p, 0xff00ff00));
                            g.translate(0, 5);
                            KeptImages.draw(g, 0, 0, 5, 5, 1, p -> Arrays.fill(p, 0xff0000ff));
                            var pixels = canvas.snapshot(null, null).getPixelReader();
                            return new int[] {
                                pixels.getArgb(2, 2), pixels.getArgb(12, 2), pixels.getArgb(2, 7)
                            };
                        });
        assertThat(shown).containsExactly(0xffff0000, 0xff00ff00, 0xff0000ff);
    }

    @Test
    void twoImagesTakeTurnsAndNoOtherIsMade() throws Exception {
        Set<int[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
        boolean sameTwice =
                HeadlessToolkit.call(
                        () -> {
                            var g = new Canvas(20, 10).getGraphicsContext2D();
                            boolean same = false;
                            int[][] last = new int[1][];
                            for (int i = 0; i < 6; i++) {
                                int[] before = last[0];
                                KeptImages.draw(
                                        g,
                                        3,
                                        2,
                                        5,
                                        5,
                                        1,
                                        pixels -> {
                                            arrays.add(pixels);
                                            last[0] = pixels;
                                        });
                                same |= before == last[0];
                            }
                            return same;
                        });
        assertThat(arrays).hasSize(2);
        assertThat(sameTwice).isFalse();
    }

    private static int drawn(Canvas canvas, double left, double top, int colour) {
        KeptImages.draw(
                canvas.getGraphicsContext2D(),
                left,
                top,
                3,
                2,
                1,
                pixels -> Arrays.fill(pixels, colour));
        return canvas.snapshot(null, null).getPixelReader().getArgb((int) left + 1, (int) top + 1);
    }
}
