// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StftColumnsTest {
    @Test
    void aFullScaleSineHasZeroDecibelsInItsBin() {
        float[] sine = new float[16_000];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = (float) Math.sin(2 * Math.PI * 1000 * i / 16_000);
        }
        var columns = new StftColumns(sine, 1024);
        float[] db = new float[columns.bins()];

        columns.levels(8000, db);

        assertThat(db[64]).isCloseTo(0, within(0.05f));
        assertThat(db[200]).isLessThan(-80);
    }

    @Test
    void silenceAndEverythingOutsideTheSoundIsTheFloor() {
        var columns = new StftColumns(new float[100], 256);
        float[] db = new float[columns.bins()];

        columns.levels(-5000, db);

        assertThat(db).containsOnly(io.tonalyst.signal.Stft.SILENCE_DB);
    }

    @Test
    void windowsArePowersOfTwoNearTheWantedLength() {
        assertThat(StftColumns.windowFor(0.064, 8000)).isEqualTo(512);
        assertThat(StftColumns.windowFor(0.064, 16_000)).isEqualTo(1024);
        assertThat(StftColumns.windowFor(0.064, 192_000)).isEqualTo(4096);
        assertThat(StftColumns.windowFor(0.0001, 8000)).isEqualTo(16);
    }
}
