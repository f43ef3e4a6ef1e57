// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimeScaleTest {
    @Test
    void secondsAreTheInverseOfXInsideTheView() {
        var scale = TimeScale.of(900, 3, 7);
        for (double t = 3; t <= 7; t += 0.13) {
            assertThat(scale.seconds(scale.x(t))).isCloseTo(t, within(1e-9));
        }
        assertThat(scale.seconds(0)).isEqualTo(3);
        assertThat(scale.seconds(5000)).isEqualTo(7);
    }

    @Test
    void ticksAreRoundAndAtLeastAsFarApartAsAsked() {
        for (double least = 0.0004; least < 40_000; least *= 1.37) {
            double step = TickSteps.atLeast(least);
            assertThat(step).isBetween(least * (1 - 1e-9), least * 5 + 1e-9);
        }
        assertThat(TickSteps.atLeast(0.3)).isCloseTo(0.5, within(1e-12));
        assertThat(TickSteps.atLeast(7)).isEqualTo(10);
        assertThat(TickSteps.atLeast(100)).isEqualTo(120);
        assertThat(TickSteps.decimals(0.5)).isEqualTo(1);
        assertThat(TickSteps.decimals(0.02)).isEqualTo(2);
        assertThat(TickSteps.decimals(5)).isZero();
    }

    @Test
    void timesReadAsMinutesAndSeconds() {
        assertThat(TimeText.of(65.25, 3)).isEqualTo("1:05.250");
        assertThat(TimeText.of(59.9999, 2)).isEqualTo("1:00.00");
        assertThat(TimeText.of(3725, 0)).isEqualTo("1:02:05");
        assertThat(TimeText.of(0, 1)).isEqualTo("0:00.0");
    }
}
