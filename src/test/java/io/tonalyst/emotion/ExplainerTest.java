// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.emotion.PredictionTimeline.Window;
import io.tonalyst.signal.LogMel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private static final EmotionDistribution SAD = told(Emotion.SAD, 0.5f);
    private static final EmotionDistribution SADDEST = told(Emotion.SAD, 0.8f);
    private static final EmotionDistribution ANGRY = told(Emotion.ANGRY, 0.9f);

    @Test
    void aShortStretchIsExplainedWhole() {
        assertThat(Explainer.stretches(timeline(), 4.2, 5))
                .containsExactly(new Explainer.Stretch(0, 4.2, 5));
    }

    @Test
    void ofALongStretchThePartThatTellsMostIsExplained() {
        List<Explainer.Stretch> stretches = Explainer.stretches(timeline(), 0, 10);

        assertThat(stretches).hasSize(1);
        assertThat(stretches.getFirst().startSeconds()).isCloseTo(6, within(1e-9));
        assertThat(stretches.getFirst().endSeconds()).isCloseTo(9, within(1e-9));
    }

    @Test
    void whereNobodySpeaksNothingIsExplained() {
        assertThat(Explainer.stretches(timeline(), 10.5, 11)).isEmpty();
        assertThat(Explainer.surest(new PredictionTimeline(3, 1, List.of(), List.of(), empty())))
                .isEmpty();
    }

    @Test
    void bothChannelsAreExplainedWhereBothSpeak() {
        assertThat(Explainer.stretches(timeline(), 11, 13))
                .extracting(Explainer.Stretch::channel)
                .containsExactly(0, 1);
    }

    @Test
    void theSurestStretchLiesInItsChannel() {
        assertThat(Explainer.surest(timeline()))
                .hasValueSatisfying(
                        s -> {
                            assertThat(s.channel()).isEqualTo(1);
                            assertThat(s.endSeconds() - s.startSeconds())
                                    .isCloseTo(3, within(1e-9));
                        });
    }

    @Test
    void regionsAreSaidInTheTermsOfTheRecording() {
        float[] weights = new float[96 * LogMel.BANDS];
        fill(weights, 24, 48, 8, 24, 0.2f);
        fill(weights, 64, 72, 64, 72, 0.12f);
        fill(weights, 80, 88, 32, 40, -0.1f);
        fill(weights, 0, 8, 0, 8, 0.05f);
        var explanation =
                new Explanation(0, 10, 11.5, new SaliencyMap(Emotion.ANGRY, 0.6f, 96, weights));

        assertThat(explanation.sentences())
                .containsExactly(
                        "10.4-10.8 s, 200-570 Hz speaks most for angry (up to 20 points)",
                        "11.0-11.1 s, 1700-2000 Hz speaks for angry (up to 12 points)",
                        "11.3-11.4 s, 760-950 Hz speaks against angry (up to 10 points)");
    }

    @Test
    void whereNoPartDecidesThatIsSaid() {
        var map = new SaliencyMap(Emotion.SAD, 0.4f, 20, new float[20 * LogMel.BANDS]);
        assertThat(new Explanation(0, 0, 0.3, map).sentences())
                .containsExactly(
                        "No part decides: blanking any one changes the 40 % for sad by less than"
                                + " a point.");
    }

    @Test
    void bandsAndFrequenciesAreInverse() {
        for (double hertz : new double[] {50, 440, 1000, 3400, 8000}) {
            assertThat(LogMel.hertz(LogMel.band(hertz))).isCloseTo(hertz, within(1e-6));
        }
        assertThat(LogMel.hertz(LogMel.BANDS)).isCloseTo(8000, within(1e-6));
    }

    private static void fill(
            float[] weights, int fromFrame, int toFrame, int fromBand, int toBand, float value) {
        for (int t = fromFrame; t < toFrame; t++) {
            for (int b = fromBand; b < toBand; b++) {
                weights[t * LogMel.BANDS + b] = value;
            }
        }
    }

    private static PredictionTimeline timeline() {
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            windows.add(new Window(0, i, i + 1, i == 7 ? SADDEST : SAD));
        }
        windows.add(new Window(0, 11, 12, SAD));
        windows.add(new Window(1, 12, 13, ANGRY));
        return new PredictionTimeline(20, 2, windows, List.of(), Optional.of(SAD));
    }

    private static Optional<EmotionDistribution> empty() {
        return Optional.empty();
    }

    private static EmotionDistribution told(Emotion emotion, float share) {
        float[] p = new float[8];
        java.util.Arrays.fill(p, (1 - share) / 7);
        p[emotion.ordinal()] = share;
        return EmotionDistribution.of(p);
    }
}
