// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.time.SampleRate;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PeakPyramidTest {
    @RepeatedTest(40)
    void anyStretchIsSummarisedExactly(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        float[] x = Tones.noise(0.3, random.nextInt(20_000), random.nextLong());
        var pyramid = random.nextBoolean() ? PeakPyramid.of(x) : grown(x, random);
        long from = random.nextInt(-100, x.length + 100);
        long to = from + random.nextInt(x.length + 200);
        int columns = 1 + random.nextInt(300);
        float[] min = new float[columns];
        float[] max = new float[columns];
        float[] rms = new float[columns];

        pyramid.summarise(from, to, columns, min, max, rms);

        for (int column = 0; column < columns; column++) {
            long start = from + (to - from) * column / columns;
            long end = Math.max(start + 1, from + (to - from) * (column + 1) / columns);
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            double squares = 0;
            int count = 0;
            for (long i = Math.max(0, start); i < Math.min(x.length, end); i++) {
                low = Math.min(low, x[(int) i]);
                high = Math.max(high, x[(int) i]);
                squares += x[(int) i] * x[(int) i];
                count++;
            }
            assertThat(min[column]).isEqualTo(count == 0 ? 0 : low);
            assertThat(max[column]).isEqualTo(count == 0 ? 0 : high);
            double expected = count == 0 ? 0 : Math.sqrt(squares / count);
            assertThat((double) rms[column]).isCloseTo(expected, within(1e-5));
        }
    }

    /** Put together from pieces of any size, as a decoder hands them out. */
    private static PeakPyramid grown(float[] x, Random random) {
        var pyramid = new PeakPyramid(new Signal(new SampleRate(8000), x), 0);
        for (int from = 0; from < x.length; ) {
            int to = Math.min(x.length, from + random.nextInt(3000));
            pyramid.append(x, from, to);
            from = to;
        }
        return pyramid;
    }

    @Test
    void aSampleIsShownInEachOfItsColumns() {
        var pyramid = PeakPyramid.of(new float[] {0.5f, -0.25f});
        float[] min = new float[4];
        float[] max = new float[4];
        float[] rms = new float[4];
        pyramid.summarise(0, 2, 4, min, max, rms);
        assertThat(max).containsExactly(0.5f, 0.5f, -0.25f, -0.25f);
        assertThat(min).containsExactly(max);
        assertThat(rms).containsExactly(0.5f, 0.5f, 0.25f, 0.25f);
    }

    @Test
    void noColumnsAndBackwardStretchesAreRefused() {
        var pyramid = PeakPyramid.of(new float[100]);
        float[] out = new float[1];
        assertThatThrownBy(() -> pyramid.summarise(10, 5, 1, out, out, out))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pyramid.summarise(0, 5, 0, out, out, out))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
