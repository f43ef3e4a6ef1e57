// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.kpi.AxisDomain;
import io.tonalyst.kpi.Measure;
import io.tonalyst.signal.PcmSource;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faults that are put in are found. */
class ScoreCheckTest {
    private final SonificationScore score =
            SonificationScore.of(
                            Months.of(Measure.FCR, 500, Double.NaN, 900, Double.NaN, 1300),
                            900,
                            Mapping.precise(),
                            new AxisDomain(400, 1600, 200))
                    .without(EnumSet.of(ScoreVoice.EARCONS, ScoreVoice.TICKS));

    private float[] samples() {
        PcmSource sound = new Synth().render(score);
        float[] stereo = new float[2 * (int) sound.frames()];
        sound.read(0, stereo, 0, (int) sound.frames());
        return stereo;
    }

    @Test
    void theSynthesiserIsExact() {
        var figures = ScoreCheck.of(score, new Synth().render(score));
        assertThat(figures.notes()).isEqualTo(3);
        assertThat(figures.onsetSamples()).isZero();
        assertThat(figures.cents()).isLessThanOrEqualTo(2);
        assertThat(figures.edgeStep()).isLessThan(0.01);
        assertThat(figures.clipped()).isZero();
    }

    @Test
    void aSoundThatComesLateIsFound() {
        float[] late = new float[samples().length];
        System.arraycopy(samples(), 0, late, 2 * 7, late.length - 2 * 7);
        assertThat(ScoreCheck.of(score, new RenderedScore(late)).onsetSamples()).isEqualTo(7);
    }

    @Test
    void aPitchThatIsOffIsFound() {
        float[] in = samples();
        float[] out = new float[in.length];
        double ratio = Math.pow(2, 5.0 / 1200);
        int from = 2 * (int) score.notes().get(1).start();
        for (int i = 0; from + 2 * i + 1 < out.length; i++) {
            int read = from + 2 * (int) (i * ratio);
            if (read + 3 < in.length) {
                double rest = i * ratio - (int) (i * ratio);
                for (int c = 0; c < 2; c++) {
                    out[from + 2 * i + c] =
                            (float) ((1 - rest) * in[read + c] + rest * in[read + 2 + c]);
                }
            }
        }
        assertThat(ScoreCheck.of(score, new RenderedScore(out)).cents()).isBetween(4.0, 12.0);
    }

    @Test
    void clippingStepsAndMissingDaysAreFound() {
        float[] loud = samples();
        loud[1000] = 1;
        loud[2 * (int) score.notes().get(1).start()] = 0.2f;
        var figures = ScoreCheck.of(score, new RenderedScore(loud));
        assertThat(figures.clipped()).isEqualTo(1);
        assertThat(figures.peakDb()).isCloseTo(0, within(1e-6));
        assertThat(figures.edgeStep()).isCloseTo(0.2, within(1e-6));
        assertThat(ScoreCheck.stepsWithoutNote(score, List.of(0, 1, 2, 3, 4))).isEqualTo(2);
    }
}
