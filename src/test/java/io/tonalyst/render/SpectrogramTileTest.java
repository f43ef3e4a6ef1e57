// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tonalyst.SharedMaterial;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.render.SpectrogramTile.Key;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SpectrogramTileTest {
    private static final int ROWS = 240;

    @ParameterizedTest
    @EnumSource
    void aToneOf1000HertzShowsThereAtEveryZoom(FrequencyScale scale) {
        for (int rate : new int[] {8000, 44_100}) {
            Signal tone = tone(1000, rate, 20);
            for (int window : new int[] {256, 512, 2048}) {
                for (int level = 0; level <= 8; level++) {
                    var key = new Key(0, window, level, 0);
                    var tile = SpectrogramTile.compute(tone, key, () -> false);
                    int x = (int) (Math.min(tone.frames(), key.end()) / key.hop() / 2);

                    int brightest = brightest(pixels(tile, scale, rate / 2.0), x);

                    double tall = (double) rate / window;
                    double low = scale.position(1000 - tall, rate / 2.0);
                    double high = scale.position(1000 + tall, rate / 2.0);
                    assertThat(1 - (brightest + 0.5) / ROWS)
                            .as("%s, %d Hz, window %d, level %d", scale, rate, window, level)
                            .isBetween(low - 1.0 / ROWS, high + 1.0 / ROWS);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "31, 0", "63.9, 0", "64, 1", "128, 2", "1e30, 40"})
    void columnsAreAsWideAsAPixelOrNarrower(double samplesPerPixel, int level) {
        assertThat(Key.levelFor(512, samplesPerPixel)).isEqualTo(level);
    }

    @Test
    void levelsAreThoseOfTheTransformAndSilenceFollowsTheEnd() {
        Signal tone = tone(1000, 8000, 1);
        var tile = SpectrogramTile.compute(tone, new Key(0, 512, 0, 0), () -> false);
        float[] exact = new float[257];
        new StftColumns(tone, 0, 512).levels(32 * 100 + 16, exact);

        for (int bin = 0; bin <= 256; bin++) {
            assertThat(tile.level(32 * 100, bin)).isCloseTo(exact[bin], within(0.006f));
        }
        assertThat(tile.maximum()).isCloseTo(-6.02f, within(0.1f));
        assertThat(tile.known()).isEqualTo(8000);
        var later = SpectrogramTile.compute(tone, new Key(0, 512, 0, 5), () -> false);
        assertThat(later.maximum()).isEqualTo(-150);
    }

    @Test
    void levelsAreThoseOfLibrosaWithinATenthOfADecibel() throws Exception {
        Path folder = SharedMaterial.require("golden/librosa");
        JsonNode files = new ObjectMapper().readTree(folder.resolve("stft.json").toFile());
        double fullScale = 20 * Math.log10(2048 / 4.0);
        double worst = 0;
        for (var file : files.get("files").properties()) {
            // Half a column of silence puts the middle of column f at librosa's frame f.
            Signal shifted = shifted(folder.resolve(file.getKey()), 256);
            for (var frame : file.getValue().properties()) {
                int column = Integer.parseInt(frame.getKey());
                var key = new Key(0, 2048, 2, column / SpectrogramTile.COLUMNS);
                var tile = SpectrogramTile.compute(shifted, key, () -> false);
                for (int bin = 0; bin < frame.getValue().size(); bin++) {
                    double db = frame.getValue().get(bin).asDouble();
                    if (db > -60) {
                        double ours = tile.level(512L * column, bin) + fullScale;
                        worst = Math.max(worst, Math.abs(ours - db));
                    }
                }
            }
        }
        assertThat(worst).isLessThan(0.1);
    }

    private static Signal shifted(Path file, int samples) throws Exception {
        Signal whole =
                new FfmpegDecoder().decode(file, new CancelToken(), ProgressSink.NONE).signal();
        float[] x = whole.mixdown();
        float[] later = new float[samples + x.length];
        System.arraycopy(x, 0, later, samples, x.length);
        return new Signal(whole.sampleRate(), later);
    }

    private static int[] pixels(SpectrogramTile tile, FrequencyScale scale, double nyquist) {
        return tile.argb(ROWS, scale, nyquist, ColourMap.GREY, -100, 0);
    }

    /** Black is the loudest. */
    private static int brightest(int[] pixels, int x) {
        int first = -1;
        int last = -1;
        int darkest = 256;
        for (int row = 0; row < ROWS; row++) {
            int grey = pixels[row * SpectrogramTile.COLUMNS + x] & 0xff;
            if (grey < darkest) {
                darkest = grey;
                first = row;
                last = row;
            } else if (grey == darkest && last == row - 1) {
                last = row;
            }
        }
        return (first + last) / 2;
    }

    private static Signal tone(double hertz, int rate, int seconds) {
        float[] x = new float[rate * seconds];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return new Signal(new SampleRate(rate), x);
    }
}
