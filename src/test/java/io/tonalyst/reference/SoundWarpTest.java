// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SoundWarpTest {
    private static final int RATE = 22_050;

    @Test
    void stretchingKeepsThePitchAndMakesItLonger() {
        float[] y = SoundWarp.stretch(sine(220, 2), 0.8);

        assertThat(y).hasSize((int) Math.round(2 * RATE / 0.8));
        assertThat(frequency(y)).isCloseTo(220, within(2.0));
        assertThat(peak(y)).isBetween(0.4, 0.6);
    }

    @Test
    void shiftingThePitchKeepsTheLength() {
        float[] y = SoundWarp.shiftPitch(sine(220, 2), 0.7);

        assertThat(y).hasSize(2 * RATE);
        assertThat(frequency(y)).isCloseTo(220 * Math.pow(2, 0.7 / 12), within(2.0));
        assertThat(peak(y)).isBetween(0.4, 0.6);
    }

    @Test
    void aSoundShorterThanAWindowIsWarpedToo() {
        assertThat(SoundWarp.stretch(new float[] {1, 1, 1, 1}, 0.8)).hasSize(5);
        assertThat(SoundWarp.shiftPitch(new float[] {1, 1, 1, 1}, 0.7)).hasSize(4);
    }

    @Test
    void nothingIsPrinted() {
        PrintStream out = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            SoundWarp.shiftPitch(sine(220, 0.2), 0.7);
        } finally {
            System.setOut(out);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static float[] sine(double hertz, double seconds) {
        float[] x = new float[(int) (seconds * RATE)];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / RATE));
        }
        return x;
    }

    /** From the upward zero crossings of the middle half. */
    private static double frequency(float[] x) {
        int first = -1;
        int last = -1;
        int count = -1;
        for (int i = x.length / 4; i < x.length * 3 / 4; i++) {
            if (x[i - 1] < 0 && x[i] >= 0) {
                first = first < 0 ? i : first;
                last = i;
                count++;
            }
        }
        return (double) count * RATE / (last - first);
    }

    private static double peak(float[] x) {
        double peak = 0;
        for (int i = x.length / 4; i < x.length * 3 / 4; i++) {
            peak = Math.max(peak, Math.abs(x[i]));
        }
        return peak;
    }
}
