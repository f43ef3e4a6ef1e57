// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.emotion.PredictionTimeline;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SegmentTableTest {
    @Test
    void tellsARecordingWithoutSpeechFromOneNotYetAnalysed() {
        var silent = new PredictionTimeline(2, 1, List.of(), List.of(), Optional.empty());
        assertThat(SegmentTable.emptyText(Optional.of(silent))).isEqualTo("No speech was found");
        assertThat(SegmentTable.emptyText(Optional.empty())).isEqualTo("No segments yet");
    }
}
