// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training.robustness;

import java.io.IOException;

/** Something that happens to sound between a voice and the model. */
interface Degradation {
    /** Name in files, such as {@code mu-law}. */
    String key();

    /** What it is, for people. */
    String description();

    /**
     * Changed sound of the same rate; its length may differ by a codec's padding.
     *
     * @param mono samples at 16 kHz, full scale 1; not changed
     * @param clip name of the clip, for reproducible noise
     * @throws IOException with one sentence, if a codec fails
     */
    float[] apply(float[] mono, String clip) throws IOException;
}
