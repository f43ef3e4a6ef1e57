// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.kpi.AxisDomain;
import org.junit.jupiter.api.Test;

class MotionChartLayoutTest {
    private final MotionChartLayout layout =
            new MotionChartLayout(900, 500, 31, new AxisDomain(0, 100, 20));

    @Test
    void theAxisFillsThePlotFromBottomToTop() {
        assertThat(layout.y(0)).isEqualTo(layout.bottom());
        assertThat(layout.y(100)).isEqualTo(layout.top());
        assertThat(layout.y(50)).isCloseTo((layout.top() + layout.bottom()) / 2, within(1e-9));
    }

    @Test
    void valuesOffTheAxisStayOnItsEdge() {
        assertThat(layout.y(140)).isEqualTo(layout.top());
        assertThat(layout.y(-1)).isEqualTo(layout.bottom());
    }

    @Test
    void daysAreEvenlySpacedAndFoundAgain() {
        double column = layout.columnWidth();
        assertThat(layout.x(0)).isCloseTo(layout.left() + column / 2, within(1e-9));
        assertThat(layout.x(30)).isCloseTo(layout.right() - column / 2, within(1e-9));
        for (double day = 0; day <= 30; day += 0.25) {
            assertThat(layout.dayPosition(layout.x(day))).isCloseTo(day, within(1e-9));
        }
    }

    @Test
    void placesOutsideThePlotBelongToItsFirstOrLastDay() {
        assertThat(layout.dayPosition(-100)).isZero();
        assertThat(layout.dayPosition(5000)).isEqualTo(30);
    }

    @Test
    void ticksRunFromEndToEnd() {
        assertThat(layout.ticks()).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
    }

    @Test
    void datesAreThinnedOutWhereTheyWouldTouch() {
        assertThat(layout.labelStep()).isEqualTo(1);
        var narrow = new MotionChartLayout(420, 300, 31, new AxisDomain(0, 100, 20));
        assertThat(narrow.labelStep() * narrow.columnWidth()).isGreaterThanOrEqualTo(19);
    }

    @Test
    void aPictureTooSmallForItsMarginsStillHasAPlot() {
        var tiny = new MotionChartLayout(10, 10, 31, new AxisDomain(0, 1, 0.2));
        assertThat(tiny.x(15)).isBetween(tiny.left(), tiny.right());
        assertThat(tiny.y(0.5)).isBetween(tiny.top(), tiny.bottom());
    }
}
