// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training.robustness;

import io.tonalyst.recording.RecordingDecoder;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Sends clips over telephone lines, for a network to learn from: half of them by mu-law, a quarter
 * by A-law and a quarter by GSM.
 */
public final class TelephoneLines {
    private final List<Degradation> lines;

    public TelephoneLines(RecordingDecoder decoder) {
        var degradations = new Degradations(decoder);
        Degradation muLaw = degradations.named("telephone-mu-law");
        this.lines =
                List.of(
                        muLaw,
                        muLaw,
                        degradations.named("telephone-a-law"),
                        degradations.named("gsm"));
    }

    /**
     * The sound at the other end.
     *
     * @param mono samples at 16 kHz, full scale 1; not changed
     * @param clip name of the clip, which decides the line it takes
     * @throws IOException with one sentence, if a codec fails
     */
    public float[] send(float[] mono, String clip) throws IOException {
        int line = new SplittableRandom(clip.hashCode()).nextInt(lines.size());
        return lines.get(line).apply(mono, clip);
    }
}
