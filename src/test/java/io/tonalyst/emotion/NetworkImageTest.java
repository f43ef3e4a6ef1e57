// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.signal.LogMel;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkImageTest {
    @Test
    void cutsSilenceAtTheEndsButForAMargin() {
        LogMel mel = silence(60);
        for (int t = 20; t < 30; t++) {
            mel.db()[t * LogMel.BANDS + 40] = 0;
        }

        NetworkImage image = NetworkImage.of(mel);

        assertThat(image.frames()).isEqualTo(10 + 8);
        assertThat(image.levels()[4 * NetworkImage.BANDS + 40]).isEqualTo(1);
        assertThat(image.levels()[40]).isZero();
    }

    @Test
    void keepsNothingButSilenceWhole() {
        NetworkImage image = NetworkImage.of(silence(7));

        assertThat(image.frames()).isEqualTo(7);
        assertThat(image.levels()).containsOnly(0f);
    }

    @Test
    void writesTheImageCentred() {
        float[] levels = new float[2 * NetworkImage.BANDS];
        Arrays.fill(levels, 0.5f);
        float[] plane = new float[3 + NetworkImage.BANDS * NetworkImage.FRAMES];

        var image = new NetworkImage(2, levels);
        image.write(image.plainLooks().getFirst(), plane, 3);

        assertThat(plane[3 + 95]).isEqualTo(0.5f);
        assertThat(plane[3 + 96]).isEqualTo(0.5f);
        assertThat(plane[3 + 94]).isZero();
        assertThat(plane[3 + 97]).isZero();
    }

    @Test
    void seesAllOfALongerOneInWindows() {
        int frames = NetworkImage.FRAMES + 10;
        float[] levels = new float[frames * NetworkImage.BANDS];
        for (int t = 0; t < frames; t++) {
            levels[t * NetworkImage.BANDS] = t;
        }
        float[] plane = new float[NetworkImage.BANDS * NetworkImage.FRAMES];

        var image = new NetworkImage(frames, levels);
        assertThat(image.plainLooks()).hasSize(2);
        image.write(image.plainLooks().get(0), plane, 0);
        assertThat(plane[0]).isEqualTo(0);
        image.write(image.plainLooks().get(1), plane, 0);
        assertThat(plane[0]).isEqualTo(10);
        assertThat(plane[NetworkImage.FRAMES - 1]).isEqualTo(frames - 1f);
    }

    @Test
    void looksAtAnImageInSeveralSpeedsAndPlaces() {
        float[] levels = new float[100 * NetworkImage.BANDS];
        levels[50 * NetworkImage.BANDS] = 1;
        var image = new NetworkImage(100, levels);
        Set<Integer> places = new HashSet<>();
        for (NetworkImage.Look look : image.looks(1)) {
            float[] plane = new float[NetworkImage.BANDS * NetworkImage.FRAMES];
            image.write(look, plane, 0);
            int brightest = 0;
            for (int x = 0; x < NetworkImage.FRAMES; x++) {
                brightest = plane[x] > plane[brightest] ? x : brightest;
            }
            places.add(brightest);
            assertThat(plane[brightest]).isBetween(0.5f, 1f);
        }

        assertThat(image.looks(2)).hasSize(3);
        assertThat(image.looks(3)).as("steady together").isEqualTo(image.plainLooks());
        assertThat(places).hasSize(3).allMatch(x -> Math.abs(x - 96) <= 5);
    }

    private static LogMel silence(int frames) {
        float[] db = new float[frames * LogMel.BANDS];
        Arrays.fill(db, LogMel.FLOOR_DB);
        return new LogMel(frames, db);
    }
}
