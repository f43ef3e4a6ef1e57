// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StftTest {
    @ParameterizedTest
    @ValueSource(ints = {16, 32, 64, 256, 1024, 2048, 4096})
    void bothTransformsAgreeWithTheSumsOfTheDefinition(int size) {
        float[] x = Tones.noise(0.3, 2 * size, size);
        var stft = new Stft(size);
        var precise = new PreciseStft(size);
        float[] power = new float[stft.bins()];
        float[] magnitude = new float[precise.bins()];
        for (long centre : new long[] {-3, 0, size / 3, size, 2L * size + 5}) {
            double[] expected = DirectTransforms.power(x, size, centre);
            stft.power(x, 0, x.length, centre, power);
            precise.magnitude(x, centre, magnitude, precise.new Room());
            double scale = 0;
            for (double value : expected) {
                scale = Math.max(scale, Math.sqrt(value));
            }
            for (int k = 0; k < power.length; k++) {
                double root = Math.sqrt(expected[k]);
                assertThat(Math.sqrt(power[k])).isCloseTo(root, within(1e-6 * scale + 1e-12));
                assertThat((double) magnitude[k]).isCloseTo(root, within(2e-7 * root + 1e-12));
            }
        }
    }

    @Test
    void soundOutsideTheRangeCountsAsZero() {
        float[] x = Tones.noise(0.3, 1000, 1);
        var stft = new Stft(256);
        float[] part = new float[stft.bins()];
        float[] all = new float[stft.bins()];
        stft.power(x, 400, 500, 450, part);
        stft.power(Arrays.copyOfRange(x, 400, 500), 0, 100, 50, all);
        assertThat(part).containsExactly(all);
    }

    @Test
    void windowsThatAreNoPowerOfTwoOrTooLongAreRefused() {
        for (int size : new int[] {0, 8, 1000, 8192}) {
            assertThatThrownBy(() -> new Stft(size)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 1024, 4096})
    void aToneStandsAtItsBinWithItsLevel(int size) {
        int rate = 16_000;
        float[] x = Tones.sine(1000, 0.1, rate, rate);
        var stft = new Stft(size);
        float[] db = new float[stft.bins()];
        stft.columnDb(x, rate / 2, db);
        int peak = 0;
        for (int k = 0; k < db.length; k++) {
            peak = db[k] > db[peak] ? k : peak;
        }
        assertThat(peak).isEqualTo(1000 * size / rate);
        assertThat(db[peak]).isCloseTo(-20, within(0.01f));
    }

    @Test
    void silenceHasTheLowestLevel() {
        var stft = new Stft(512);
        float[] db = new float[stft.bins()];
        stft.columnDb(new float[10], 5, db);
        assertThat(db).containsOnly(Stft.SILENCE_DB);
    }

    @Test
    void threadsMayShareOne() throws Exception {
        var stft = new Stft(1024);
        float[] x = Tones.noise(0.2, 50_000, 4);
        float[][] alone = new float[40][stft.bins()];
        for (int i = 0; i < alone.length; i++) {
            stft.columnDb(x, i * 1000L, alone[i]);
        }
        float[][] together = new float[40][stft.bins()];
        IntStream.range(0, 400)
                .parallel()
                .forEach(
                        i -> {
                            float[] db = new float[stft.bins()];
                            stft.columnDb(x, i % 40 * 1000L, db);
                            together[i % 40] = db;
                        });
        assertThat(together).isDeepEqualTo(alone);
    }
}
