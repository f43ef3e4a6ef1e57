// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.export;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;

/** Pictures for documents: at most 256 colours, a third of the size of {@link PngExport}'s. */
public final class SmallPng {
    private SmallPng() {}

    /**
     * Writes a picture.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(Image image, Path file) throws IOException {
        // Its GIF writer is where the JDK chooses colours for a palette.
        var indexed = new ByteArrayOutputStream();
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "gif", indexed);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(indexed.toByteArray()));
        if (!ImageIO.write(picture, "png", file.toFile())) {
            throw new IOException("The picture " + file + " cannot be written as PNG.");
        }
    }
}
