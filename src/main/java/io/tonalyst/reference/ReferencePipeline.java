// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import java.util.Locale;

/** The two published pipelines. */
public enum ReferencePipeline {
    /** 162 features, each the mean over the frames of a clip. */
    FEATURES("162 features a clip"),
    /** Zero-crossing rate, RMS and 20 MFCC of each of 108 frames. */
    FRAMES("2376 values, frame by frame");

    private final String title;

    ReferencePipeline(String title) {
        this.title = title;
    }

    /** Name in files and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name in tables and on screen. */
    public String title() {
        return title;
    }

    /** Name of its folder below {@code models/}. */
    public String folder() {
        return "reference-" + key();
    }
}
