// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeMapTest {
    private final TimeMap map =
            TimeMap.of(new double[] {0, 1, 3, 4}, new double[] {10, 20, 20, 21});

    @Test
    void interpolatesBetweenPointsAndMeetsThem() {
        assertThat(map.apply(0)).isEqualTo(10);
        assertThat(map.apply(0.25)).isEqualTo(12.5);
        assertThat(map.apply(1)).isEqualTo(20);
        assertThat(map.apply(2)).isEqualTo(20);
        assertThat(map.apply(3.5)).isEqualTo(20.5);
        assertThat(map.apply(4)).isEqualTo(21);
    }

    @Test
    void isClampedOutsideItsPoints() {
        assertThat(map.apply(-5)).isEqualTo(10);
        assertThat(map.apply(Double.POSITIVE_INFINITY)).isEqualTo(21);
        assertThat(map.inverse(9)).isEqualTo(0);
        assertThat(map.inverse(22)).isEqualTo(4);
        assertThat(map.apply(Double.NaN)).isNaN();
        assertThat(map.start()).isEqualTo(0);
        assertThat(map.end()).isEqualTo(4);
        assertThat(map.firstTarget()).isEqualTo(10);
        assertThat(map.lastTarget()).isEqualTo(21);
    }

    @Test
    void inverseOfAStandstillIsItsBeginning() {
        assertThat(map.inverse(20)).isEqualTo(1);
        assertThat(map.inverse(15)).isEqualTo(0.5);
        assertThat(map.inverse(20.5)).isEqualTo(3.5);
        TimeMap flatAtStart = TimeMap.of(new double[] {0, 2, 3}, new double[] {5, 5, 6});
        assertThat(flatAtStart.inverse(5)).isEqualTo(0);
        TimeMap onePoint = TimeMap.of(new double[] {2}, new double[] {7});
        assertThat(onePoint.apply(100)).isEqualTo(7);
        assertThat(onePoint.inverse(-1)).isEqualTo(2);
    }

    @Test
    void neverRunsBackwardsAndInverseUndoesIt() {
        Random random = new Random(4);
        double[] from = new double[200];
        double[] to = new double[200];
        for (int i = 1; i < from.length; i++) {
            from[i] = from[i - 1] + 0.001 + random.nextDouble();
            to[i] = to[i - 1] + (random.nextInt(4) == 0 ? 0 : random.nextDouble());
        }
        TimeMap walk = TimeMap.of(from, to);
        double before = -1;
        for (double x = -1; x < walk.end() + 1; x += 0.003) {
            double y = walk.apply(x);
            assertThat(y).isGreaterThanOrEqualTo(before);
            assertThat(walk.apply(walk.inverse(y))).isCloseTo(y, within(1e-9));
            before = y;
        }
    }

    @Test
    void refusesPointsThatMakeNoMap() {
        assertThatThrownBy(() -> TimeMap.of(new double[0], new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TimeMap.of(new double[] {0, 0}, new double[] {1, 2}))
                .hasMessageContaining("backwards");
        assertThatThrownBy(() -> TimeMap.of(new double[] {0, 1}, new double[] {2, 1}))
                .hasMessageContaining("backwards");
        assertThatThrownBy(() -> TimeMap.of(new double[] {0, Double.NaN}, new double[] {1, 2}))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> TimeMap.of(new double[] {0, 1}, new double[] {1}))
                .hasMessageContaining("as many");
    }

    @Test
    void keepsItsPointsWhenTheArraysChange() {
        double[] from = {0, 1};
        TimeMap mine = TimeMap.of(from, new double[] {0, 2});
        from[1] = 100;
        assertThat(mine.apply(1)).isEqualTo(2);
    }
}
