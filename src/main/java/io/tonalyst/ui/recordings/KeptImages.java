// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import java.nio.IntBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Images that a canvas draws at the same places picture after picture. Their pixels and textures
 * are kept: new ones of megabytes for each picture cost more time than filling them. Two images
 * take turns at a place, because one may still be rendered while the next is filled. Used on the FX
 * thread.
 */
final class KeptImages {
    /** More than lanes can be told apart; those of a size before are dropped. */
    private static final int PLACES = 24;

    private final Map<Place, Turns> places =
            new LinkedHashMap<>(PLACES, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Place, Turns> eldest) {
                    return size() > PLACES;
                }
            };

    private KeptImages() {}

    /**
     * Fills an image and draws it.
     *
     * @param left of the image, in the units of the canvas
     * @param top of the image, in the units of the canvas
     * @param columns pixels of a row, at least 1
     * @param rows at least 1
     * @param fine pixels of the image in a unit of the canvas
     * @param filling sets every pixel, premultiplied with its opacity, row by row; finds those of
     *     an earlier picture
     */
    static void draw(
            GraphicsContext g,
            double left,
            double top,
            int columns,
            int rows,
            double fine,
            Consumer<int[]> filling) {
        var all =
                (KeptImages)
                        g.getCanvas()
                                .getProperties()
                                .computeIfAbsent(KeptImages.class, key -> new KeptImages());
        var place =
                new Place(
                        g.getTransform().getTx() + left,
                        g.getTransform().getTy() + top,
                        columns,
                        rows);
        Kept image = all.places.computeIfAbsent(place, Turns::of).next();
        filling.accept(image.argb());
        image.buffer().updateBuffer(buffer -> null);
        g.drawImage(image.image(), left, top, columns / fine, rows / fine);
    }

    /** Where on the canvas an image lies, and its pixels. */
    private record Place(double x, double y, int columns, int rows) {}

    private record Kept(int[] argb, PixelBuffer<IntBuffer> buffer, WritableImage image) {
        static Kept of(Place place) {
            int[] argb = new int[place.columns() * place.rows()];
            var buffer =
                    new PixelBuffer<>(
                            place.columns(),
                            place.rows(),
                            IntBuffer.wrap(argb),
                            PixelFormat.getIntArgbPreInstance());
            return new Kept(argb, buffer, new WritableImage(buffer));
        }
    }

    private static final class Turns {
        private final Kept[] images;
        private int drawn;

        private Turns(Kept... images) {
            this.images = images;
        }

        static Turns of(Place place) {
            return new Turns(Kept.of(place), Kept.of(place));
        }

        Kept next() {
            drawn = 1 - drawn;
            return images[drawn];
        }
    }
}
