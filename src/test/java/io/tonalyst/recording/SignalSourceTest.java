// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import org.junit.jupiter.api.Test;

class SignalSourceTest {
    private static final SampleRate RATE = new SampleRate(8000);

    @Test
    void oneChannelGoesToBothSidesAndSilenceFollowsTheEnd() {
        var source = new SignalSource(new Signal(RATE, new float[] {0.1f, 0.2f, 0.3f}));
        float[] stereo = {9, 9, 9, 9, 9, 9, 9, 9};
        source.read(1, stereo, 1, 3);
        assertThat(stereo).containsExactly(9, 9, 0.2f, 0.2f, 0.3f, 0.3f, 0, 0);
        assertThat(source.frames()).isEqualTo(3);
        assertThat(source.sampleRate()).isEqualTo(RATE);
    }

    @Test
    void twoChannelsKeepTheirSides() {
        var source = new SignalSource(new Signal(RATE, new float[] {0.1f}, new float[] {-0.1f}));
        float[] stereo = new float[2];
        source.read(0, stereo, 0, 1);
        assertThat(stereo).containsExactly(0.1f, -0.1f);
    }
}
