// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import java.util.List;
import javafx.scene.image.Image;

/**
 * Finished spectrograms of a stretch, one a channel. When the view has moved on, they are drawn
 * stretched until new ones arrive.
 *
 * @param start seconds at the left edge
 * @param end seconds at the right edge
 */
record SpectrogramPicture(List<Image> lanes, double start, double end) {
    static final SpectrogramPicture NONE = new SpectrogramPicture(List.of(), 0, 0);
}
