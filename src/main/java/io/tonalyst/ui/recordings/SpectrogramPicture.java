// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import java.util.List;

/**
 * Finished pieces of a spectrogram, drawn one over the other in their order: stretched ones of
 * another level of detail first, where the wanted ones are still computed.
 */
record SpectrogramPicture(List<Piece> pieces) {
    static final SpectrogramPicture NONE = new SpectrogramPicture(List.of());

    SpectrogramPicture {
        pieces = List.copyOf(pieces);
    }

    /**
     * One piece of one channel, as high as its lane.
     *
     * @param start seconds at the left edge
     * @param end seconds at the right edge
     */
    record Piece(int channel, Pixels image, double start, double end) {}
}
