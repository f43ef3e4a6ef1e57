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
    void chromaFiltersAreTheGaussiansOfTheDefinition() {
        double tuning = 0.23;
        var bank = new ChromaFilterBank(12, RATE, 2048, tuning);
        double[] pitch = new double[1026];
        for (int k = 1; k < pitch.length; k++) {
            pitch[k] = 12 * Math.log(k * RATE / 2048.0 / 27.5) / Math.log(2) - tuning;
        }
        pitch[0] = pitch[1] - 18;
        for (int k : new int[] {0, 1, 2, 10, 16, 17, 18, 100, 511, 1024}) {
            float[] magnitude = new float[1025];
            magnitude[k] = 1;
            double[] ours = new double[12];
            bank.addTo(ours, new MagnitudeSpectra.Block(1, magnitude));
            double width = Math.max(1, pitch[k + 1] - pitch[k]);
            double[] expected = new double[12];
            for (int c = 0; c < 12; c++) {
                double distance = (pitch[k] - c + 126) % 12 - 6;
                expected[(c + 9) % 12] = Math.exp(-0.5 * Math.pow(2 * distance / width, 2));
            }
            double max = expected[strongest(expected)];
            for (int c = 0; c < 12; c++) {
                assertThat(ours[c]).isCloseTo(expected[c] / max, within(1e-12));
            }
        }
    }

    @Test
    void spectraBeyondWhatIsKeptAreTheSameEachTime() {
        // Beyond 128 blocks of 32 frames the spectra are computed each time.
        float[] x = Tones.sine(440, 0.5, RATE, 512 * 32 * 130);
        var spectra = new MagnitudeSpectra(new PreciseStft(2048), x, 512);
        assertThat(spectra.blocks()).isEqualTo(131);
        assertThat(spectra.block(130).frames()).isEqualTo(1);
        assertThat(spectra.block(130).bins()).isEqualTo(1025);
        assertThat(spectra.block(3)).isSameAs(spectra.block(3));
        assertThat(spectra.block(129)).isNotSameAs(spectra.block(129));
        assertThat(spectra.block(129).magnitude()).isEqualTo(spectra.block(129).magnitude());
    }

    @Test
    void theTuningIsTheDeviationFromConcertPitch() {
        var tuning = new TuningEstimator(RATE, 2048);
        assertThat(tuning.tuning()).isZero();
        var stft = new PreciseStft(2048);
        float[] magnitude = new float[stft.bins()];
        float[] x = Tones.sine(452, 0.3, RATE, 8192);
        stft.magnitude(x, 4096, magnitude, stft.new Room());
        tuning.add(new MagnitudeSpectra.Block(1, magnitude));
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
