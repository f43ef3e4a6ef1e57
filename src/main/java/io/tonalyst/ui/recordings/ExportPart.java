// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

/** What of a recording a picture shows. */
public enum ExportPart {
    /** All panes with overview and summary. */
    VIEW("whole view"),
    WAVEFORM("waveform"),
    SPECTROGRAM("spectrogram"),
    PREDICTION("predictions");

    private final String title;

    ExportPart(String title) {
        this.title = title;
    }

    /** Name in menus and file names. */
    public String title() {
        return title;
    }
}
