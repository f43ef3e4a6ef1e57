// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.render;

/**
 * Maps a value between 0 and 1 to a colour whose lightness grows evenly, so that no level looks
 * like an edge. Viridis, magma (van der Walt and Smith) and cividis (Nuñez, Anderton and Renslow
 * 2018) are legible with colour-blind eyes and in black and white. They are interpolated between
 * ten colours of the published tables.
 */
public enum ColourMap {
    MAGMA(
            "Magma", 0x000004, 0x180F3E, 0x451077, 0x721F81, 0x9F2F7F, 0xCD4071, 0xF1605D, 0xFD9567,
            0xFEC98D, 0xFCFDBF),
    VIRIDIS(
            "Viridis", 0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779,
            0x6DCD59, 0xB4DE2C, 0xFDE725),
    CIVIDIS(
            "Cividis", 0x00204D, 0x00336F, 0x39486B, 0x575C6D, 0x707173, 0x8A8779, 0xA69D75,
            0xC4B56C, 0xE4CF5B, 0xFFEA46),
    GREY("Grey", 0xFFFFFF, 0x000000);

    private static final int STEPS = 256;

    private final String title;
    private final int[] argb = new int[STEPS];

    ColourMap(String title, int... anchors) {
        this.title = title;
        for (int i = 0; i < STEPS; i++) {
            double position = (double) i / (STEPS - 1) * (anchors.length - 1);
            int low = Math.min((int) position, anchors.length - 2);
            argb[i] = 0xff000000 | mix(anchors[low], anchors[low + 1], position - low);
        }
    }

    /** Name on screen. */
    public String title() {
        return title;
    }

    /** The opaque ARGB colour of {@code value}, which is clipped to 0 to 1; NaN counts as 0. */
    public int argb(double value) {
        if (!(value > 0)) {
            return argb[0];
        }
        return argb[(int) Math.min(STEPS - 1, Math.round(value * (STEPS - 1)))];
    }

    private static int mix(int from, int to, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 0xff;
            int b = to >> shift & 0xff;
            mixed |= (int) Math.round(a + (b - a) * share) << shift;
        }
        return mixed;
    }
}
