// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tonalyst.video.PictureSource;
import io.tonalyst.video.VideoFormat;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.awt.Rectangle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GifWriterTest {
    private static final VideoFormat FORMAT = new VideoFormat("test", 40, 20, 10);

    /** White, with a black pixel that goes right by one a picture. */
    private static final PictureSource MOVING =
            (seconds, argb) -> {
                Arrays.fill(argb, 0xffffffff);
                argb[5 * 40 + (int) Math.round(seconds * 10)] = 0xff000000;
            };

    @TempDir Path folder;

    @Test
    void laterPicturesHoldWhatHasChanged() throws Exception {
        Path file = folder.resolve("a.gif");

        long count =
                GifWriter.write(file, FORMAT, MOVING, 0.4, new CancelToken(), ProgressSink.NONE);

        assertThat(count).isEqualTo(4);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(4);
            assertThat(reader.getWidth(0)).isEqualTo(40);
            assertThat(reader.getHeight(0)).isEqualTo(20);
            assertThat(reader.getWidth(2)).isEqualTo(2);
            assertThat(reader.getHeight(2)).isEqualTo(1);
            assertThat(reader.read(2).getRGB(0, 0)).isEqualTo(0xffffffff);
            assertThat(reader.read(2).getRGB(1, 0)).isEqualTo(0xff000000);
            var tree =
                    (IIOMetadataNode)
                            reader.getImageMetadata(2).getAsTree("javax_imageio_gif_image_1.0");
            var place = (IIOMetadataNode) tree.getElementsByTagName("ImageDescriptor").item(0);
            assertThat(place.getAttribute("imageLeftPosition")).isEqualTo("1");
            assertThat(place.getAttribute("imageTopPosition")).isEqualTo("5");
            var control =
                    (IIOMetadataNode) tree.getElementsByTagName("GraphicControlExtension").item(0);
            assertThat(control.getAttribute("delayTime")).isEqualTo("10");
        } finally {
            reader.dispose();
        }
    }

    @Test
    void nothingNewIsACorner() {
        assertThat(GifWriter.changed(new int[8], new int[8], 4)).isEqualTo(new Rectangle(1, 1));
        assertThat(GifWriter.changed(new int[] {0, 0, 0, 0, 0, 0}, new int[] {0, 1, 0, 1, 0, 0}, 3))
                .isEqualTo(new Rectangle(0, 0, 2, 2));
    }

    @Test
    void leavesNoFileWhenCancelledAndRefusesTooMuch() {
        Path file = folder.resolve("b.gif");
        var cancel = new CancelToken();
        cancel.cancel();
        assertThatThrownBy(
                        () -> GifWriter.write(file, FORMAT, MOVING, 1, cancel, ProgressSink.NONE))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(
                        () ->
                                GifWriter.write(
                                        file,
                                        FORMAT,
                                        MOVING,
                                        1e4,
                                        new CancelToken(),
                                        ProgressSink.NONE))
                .hasMessageContaining("at most 1000 pictures");
        assertThat(Files.exists(file)).isFalse();
    }
}
