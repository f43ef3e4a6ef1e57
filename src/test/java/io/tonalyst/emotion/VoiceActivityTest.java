// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.time.FrameRange;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceActivityTest {
    private static final int RATE = 16_000;

    @Test
    void findsNothingInSilenceOrInNothing() {
        assertThat(VoiceActivity.find(new float[0])).isEmpty();
        assertThat(VoiceActivity.find(new float[100])).isEmpty();
        assertThat(VoiceActivity.find(new float[5 * RATE])).isEmpty();
    }

    @Test
    void findsNothingInSteadyNoiseAndInNoiseBursts() {
        float[] steady = new float[6 * RATE];
        addNoise(steady, 0, steady.length, 0.1f, 1);
        assertThat(VoiceActivity.find(steady)).isEmpty();

        float[] bursts = new float[6 * RATE];
        addNoise(bursts, RATE, 2 * RATE, 0.3f, 2);
        addNoise(bursts, 4 * RATE, 5 * RATE, 0.3f, 3);
        assertThat(VoiceActivity.find(bursts)).isEmpty();
    }

    @Test
    void leavesClicksOut() {
        float[] x = new float[4 * RATE];
        for (int i = 0; i < x.length; i += RATE / 2) {
            x[i] = 0.9f;
        }
        assertThat(VoiceActivity.find(x)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(floats = {0.5f, 0.05f, 0.005f})
    void findsVoicedStretchesAtAnyLevel(float amplitude) {
        float[] x = new float[8 * RATE];
        addNoise(x, 0, x.length, amplitude / 100, 4);
        addVoice(x, RATE, 3 * RATE, amplitude);
        addVoice(x, 5 * RATE, 6 * RATE, amplitude);

        List<FrameRange> speech = VoiceActivity.find(x);

        assertThat(speech).hasSize(2);
        assertRange(speech.get(0), 1, 3);
        assertRange(speech.get(1), 5, 6);
    }

    @Test
    void findsSpeechThatFillsTheWholeClip() {
        float[] x = new float[2 * RATE];
        addVoice(x, 0, x.length, 0.3f);
        List<FrameRange> speech = VoiceActivity.find(x);
        assertThat(speech).hasSize(1);
        assertRange(speech.getFirst(), 0, 2);
    }

    @Test
    void bridgesTheClosureOfAPlosive() {
        float[] x = new float[4 * RATE];
        addVoice(x, RATE, RATE + 8000, 0.3f);
        addVoice(x, RATE + 8000 + 1600, 2 * RATE + 8000, 0.3f);
        assertThat(VoiceActivity.find(x)).hasSize(1);
    }

    private static void assertRange(FrameRange range, double start, double end) {
        assertThat(VoiceActivity.seconds(range.start())).isCloseTo(start, within(0.15));
        assertThat(VoiceActivity.seconds(range.end())).isCloseTo(end, within(0.15));
    }

    /** A buzz with falling harmonics around 140 Hz, whose pitch never rests, as that of a voice. */
    private static void addVoice(float[] x, int from, int to, float amplitude) {
        double phase = 0;
        for (int i = from; i < to; i++) {
            double sum = 0;
            for (int h = 1; h <= 20; h++) {
                sum += Math.sin(h * phase) / h;
            }
            x[i] += (float) (amplitude * sum / 2);
            phase += 2 * Math.PI * 140 * (1 + 0.08 * Math.sin(20.0 * i / RATE)) / RATE;
        }
    }

    private static void addNoise(float[] x, int from, int to, float amplitude, long seed) {
        var random = new Random(seed);
        for (int i = from; i < to; i++) {
            x[i] += (float) (amplitude * random.nextGaussian());
        }
    }
}
