// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

/**
 * How far the drawn time is from clicks that were found in a recording of the sink.
 *
 * @param clicksPlayed clicks of the test sound
 * @param clicksFound of these, found in the recording
 * @param clicksMissing of these, not found
 * @param onsetsExtra onsets in the recording that are no click, or one that was there before
 * @param spacings pairs of neighbouring clicks that were both found
 * @param spacingsExact of these, exactly as far apart as in the test sound, to one sample
 * @param meanMs mean of drawn less heard time: positive where the picture is ahead
 * @param medianMs median of the absolute difference
 * @param p95Ms 95 % of the differences are not larger
 * @param p99Ms 99 % of the differences are not larger
 * @param maxMs the largest
 * @param driftMs growth of the difference over the run
 */
public record RecordedReport(
        int clicksPlayed,
        int clicksFound,
        int clicksMissing,
        int onsetsExtra,
        int spacings,
        int spacingsExact,
        double meanMs,
        double medianMs,
        double p95Ms,
        double p99Ms,
        double maxMs,
        double driftMs) {}
