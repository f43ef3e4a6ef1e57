// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.emotion.NetworkImage;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.signal.LogMelExtractor;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DegradationsTest {
    private static final int RATE = 16_000;

    private final List<Degradation> all = new Degradations(new FfmpegDecoder()).all();

    @Test
    void theFirstChangesNothing() throws IOException {
        float[] tone = tone(440, 0.5);

        assertThat(all.getFirst().apply(tone, "a")).isSameAs(tone);
    }

    /** Every code is met by the nearest of its own outputs, and companding keeps 13 to 14 bits. */
    @Test
    void compandingErrsByHalfAStepAtMost() {
        for (G711 law : G711.values()) {
            for (int x = -32_000; x <= 32_000; x += 7) {
                int y = law.roundTrip(x);
                assertThat(Math.abs(y - x))
                        .as("%s %d", law, x)
                        .isLessThanOrEqualTo(Math.max(16, Math.abs(x) / 30 + 8));
                assertThat(Math.abs(law.roundTrip(y) - y)).as("%s %d again", law, x).isZero();
            }
        }
    }

    @Test
    void telephonesKeepTheVoiceBandAndNothingElse() throws IOException {
        for (String key : List.of("telephone-mu-law", "telephone-a-law", "gsm")) {
            assertThat(level(key, 1000)).as("%s 1000 Hz", key).isCloseTo(0, within(2.0));
            assertThat(level(key, 5000)).as("%s 5000 Hz", key).isLessThan(-30);
            assertThat(level(key, 60)).as("%s 60 Hz", key).isLessThan(-18);
        }
    }

    /** Hiss from 0 to 8 kHz, a second of it: the networks for the telephone are asked, or not. */
    @Test
    void narrowLinesAreToldFromWideOnes() throws IOException {
        var random = new Random(1);
        float[] hiss = new float[RATE];
        for (int i = 0; i < RATE; i++) {
            hiss[i] = (float) (0.1 * random.nextGaussian());
        }
        Set<String> narrow = Set.of("telephone-mu-law", "telephone-a-law", "gsm");
        for (Degradation d : all) {
            var mel = new LogMelExtractor().extract(d.apply(hiss, "a"));
            assertThat(NetworkImage.of(mel).isNarrowBand())
                    .as(d.key())
                    .isEqualTo(narrow.contains(d.key()));
        }
    }

    @Test
    void linesAreTakenByTheNameOfTheClip() throws IOException {
        var lines = new TelephoneLines(new FfmpegDecoder());
        float[] tone = tone(440, 0.5);
        Set<Integer> lengths = new HashSet<>();
        Set<Float> levels = new HashSet<>();
        for (String clip : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
            float[] sent = lines.send(tone, clip);
            assertThat(lines.send(tone, clip)).isEqualTo(sent);
            lengths.add(sent.length);
            levels.add(sent[RATE / 2]);
        }
        assertThat(levels).as("mu-law, A-law and GSM").hasSize(3);
        assertThat(lengths).hasSizeBetween(1, 2);
    }

    @Test
    void mp3KeepsAToneAndItsLengthNearly() throws IOException {
        float[] out = named("mp3-32").apply(tone(440, 0.5), "a");

        assertThat(out.length).isBetween(RATE, RATE + 4000);
        assertThat(level("mp3-32", 440)).isCloseTo(0, within(1.0));
    }

    @Test
    void gainChangesTheLevelAndClips() throws IOException {
        assertThat(level("gain-minus-20-db", 440)).isCloseTo(-20, within(0.1));
        for (float x : named("gain-plus-20-db").apply(tone(440, 0.5), "a")) {
            assertThat(Math.abs(x)).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void noiseHasTheRatioItSaysAndIsTheSameAgain() {
        for (boolean pink : List.of(true, false)) {
            float[] tone = tone(440, 0.5);
            var noise = new Noise(pink, 15);
            float[] out = noise.apply(tone, "a");
            double power = 0;
            double added = 0;
            for (int i = 0; i < tone.length; i++) {
                power += tone[i] * tone[i];
                added += (out[i] - tone[i]) * (out[i] - tone[i]);
            }

            assertThat(10 * Math.log10(power / added)).isCloseTo(15, within(0.01));
            assertThat(noise.apply(tone, "a")).isEqualTo(out);
            assertThat(noise.apply(tone, "b")).isNotEqualTo(out);
        }
    }

    private Degradation named(String key) {
        return all.stream().filter(d -> d.key().equals(key)).findFirst().orElseThrow();
    }

    /** Power of a tone after the change over that before it, in dB, without the ends. */
    private double level(String key, double hertz) throws IOException {
        float[] in = tone(hertz, 0.3);
        float[] out = named(key).apply(in, "a");
        return 10 * Math.log10(power(out) / power(in));
    }

    private static double power(float[] x) {
        double sum = 0;
        for (int i = 4000; i < 12_000; i++) {
            sum += (double) x[i] * x[i];
        }
        return sum + 1e-12;
    }

    private static float[] tone(double hertz, double amplitude) {
        float[] x = new float[RATE];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / RATE));
        }
        return x;
    }
}
