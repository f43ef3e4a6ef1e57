// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void mapsValuesOntoPixelsAndBack() {
        var upwards = new Scale(0, 2, 100, 20);

        assertThat(upwards.at(0)).isEqualTo(100);
        assertThat(upwards.at(1)).isEqualTo(60);
        assertThat(upwards.at(7)).as("beyond the end").isEqualTo(20);
        assertThat(upwards.value(60)).isCloseTo(1, within(1e-12));
    }

    @Test
    void ticksAreRoundAndZeroHasNoSign() {
        assertThat(new Scale(0, 1, 0, 100).ticks(6))
                .containsExactly(0.0, 0.2, 0.4, 0.6000000000000001, 0.8, 1.0);
        assertThat(String.valueOf(new Scale(-0.03, 0.03, 0, 1).ticks(7))).doesNotContain("-0.0,");
        assertThat(new Scale(0.41, 0.63, 0, 1).ticks(4))
                .isNotEmpty()
                .allSatisfy(t -> assertThat(t).isBetween(0.41, 0.63))
                .hasSizeLessThanOrEqualTo(4);
    }
}
