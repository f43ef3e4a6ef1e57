// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.time.SampleRate;
import org.junit.jupiter.api.Test;

class ClickTrackTest {
    @Test
    void clicksBeginAtOnceEveryHalfSecondAndLastTenMilliseconds() {
        ClickTrack clicks = ClickTrack.of(new SampleRate(8000), 2);
        float[] stereo = new float[2 * 17_000];
        clicks.read(0, stereo, 0, 17_000);
        for (int i = 0; i < 17_000; i++) {
            boolean sounds = i >= 4000 && i < 16_000 && i % 4000 < 80;
            if (!sounds) {
                assertThat(stereo[2 * i]).isZero();
            } else if (i % 4000 == 0) {
                assertThat(Math.abs(stereo[2 * i])).isGreaterThan(0.49f);
            }
            assertThat(stereo[2 * i + 1]).isEqualTo(stereo[2 * i]);
        }
    }

    @Test
    void aClickIsKnownByItsPitch() {
        assertThat(ClickTrack.nearest(3.1, ClickTrack.hertz(6))).isEqualTo(6);
        // The one before and the one after sound otherwise.
        assertThat(ClickTrack.nearest(3.1, ClickTrack.hertz(5))).isEqualTo(5);
        assertThat(ClickTrack.nearest(30, ClickTrack.hertz(61) + 40)).isEqualTo(61);
    }
}
