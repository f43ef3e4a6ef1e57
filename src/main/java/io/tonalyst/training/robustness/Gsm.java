// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training.robustness;

import java.util.Arrays;
import org.tritonus.lowlevel.gsm.Encoder;

/** GSM 06.10 full rate: 160 samples at 8 kHz become 33 bytes. */
final class Gsm {
    private static final int FRAME = 160;
    private static final int FRAME_BYTES = 33;

    private Gsm() {}

    /** The frames of a sound, the last filled up with silence. */
    static byte[] encode(short[] samples) {
        int frames = (samples.length + FRAME - 1) / FRAME;
        byte[] coded = new byte[frames * FRAME_BYTES];
        var encoder = new Encoder();
        byte[] bytes = new byte[FRAME_BYTES];
        for (int i = 0; i < frames; i++) {
            int to = Math.min(samples.length, (i + 1) * FRAME);
            encoder.encode(Arrays.copyOf(Arrays.copyOfRange(samples, i * FRAME, to), FRAME), bytes);
            System.arraycopy(bytes, 0, coded, i * FRAME_BYTES, FRAME_BYTES);
        }
        return coded;
    }
}
