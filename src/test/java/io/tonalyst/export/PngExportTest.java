// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngExportTest {
    @TempDir Path folder;

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @Test
    void aPainterIsDrawnSharpAtTwiceTheSize() throws Exception {
        Path file = folder.resolve("p.png");
        WritableImage image =
                HeadlessToolkit.call(
                        () ->
                                PngExport.paint(
                                        (g, w, h) -> {
                                            g.setFill(Color.RED);
                                            g.fillRect(0, 0, w / 2, h);
                                        },
                                        40,
                                        20,
                                        2,
                                        Color.WHITE));
        PngExport.write(image, file);

        var read = ImageIO.read(file.toFile());
        assertThat(read.getWidth()).isEqualTo(80);
        assertThat(read.getHeight()).isEqualTo(40);
        assertThat(read.getRGB(39, 20)).isEqualTo(0xffff0000);
        assertThat(read.getRGB(40, 20)).isEqualTo(0xffffffff);
    }

    @Test
    void aNodeIsTakenAsItStands() throws Exception {
        WritableImage image =
                HeadlessToolkit.call(
                        () ->
                                PngExport.snapshot(
                                        new Rectangle(30, 10, Color.BLUE), 1, Color.WHITE));

        assertThat(image.getWidth()).isEqualTo(30);
        assertThat(image.getPixelReader().getArgb(15, 5)).isEqualTo(0xff0000ff);
    }

    @Test
    void aMissingFolderIsOneSentenceAndLeavesNothing() throws Exception {
        Path file = folder.resolve("none").resolve("p.png");

        assertThatThrownBy(() -> PngExport.write(new WritableImage(2, 2), file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("folder does not exist");
        assertThat(Files.list(folder)).isEmpty();
    }

    @Test
    void aPictureBeyondTheLimitIsRefused() {
        assertThatThrownBy(
                        () ->
                                HeadlessToolkit.call(
                                        () ->
                                                PngExport.paint(
                                                        (g, w, h) -> {}, 9000, 10, 1, Color.WHITE)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
