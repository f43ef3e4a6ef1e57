// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColourMapTest {
    @ParameterizedTest
    @EnumSource(ColourMap.class)
    void lightnessChangesInOneDirectionOnly(ColourMap map) {
        double direction = lightness(map.argb(1)) - lightness(map.argb(0));
        for (int i = 1; i < 256; i++) {
            double step = lightness(map.argb(i / 255.0)) - lightness(map.argb((i - 1) / 255.0));
            assertThat(step * Math.signum(direction)).as("step " + i).isGreaterThan(-0.004);
        }
        assertThat(Math.abs(direction)).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @EnumSource(ColourMap.class)
    void valuesOutsideAreClippedAndNotANumberIsTheLowest(ColourMap map) {
        assertThat(map.argb(-3)).isEqualTo(map.argb(0));
        assertThat(map.argb(7)).isEqualTo(map.argb(1));
        assertThat(map.argb(Double.NaN)).isEqualTo(map.argb(0));
        assertThat(map.argb(0.4) >>> 24).isEqualTo(0xff);
    }

    private static double lightness(int argb) {
        return 0.2126 * linear(argb >> 16 & 0xff)
                + 0.7152 * linear(argb >> 8 & 0xff)
                + 0.0722 * linear(argb & 0xff);
    }

    private static double linear(int value) {
        return Math.pow(value / 255.0, 2.2);
    }
}
