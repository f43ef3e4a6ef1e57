// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrequencyScaleTest {
    @ParameterizedTest
    @EnumSource(FrequencyScale.class)
    void hertzIsTheInverseOfPosition(FrequencyScale scale) {
        for (double hz = 60; hz <= 4000; hz += 37) {
            assertThat(scale.hertz(scale.position(hz, 4000), 4000)).isCloseTo(hz, within(1e-6));
        }
        assertThat(scale.position(4000, 4000)).isCloseTo(1, within(1e-12));
        assertThat(scale.position(0, 4000)).isCloseTo(0, within(1e-12));
    }

    @Test
    void melAndLogGiveLowFrequenciesMoreRoomThanLinear() {
        double linear = FrequencyScale.LINEAR.position(1000, 8000);

        assertThat(linear).isEqualTo(0.125);
        assertThat(FrequencyScale.MEL.position(1000, 8000)).isGreaterThan(2 * linear);
        assertThat(FrequencyScale.LOG.position(1000, 8000))
                .isGreaterThan(FrequencyScale.MEL.position(1000, 8000));
    }
}
