// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameFeaturesTest {
    private final FrameFeatures extractor = new FrameFeatures();

    @Test
    void theirMeansAreTheReferenceFeatures() {
        float[] x = new float[55_125];
        var random = new Random(1);
        for (int i = 0; i < x.length; i++) {
            double tone = Math.sin(2 * Math.PI * 300 * i / 22_050.0);
            x[i] = (float) (0.2 * tone * Math.sin(i / 9000.0) + 0.05 * random.nextGaussian());
        }

        float[] values = extractor.extract(x);

        assertThat(values).hasSize(2376).hasSize(FrameFeatures.count(x.length));
        ReferenceFeatures means = new ReferenceFeatureExtractor().extract(x);
        assertThat(mean(values, 0, 1, 108)).isCloseTo(means.zeroCrossingRate(), within(1e-6));
        assertThat(mean(values, 108, 1, 108)).isCloseTo(means.rms(), within(1e-6));
        for (int k = 0; k < 20; k++) {
            assertThat(mean(values, 216 + k, 20, 108))
                    .isCloseTo(means.mfcc()[k], within(1e-3 * Math.abs(means.mfcc()[0])));
        }
    }

    @Test
    void aShorterClipHasFewerValues() {
        assertThat(extractor.extract(new float[1000])).hasSize(2 * 22).contains(-1131.3708f);
        assertThatIllegalArgumentException().isThrownBy(() -> extractor.extract(new float[0]));
    }

    private static double mean(float[] values, int from, int step, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[from + i * step];
        }
        return sum / count;
    }
}
