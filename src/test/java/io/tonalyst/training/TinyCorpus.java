// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.signal.LogMel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Log-mel images named as CREMA-D clips, each emotion a bright stripe in bands of its own. */
public final class TinyCorpus {
    private static final List<String> CODES = List.of("ANG", "DIS", "FEA", "HAP", "NEU", "SAD");

    private TinyCorpus() {}

    /** Writes one image an emotion and speaker. */
    public static void write(Path folder, int speakers) throws IOException {
        Files.createDirectories(folder);
        var random = new Random(1);
        for (int speaker = 0; speaker < speakers; speaker++) {
            for (int e = 0; e < CODES.size(); e++) {
                String name = (1001 + speaker) + "_IEO_" + CODES.get(e) + "_XX.png";
                ImageIO.write(image(random, e), "png", folder.resolve(name).toFile());
            }
        }
    }

    private static BufferedImage image(Random random, int emotion) {
        int frames = 90 + random.nextInt(60);
        var image = new BufferedImage(frames, LogMel.BANDS, BufferedImage.TYPE_BYTE_GRAY);
        int centre = 14 + 19 * emotion;
        for (int t = 0; t < frames; t++) {
            for (int band = 0; band < LogMel.BANDS; band++) {
                boolean bright = Math.abs(band - centre) < 8;
                int value = random.nextInt(10) + (bright ? 53 : 5);
                image.getRaster().setSample(t, LogMel.BANDS - 1 - band, 0, value);
            }
        }
        return image;
    }
}
