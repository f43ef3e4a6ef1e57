// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Checks that need no reference files: closed forms, and the definitions computed directly. */
class ReferenceFeatureExtractorTest {
    private static final int RATE = ReferenceFeatures.SAMPLE_RATE;

    private final ReferenceFeatureExtractor extractor = new ReferenceFeatureExtractor();

    @Test
    void silenceGivesZerosAndTheFloorOfTheFirstCoefficient() {
        ReferenceFeatures features = extractor.extract(new float[RATE]);
        double[] expected = new double[ReferenceFeatures.COUNT];
        expected[1 + ReferenceFeatures.CHROMA] = -100 * Math.sqrt(ReferenceFeatures.MEL);
        assertThat(features.toArray()).usingComparatorWithPrecision(1e-3).containsExactly(expected);
    }

    @Test
    void aSineHasTheLevelCrossingsAndPitchClassOfItsFormula() {
        // So long that the frames at its ends, half of them empty, hardly count.
        double hertz = 431.3;
        float[] x = Tones.sine(hertz, 0.5, RATE, 512 * 1000);
        ReferenceFeatures features = extractor.extract(x);
        assertThat(features.rms()).isCloseTo(0.5 / Math.sqrt(2), within(1e-3));
        assertThat(features.zeroCrossingRate()).isCloseTo(2 * hertz / RATE, within(2e-4));
        assertThat(strongest(features.chroma())).as("431.3 Hz is an A").isEqualTo(9);
    }

    @Test
    void eachPitchClassIsFoundInEveryOctave() {
        for (int note = 48; note < 96; note++) {
            double hertz = 440 * Math.pow(2, (note - 69) / 12.0);
            float[] x = Tones.sine(hertz, 0.3, RATE, 20_000);
            assertThat(strongest(extractor.extract(x).chroma())).isEqualTo(note % 12);
        }
    }

    @Test
    void melAndCepstrumAreThoseOfTheDefinition() {
        float[] x = Tones.noise(0.1, 2100, 5);
        double[][] mel = DirectTransforms.melPower(x, RATE, 2048, 512, ReferenceFeatures.MEL);
        ReferenceFeatures features = extractor.extract(x);
        for (int band = 0; band < ReferenceFeatures.MEL; band++) {
            double mean = 0;
            for (double[] frame : mel) {
                mean += frame[band] / mel.length;
            }
            assertThat(features.mel()[band]).isCloseTo(mean, within(1e-5 * mean));
        }
        for (int k = 0; k < ReferenceFeatures.MFCC; k++) {
            double expected = meanCoefficient(mel, k);
            assertThat(features.mfcc()[k]).isCloseTo(expected, within(1e-4));
        }
    }

    private static double meanCoefficient(double[][] mel, int k) {
        int bands = mel[0].length;
        double sum = 0;
        for (double[] frame : mel) {
            for (int i = 0; i < bands; i++) {
                double db = 10 * Math.log10(Math.max(1e-10, frame[i]));
                sum += db * Math.cos(Math.PI * k * (i + 0.5) / bands);
            }
        }
        return sum / mel.length * Math.sqrt((k == 0 ? 1.0 : 2.0) / bands);
    }

    @Test
    void theTuningIsTheDeviationFromConcertPitch() {
        var tuning = new TuningEstimator(RATE, 2048);
        assertThat(tuning.tuning()).isZero();
        var stft = new PreciseStft(2048);
        float[] magnitude = new float[stft.bins()];
        float[] x = Tones.sine(452, 0.3, RATE, 8192);
        stft.magnitude(x, 4096, magnitude);
        tuning.add(magnitude);
        assertThat(tuning.tuning()).isEqualTo(0.46, within(0.011));
    }

    @Test
    void zeroCrossingsAreCountedAsDefined() {
        float[] x = Tones.noise(0.1, 1500, 6);
        x[700] = 0;
        x[701] = -1e-11f;
        x[702] = -1;
        int size = 256;
        int hop = 64;
        double sum = 0;
        int frames = 1 + x.length / hop;
        for (int frame = 0; frame < frames; frame++) {
            for (int i = 1; i < size; i++) {
                float before = x[Math.clamp(frame * hop - size / 2 + i - 1, 0, x.length - 1)];
                float after = x[Math.clamp(frame * hop - size / 2 + i, 0, x.length - 1)];
                sum += (before < -1e-10) == (after < -1e-10) ? 0 : 1;
            }
        }
        assertThat(FrameStatistics.meanZeroCrossingRate(x, size, hop))
                .isCloseTo(sum / size / frames, within(1e-12));
    }

    @Test
    void theShortestClipHasFeaturesAndAnEmptyOneHasNone() {
        assertThat(extractor.extract(new float[] {0.5f}).rms())
                .isCloseTo(0.5 / Math.sqrt(2048), within(1e-9));
        assertThatThrownBy(() -> extractor.extract(new float[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMeanAddsInNumPysOrder() {
        for (int n : new int[] {1, 7, 8, 100, 128, 129, 1000}) {
            float[] x = new float[n];
            double exact = 0;
            for (int i = 0; i < n; i++) {
                x[i] = i % 17;
                exact += x[i];
            }
            assertThat(PairwiseMean.of(x)).isEqualTo((float) exact / n);
        }
    }

    private static int strongest(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }
}
