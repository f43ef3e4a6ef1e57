// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.time.SampleRate;
import org.junit.jupiter.api.Test;

class SilentSinkTest {
    private final FakeTicker ticker = new FakeTicker();
    private final SilentSink sink = new SilentSink(new SampleRate(1000), ticker);
    private final float[] silence = new float[2000];

    @Test
    void consumesInRealTimeWhileItRuns() {
        assertThat(sink.available()).isEqualTo(100);
        sink.write(silence, 100);
        assertThat(sink.available()).isZero();
        ticker.advance(1);
        assertThat(sink.framesPlayed()).isZero();
        sink.start();
        ticker.advance(0.03);
        assertThat(sink.framesPlayed()).isEqualTo(30);
        assertThat(sink.available()).isEqualTo(30);
        sink.stop();
        ticker.advance(0.03);
        assertThat(sink.framesPlayed()).isEqualTo(30);
        assertThat(sink.isAudible()).isFalse();
    }

    @Test
    void standsWhileItHasNothingAndThenCatchesUp() {
        sink.start();
        sink.write(silence, 100);
        ticker.advance(0.25);
        assertThat(sink.framesPlayed()).isEqualTo(100);
        assertThat(sink.available()).isEqualTo(250);
        sink.write(silence, 250);
        assertThat(sink.framesPlayed()).isEqualTo(250);
    }

    @Test
    void doesNotCatchUpWithALongSleep() {
        sink.start();
        sink.write(silence, 100);
        ticker.advance(3600);
        assertThat(sink.framesPlayed()).isEqualTo(100);
        assertThat(sink.available()).isEqualTo(100);
    }

    @Test
    void whatIsFlushedCountsAsPlayed() {
        sink.start();
        sink.write(silence, 100);
        ticker.advance(0.02);
        sink.flush();
        assertThat(sink.framesPlayed()).isEqualTo(100);
        assertThat(sink.available()).isEqualTo(100);
    }
}
