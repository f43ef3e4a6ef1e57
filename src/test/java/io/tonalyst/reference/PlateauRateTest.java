// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlateauRateTest {
    @Test
    void fallsWhenTheLossHasNotFallenForTwoEpochs() {
        assertThat(after()).isEqualTo(1e-3);
        assertThat(after(2, 1.5, 1.6, 1.4)).isEqualTo(1e-3);
        assertThat(after(2, 1.5, 1.6, 1.55)).isCloseTo(4e-4, within(1e-12));
        assertThat(after(2, 1.5, 1.6, 1.55, 1.6)).isCloseTo(4e-4, within(1e-12));
        assertThat(after(2, 1.5, 1.6, 1.55, 1.6, 1.5)).isCloseTo(1.6e-4, within(1e-12));
    }

    @Test
    void hasAFloor() {
        double[] flat = new double[100];

        assertThat(after(flat)).isEqualTo(1e-7);
    }

    private static double after(double... losses) {
        List<EpochSummary> history = new ArrayList<>();
        for (double loss : losses) {
            history.add(new EpochSummary(history.size() + 1, loss, 0, 0));
        }
        return PlateauRate.after(history);
    }
}
