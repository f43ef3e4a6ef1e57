// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.nio.file.Path;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallPngTest {
    private static final int SIZE = 128;

    @TempDir Path folder;

    @Test
    void manyColoursBecomeAPaletteThatComesNear() throws Exception {
        var image = new WritableImage(SIZE, SIZE);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                image.getPixelWriter().setArgb(x, y, colour(x, y));
            }
        }
        Path file = folder.resolve("small.png");
        SmallPng.write(image, file);

        BufferedImage read = ImageIO.read(file.toFile());
        assertThat(read.getColorModel()).isInstanceOf(IndexColorModel.class);
        assertThat(read.getWidth()).isEqualTo(SIZE);
        assertThat(read.getHeight()).isEqualTo(SIZE);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    int wanted = (colour(x, y) >> shift) & 255;
                    assertThat((read.getRGB(x, y) >> shift) & 255)
                            .as("%d, %d", x, y)
                            .isBetween(wanted - 16, wanted + 16);
                }
            }
        }
    }

    /** 16,384 colours, of one hue each way. */
    private static int colour(int x, int y) {
        return 0xff000000 | (2 * x << 16) | (2 * y << 8) | 64;
    }
}
