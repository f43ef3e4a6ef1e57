// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import java.util.Locale;

/**
 * How far the time that a painter draws is from the time that the device plays.
 *
 * @param device name of the sink
 * @param audible whether it can be heard
 * @param seconds length of the run
 * @param samples display pulses compared
 * @param medianMs median of the absolute difference, in milliseconds
 * @param p95Ms 95 % of the differences are not larger
 * @param p99Ms 99 % of the differences are not larger
 * @param maxMs the largest
 * @param maxBackwardsMs the largest step back of the drawn time; 0 when it never ran backwards
 * @param driftMs growth of the difference over the run, from a line through it
 * @param deviceReports positions that the device reported, of which most repeat the one before
 * @param deviceStepMs median step of the reported position
 * @param deviceStalls times that it stood still for more than 60 ms after it had begun
 */
public record SyncReport(
        String device,
        boolean audible,
        double seconds,
        int samples,
        double medianMs,
        double p95Ms,
        double p99Ms,
        double maxMs,
        double maxBackwardsMs,
        double driftMs,
        int deviceReports,
        double deviceStepMs,
        int deviceStalls) {

    /** The figures in one line. */
    public String inWords() {
        return String.format(
                Locale.ROOT,
                "%s, %.0f s, %d pulses: median %.2f ms, p95 %.2f, p99 %.2f, largest %.2f;"
                        + " backwards %.3f ms; drift %.2f ms",
                device,
                seconds,
                samples,
                medianMs,
                p95Ms,
                p99Ms,
                maxMs,
                maxBackwardsMs,
                driftMs);
    }
}
