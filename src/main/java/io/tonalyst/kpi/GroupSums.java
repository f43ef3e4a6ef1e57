// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

/**
 * What is known of the calls of a row that stands for a group of calls: sums in place of the calls.
 * All figures that are ratios of sums, and their bands, follow from it as from the calls.
 *
 * @param talk talk times, or handle times as a whole in a log that has no parts
 * @param hold hold times
 * @param work after-call work
 * @param queue times in the queue
 * @param handle talk + hold + after-call work, as far as they are recorded
 * @param rating customers' ratings
 * @param judged calls of which it is known whether they were resolved
 * @param labelled calls with an imported emotion label
 * @param angry calls whose label is anger
 */
public record GroupSums(
        Amount talk,
        Amount hold,
        Amount work,
        Amount queue,
        Amount handle,
        Amount rating,
        int judged,
        int labelled,
        int angry) {
    /**
     * An amount over the calls that record it.
     *
     * @param counted calls that record it
     * @param sum over them
     * @param squares sum of the squares; NaN when only means are known
     */
    public record Amount(int counted, double sum, double squares) {
        /** Of calls that do not record it. */
        public static final Amount NONE = new Amount(0, 0, 0);

        /** The mean, NaN where no call records it. */
        public double mean() {
            return sum / counted;
        }
    }
}
