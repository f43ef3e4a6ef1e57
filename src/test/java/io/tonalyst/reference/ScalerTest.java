// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScalerTest {
    @Test
    void bringsValuesToMeanNoneAndDeviationOne() {
        // The last value is as small as a mel power of a quiet clip.
        var scaler = new Scaler(List.of(new float[] {1, 7, 1e-7f}, new float[] {5, 7, 3e-7f}));
        float[] out = new float[4];

        scaler.scale(new float[] {5, 7, 1e-7f}, out, 1);

        assertThat(out[0]).isZero();
        assertThat(out[1]).isCloseTo(1, within(1e-5f));
        assertThat(out[2]).isZero();
        assertThat(out[3]).isCloseTo(-1, within(1e-5f));
    }

    @Test
    void aConstantValueIsOnlyCentred() {
        var scaler =
                new Scaler(List.of(new float[] {0.1f}, new float[] {0.1f}, new float[] {0.1f}));
        float[] out = new float[1];

        scaler.scale(new float[] {0.6f}, out, 0);

        assertThat(out[0]).isCloseTo(0.5f, within(1e-6f));
    }
}
