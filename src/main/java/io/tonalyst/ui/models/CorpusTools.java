// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.playback.Playback;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.work.JobRunner;

/** What reading and playing the clips of corpora needs. */
record CorpusTools(
        RecordingDecoder decoder,
        Playback playback,
        RememberedFolders folders,
        JobRunner jobs,
        FxExecutor fx,
        StatusReporter status) {}
