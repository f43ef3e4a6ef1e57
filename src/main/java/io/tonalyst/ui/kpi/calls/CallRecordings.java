// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.calls;

import io.tonalyst.join.AnalysedRecording;
import io.tonalyst.library.NamePattern;
import io.tonalyst.work.Job;
import java.nio.file.Path;
import java.util.List;

/** The recordings that the window knows, as the KPIs see them. Called on the UI thread. */
public interface CallRecordings {
    /** How many recordings the library holds. */
    int count();

    /** How agent and start stand in their names; empty if the library has no pattern. */
    String names();

    /** Takes recordings and folders into the library. */
    void add(List<Path> filesAndFolders);

    /**
     * Work that yields the recordings of the library with their results; those without are
     * analysed.
     *
     * @param more files and folders besides
     */
    Job<List<AnalysedRecording>> gather(List<Path> more, NamePattern names);

    /**
     * Opens a recording at its emotion timeline, with a way back.
     *
     * @param from where the way back leads, such as {@code calls of agent 32400}
     */
    void open(Path recording, String from);

    /** No recordings, for windows without a library. */
    static CallRecordings none() {
        return new CallRecordings() {
            @Override
            public int count() {
                return 0;
            }

            @Override
            public String names() {
                return "";
            }

            @Override
            public void add(List<Path> filesAndFolders) {
                // There is no library to take them.
            }

            @Override
            public Job<List<AnalysedRecording>> gather(List<Path> more, NamePattern names) {
                return (cancel, progress) -> List.of();
            }

            @Override
            public void open(Path recording, String from) {
                // There is no workspace to show them.
            }
        };
    }
}
