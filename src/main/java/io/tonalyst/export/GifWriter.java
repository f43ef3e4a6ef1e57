// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.export;

import io.tonalyst.video.PictureSource;
import io.tonalyst.video.VideoFormat;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import io.tonalyst.work.WholeFile;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * Animated pictures that play by themselves in web pages, without sound: GIF89a, endlessly
 * repeated. Each picture after the first holds only the rectangle that has changed.
 */
public final class GifWriter {
    /** Most pictures of an animation; more belongs into a film. */
    public static final int MAX_PICTURES = 1_000;

    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final int HOLD_HUNDREDTHS = 200;

    private GifWriter() {}

    /**
     * Writes an animation whole or not at all.
     *
     * @param format size, and pictures a second from 1 to 50, as players keep no higher rate
     * @param seconds how long it runs before the last picture is held for two seconds
     * @return number of pictures drawn
     * @throws IOException with one sentence, if a picture or the file cannot be written
     * @throws IllegalArgumentException if there were more than {@link #MAX_PICTURES} pictures
     */
    public static long write(
            Path file,
            VideoFormat format,
            PictureSource pictures,
            double seconds,
            CancelToken cancel,
            ProgressSink progress)
            throws IOException {
        long count = format.pictures(seconds);
        if (count > MAX_PICTURES) {
            throw new IllegalArgumentException(
                    "An animation has at most "
                            + MAX_PICTURES
                            + " pictures, not "
                            + count
                            + "; take fewer a second or a higher speed.");
        }
        WholeFile.write(
                file,
                made -> {
                    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
                    try (OutputStream bytes = Files.newOutputStream(made);
                            ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
                        writer.setOutput(out);
                        writer.prepareWriteSequence(null);
                        draw(writer, format, pictures, count, cancel, progress);
                        writer.endWriteSequence();
                    } finally {
                        writer.dispose();
                    }
                });
        return count;
    }

    private static void draw(
            ImageWriter writer,
            VideoFormat format,
            PictureSource pictures,
            long count,
            CancelToken cancel,
            ProgressSink progress)
            throws IOException {
        int[] before = new int[format.width() * format.height()];
        int[] now = new int[before.length];
        int delay = Math.max(2, Math.round(100f / format.framesPerSecond()));
        for (long i = 0; i < count; i++) {
            cancel.throwIfCancelled();
            try {
                pictures.draw(format.seconds(i), now);
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException("Picture " + i + " could not be drawn", e);
            }
            Rectangle part =
                    i == 0
                            ? new Rectangle(format.width(), format.height())
                            : changed(before, now, format.width());
            var image = new BufferedImage(part.width, part.height, BufferedImage.TYPE_INT_RGB);
            image.setRGB(
                    0,
                    0,
                    part.width,
                    part.height,
                    now,
                    part.y * format.width() + part.x,
                    format.width());
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(
                            ImageTypeSpecifier.createFromRenderedImage(image), null);
            describe(metadata, part, i == count - 1 ? HOLD_HUNDREDTHS : delay, i == 0);
            writer.writeToSequence(new IIOImage(image, null, metadata), null);
            System.arraycopy(now, 0, before, 0, now.length);
            progress.report((double) (i + 1) / count, "Writing the animation");
        }
    }

    /** The smallest rectangle with all that differs; a corner where nothing does. */
    static Rectangle changed(int[] before, int[] now, int width) {
        int first = Arrays.mismatch(before, now);
        if (first < 0) {
            return new Rectangle(1, 1);
        }
        int left = width;
        int right = -1;
        int bottom = 0;
        int top = first / width;
        for (int row = top; row < now.length / width; row++) {
            for (int x = 0; x < width; x++) {
                if (before[row * width + x] != now[row * width + x]) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    bottom = row;
                }
            }
        }
        return new Rectangle(left, top, right - left + 1, bottom - top + 1);
    }

    private static void describe(
            IIOMetadata metadata, Rectangle part, int hundredths, boolean first)
            throws IOException {
        var root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode place = child(root, "ImageDescriptor");
        place.setAttribute("imageLeftPosition", Integer.toString(part.x));
        place.setAttribute("imageTopPosition", Integer.toString(part.y));
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(hundredths));
        if (first) {
            var loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            loop.setUserObject(new byte[] {1, 0, 0});
            child(root, "ApplicationExtensions").appendChild(loop);
        }
        metadata.setFromTree(FORMAT, root);
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        var made = new IIOMetadataNode(name);
        root.appendChild(made);
        return made;
    }
}
