// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import io.tonalyst.corpus.Clip;

/** A variant of a clip: one row of the table that a reference network learns from. */
public record ReferenceRow(Clip clip, Variant variant) {
    private static final String MARK = "#";

    /** Name of the row: that of the clip, with {@code #noise} and the like behind it for a copy. */
    public String id() {
        return variant == Variant.ORIGINAL ? clip.id() : clip.id() + MARK + variant.key();
    }

    /** Name of the clip that a row was made of. */
    static String clipOf(String id) {
        for (Variant variant : Variant.values()) {
            String ending = MARK + variant.key();
            if (id.endsWith(ending)) {
                return id.substring(0, id.length() - ending.length());
            }
        }
        return id;
    }

    /** The row as a clip of its own, for files that hold one line a row. */
    Clip asClip() {
        return new Clip(
                id(), clip.corpus(), clip.speaker(), clip.emotion(), clip.path(), clip.kind());
    }
}
