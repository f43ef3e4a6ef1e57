// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.playback.RecordedReport;
import io.tonalyst.playback.SyncReport;
import java.util.List;
import java.util.Locale;

/**
 * A figure that is promised.
 *
 * @param what is measured, with its unit
 * @param measured the figure of this run
 * @param atMost what is promised
 * @param met whether it is kept; false where nothing could be measured
 */
record Promise(String what, double measured, double atMost, boolean met) {
    static Promise atMost(String what, double measured, double limit) {
        return new Promise(what, measured, limit, measured <= limit);
    }

    /** What is promised of the drawn time, against the device's own position. */
    static List<Promise> ofClock(SyncReport report, String of) {
        return List.of(
                atMost(of + "median ms", report.medianMs(), 8),
                atMost(of + "95 % ms", report.p95Ms(), 17),
                atMost(of + "99 % ms", report.p99Ms(), 33),
                atMost(of + "backwards ms", report.maxBackwardsMs(), 0),
                atMost(of + "drift over the run ms", Math.abs(report.driftMs()), 5));
    }

    /** The same against a recording of what was played. */
    static List<Promise> ofRecording(RecordedReport report) {
        String of = "recording: ";
        return List.of(
                atMost(of + "median ms", report.medianMs(), 8),
                atMost(of + "95 % ms", report.p95Ms(), 17),
                atMost(of + "99 % ms", report.p99Ms(), 33),
                atMost(of + "clicks missing", report.clicksMissing(), 0),
                atMost(of + "onsets extra", report.onsetsExtra(), 0));
    }

    String inWords() {
        return String.format(
                Locale.ROOT,
                "%-45s %10.3f, promised %8.3f  %s",
                what,
                measured,
                atMost,
                met ? "kept" : "MISSED");
    }
}
