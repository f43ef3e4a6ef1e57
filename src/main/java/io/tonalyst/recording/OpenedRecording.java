// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import io.tonalyst.signal.PeakPyramid;
import io.tonalyst.signal.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file whose sound can be read from any place, decoded or still being decoded.
 *
 * @param samples its sound at the file's own rate; to be closed by whom it was given to
 * @param peaks one summary a channel, growing with the sound; none if nothing is to be drawn
 * @param expectedSeconds the length, of which the header may be wrong before all is decoded
 * @param facts present when all is decoded
 */
public record OpenedRecording(
        Path file,
        Samples samples,
        List<PeakPyramid> peaks,
        double expectedSeconds,
        Optional<RecordingFacts> facts) {
    public OpenedRecording {
        peaks = List.copyOf(peaks);
    }
}
