// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.time.SampleRate;
import org.junit.jupiter.api.Test;

/** Clicks in recordings whose times are known. */
class RecordedSyncTest {
    private static final int RATE = 48_000;
    private static final double SECONDS = 10;

    /** The test sound begins so late in the recording. */
    private static final double BEGINS = 1.25;

    /** The recording begins at this second. */
    private static final double RECORDED_FROM = 3;

    private final short[] samples = new short[(int) (RATE * (SECONDS + 2))];
    private final TimedPoints arrivals = new TimedPoints(10_000);
    private final TimedPoints drawn = new TimedPoints(10_000);

    private void record(int from, int to) {
        var clicks = ClickTrack.of(new SampleRate(RATE), SECONDS);
        float[] stereo = new float[2 * (int) clicks.frames()];
        clicks.read(0, stereo, 0, (int) clicks.frames());
        for (int i = from; i < to; i++) {
            samples[i + (int) (BEGINS * RATE)] = (short) (stereo[2 * i] * 20_000);
        }
        // Portions of 20 ms, every fifth of them late.
        for (int k = 0; k < samples.length / 960; k++) {
            double late = k % 5 == 0 ? 0.03 : 0.0003;
            arrivals.add(RECORDED_FROM + k * 0.02 + late, k * 0.02);
        }
    }

    /** Draws the time, ahead by so much. */
    private void draw(double ahead) {
        for (double t = 0; t < 20; t += 1.0 / 60) {
            drawn.add(t, Math.max(0, t - RECORDED_FROM - BEGINS + ahead));
        }
    }

    private RecordedReport report() {
        var recording = new MonitorRecording(samples, RATE, arrivals);
        return RecordedSync.compare(recording.onsets(), drawn, SECONDS);
    }

    @Test
    void findsEachClickAndHowFarItIsFromWhatIsDrawn() {
        record(0, (int) (SECONDS * RATE));
        draw(0.012);
        RecordedReport report = report();
        assertThat(report.clicksPlayed()).isEqualTo(19);
        assertThat(report.clicksFound()).isEqualTo(19);
        assertThat(report.onsetsExtra()).isZero();
        assertThat(report.spacingsExact()).isEqualTo(18);
        assertThat(report.meanMs()).isCloseTo(12, within(0.5));
        assertThat(report.medianMs()).isCloseTo(12, within(0.5));
        assertThat(report.driftMs()).isCloseTo(0, within(0.1));
    }

    @Test
    void knowsWhichClicksAreMissingAndIsNotOffByAPeriod() {
        record(3 * RATE, (int) (SECONDS * RATE));
        // More than a period: taken for its neighbour, a click would be off by 0.1 s.
        draw(0.6);
        RecordedReport report = report();
        assertThat(report.clicksMissing()).isEqualTo(5);
        assertThat(report.medianMs()).isCloseTo(600, within(1.0));
    }

    @Test
    void silenceHoldsNoClicks() {
        draw(0);
        RecordedReport report = report();
        assertThat(report.clicksFound()).isZero();
        assertThat(report.medianMs()).isNaN();
    }
}
