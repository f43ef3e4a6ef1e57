// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LogMelExtractorTest {
    private final LogMelExtractor extractor = new LogMelExtractor();

    @Test
    void silenceAndNothingLieOnTheFloor() {
        LogMel silence = extractor.extract(new float[16_000]);
        assertThat(silence.frames()).isEqualTo(63);
        assertThat(silence.db()).containsOnly(LogMel.FLOOR_DB);
        assertThat(extractor.extract(new float[0]).frames()).isEqualTo(1);
    }

    @Test
    void aToneIsLoudestInItsBand() {
        LogMel image = extractor.extract(Tones.sine(1000, 0.1, 16_000, 16_000));
        int loudest = 0;
        for (int band = 0; band < LogMel.BANDS; band++) {
            if (image.at(30, band) > image.at(30, loudest)) {
                loudest = band;
            }
        }
        double bandOfTone =
                MelFilterBank.toMel(1000) / MelFilterBank.toMel(8000) * (LogMel.BANDS + 1) - 1;
        assertThat((double) loudest).isCloseTo(bandOfTone, within(1.0));
        assertThat(image.at(30, loudest)).isCloseTo(0, within(0.1f));
        assertThat(image.at(30, 127)).isEqualTo(LogMel.FLOOR_DB);
    }

    @Test
    void levelOfTheClipDoesNotMatter() {
        float[] x = Tones.noise(0.1, 20_000, 1);
        float[] quiet = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            quiet[i] = x[i] / 1024;
        }
        assertThat(extractor.extract(quiet).db())
                .usingComparatorWithPrecision(1e-3f)
                .containsExactly(extractor.extract(x).db());
    }

    @Test
    void aPartIsTreatedAsAClipOfItsOwn() {
        float[] x = Tones.noise(0.1, 20_000, 2);
        LogMel part = extractor.extract(x, 5000, 9000);
        LogMel alone = extractor.extract(Arrays.copyOfRange(x, 5000, 9000));
        assertThat(part.frames()).isEqualTo(alone.frames());
        assertThat(part.db()).containsExactly(alone.db());
    }

    @Test
    void agreesWithADirectComputation() {
        float[] x = Tones.noise(0.1, 3000, 3);
        LogMel image = extractor.extract(x);
        double[][] mel = DirectTransforms.melPower(x, 16_000, 1024, 256, 128);
        double max = Arrays.stream(mel).flatMapToDouble(Arrays::stream).max().orElseThrow();
        for (int frame = 0; frame < image.frames(); frame++) {
            for (int band = 0; band < LogMel.BANDS; band++) {
                double db = Math.max(-80, 10 * Math.log10(mel[frame][band] / max));
                assertThat((double) image.at(frame, band)).isCloseTo(db, within(1e-3));
            }
        }
    }
}
