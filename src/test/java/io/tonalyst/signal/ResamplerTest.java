// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {
    @Test
    void equalRatesGiveTheSameArray() {
        float[] x = {1, 2, 3};
        assertThat(Resampler.resample(x, 8000, 8000)).isSameAs(x);
    }

    @ParameterizedTest
    @CsvSource({"8000,16000", "44100,22050", "48000,22050", "16000,22050", "8000,44101", "5,3"})
    void lengthIsRoundedUp(int from, int to) {
        for (int n : new int[] {0, 1, 7, 1000, 1001}) {
            long expected = ((long) n * to + from - 1) / from;
            assertThat(Resampler.resample(new float[n], from, to)).hasSize((int) expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"8000,16000", "44100,22050", "48000,22050", "16000,22050", "48000,16001"})
    void passBandKeepsTimeAndLevel(int from, int to) {
        double nyquist = Math.min(from, to) / 2.0;
        for (double share : new double[] {0.01, 0.3, 0.9, 0.949}) {
            double hertz = share * nyquist;
            float[] y = Resampler.resample(Tones.sine(hertz, 0.5, from, from), from, to);
            float[] expected = Tones.sine(hertz, 0.5, to, y.length);
            double worst = 0;
            for (int i = y.length / 4; i < 3 * y.length / 4; i++) {
                worst = Math.max(worst, Math.abs(y[i] - expected[i]));
            }
            assertThat(worst).as("%s Hz", hertz).isLessThan(2e-5);
        }
    }

    @ParameterizedTest
    @CsvSource({"44100,22050", "48000,22050", "22050,16000", "48000,16001"})
    void stopBandLiesBelowMinus100Decibel(int from, int to) {
        for (double share : new double[] {1.0, 1.01, 1.3, 1.9}) {
            double hertz = share * to / 2.0;
            if (hertz >= from / 2.0) {
                continue;
            }
            float[] y = Resampler.resample(Tones.sine(hertz, 1, from, from), from, to);
            double loudest = 0;
            for (int i = y.length / 4; i < 3 * y.length / 4; i++) {
                loudest = Math.max(loudest, Math.abs(y[i]));
            }
            assertThat(loudest).as("%s Hz", hertz).isLessThan(1e-5);
        }
    }
}
