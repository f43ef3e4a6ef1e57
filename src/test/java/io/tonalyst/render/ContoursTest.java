// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ContoursTest {
    @Test
    void aRoundHillHasARoundLine() {
        double[] length = new double[1];

        Contours.trace(
                (c, r) -> 20 - Math.hypot(c - 30, r - 25),
                61,
                51,
                5,
                (fromC, fromR, toC, toR) -> {
                    assertThat(Math.hypot(fromC - 30, fromR - 25)).isCloseTo(15, within(0.1));
                    assertThat(Math.hypot(toC - 30, toR - 25)).isCloseTo(15, within(0.1));
                    length[0] += Math.hypot(toC - fromC, toR - fromR);
                });

        assertThat(length[0]).isCloseTo(2 * Math.PI * 15, within(0.5));
    }

    @Test
    void aFieldAboveTheLevelIsBoundedByItsEdges() {
        double[] length = new double[1];
        Contours.trace(
                (c, r) -> 1,
                11,
                6,
                0.5,
                (fromC, fromR, toC, toR) -> length[0] += Math.hypot(toC - fromC, toR - fromR));
        assertThat(length[0]).isCloseTo(2 * (10 + 5), within(1e-9));
    }

    @Test
    void aFieldBelowTheLevelHasNoLines() {
        Contours.trace(
                (c, r) -> 0,
                8,
                8,
                0.5,
                (fromC, fromR, toC, toR) -> {
                    throw new AssertionError("a line");
                });
    }
}
