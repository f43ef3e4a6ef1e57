// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResponseDiagnosticTest {
    @Test
    void seesPausesAndScrubs() {
        ResponseDiagnostic.Report report = new ResponseDiagnostic(AudioSinks::silent).run(2);
        assertThat(report.unheard()).isZero();
        // A busy machine may be slow, but both are seen.
        assertThat(report.pauseMs()).isBetween(0.0, 3000.0);
        assertThat(report.scrubMs()).isBetween(0.0, 3000.0);
    }
}
