// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

/** What only some call logs record of a call. */
public enum CallExtra {
    /** Who called. */
    CUSTOMER,
    /** The customer's rating, in the log's own scale. */
    RATING,
    /** How many calls a row stands for. */
    COUNT,
    /** Whether the call was resolved, or how many of the row's calls were. */
    RESOLVED,
    /** Where the call's recording lies. */
    RECORDING,
    /** Sums over the calls of a row, for rows that are groups of calls. */
    SUMS
}
