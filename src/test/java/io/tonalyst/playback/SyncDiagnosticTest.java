// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class SyncDiagnosticTest {
    @Test
    void pictureKeepsStepWithSilence() {
        SyncReport report =
                new SyncDiagnostic(AudioSinks::silent).run(2, new CancelToken(), ProgressSink.NONE);
        assertThat(report.audible()).isFalse();
        assertThat(report.samples()).isBetween(60, 160);
        assertThat(report.medianMs()).isLessThan(8);
        assertThat(report.maxBackwardsMs()).isZero();
        assertThat(report.deviceReports()).isGreaterThan(50);
    }

    @Test
    void findsADifferenceThatIsThere() {
        TimedPoints device = new TimedPoints(10_000);
        TimedPoints drawn = new TimedPoints(1_000);
        for (double t = 0; t < 10; t += 0.003) {
            // The device starts at 0.5 s and steps by 20 ms; the sound runs along the lower
            // corners.
            device.add(t, Math.max(0, Math.floor((t - 0.5) / 0.02) * 0.02));
        }
        for (double t = 0; t < 10; t += 1.0 / 60) {
            double truth = t - 0.52;
            drawn.add(t, Math.max(0, truth + 0.004 + 0.001 * t));
        }
        SyncReport report = SyncDiagnostic.judge("device", true, 10, device, drawn);
        assertThat(report.medianMs()).isCloseTo(4 + 5.25, within(1.5));
        assertThat(report.driftMs()).isCloseTo(10, within(1.5));
        assertThat(report.maxBackwardsMs()).isZero();
        assertThat(report.deviceStepMs()).isCloseTo(20, within(0.1));
        assertThat(report.deviceStalls()).isZero();
    }

    @Test
    void stopsWhenCancelled() {
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        assertThatThrownBy(
                        () ->
                                new SyncDiagnostic(AudioSinks::silent)
                                        .run(60, cancel, ProgressSink.NONE))
                .isInstanceOf(CancellationException.class);
    }
}
