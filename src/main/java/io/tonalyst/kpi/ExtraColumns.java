// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns only some logs have; each is null in a log without it. */
final class ExtraColumns {
    private final @Nullable IntColumn customers;
    private final @Nullable FloatColumn ratings;
    private final @Nullable IntColumn counts;
    private final @Nullable IntColumn resolved;
    private @Nullable List<String> recordings;
    private final @Nullable GroupColumns groups;

    ExtraColumns(Set<CallExtra> kept) {
        customers = kept.contains(CallExtra.CUSTOMER) ? new IntColumn() : null;
        ratings = kept.contains(CallExtra.RATING) ? new FloatColumn() : null;
        counts = kept.contains(CallExtra.COUNT) ? new IntColumn() : null;
        resolved = kept.contains(CallExtra.RESOLVED) ? new IntColumn() : null;
        recordings = kept.contains(CallExtra.RECORDING) ? new ArrayList<>() : null;
        groups = kept.contains(CallExtra.SUMS) ? new GroupColumns() : null;
    }

    /**
     * Appends a call.
     *
     * @param customer 0 when unknown
     * @param resolvedCalls how many of the row's calls were resolved, -1 when unknown
     */
    void add(int customer, float rating, int count, int resolvedCalls, String recording) {
        if (customers != null) {
            customers.add(customer);
        }
        if (ratings != null) {
            ratings.add(rating);
        }
        if (counts != null) {
            counts.add(count);
        }
        if (resolved != null) {
            resolved.add(resolvedCalls);
        }
        if (recordings != null) {
            recordings.add(recording);
        }
    }

    /** Appends the sums of a group, after its {@link #add}; nothing in a log of calls. */
    void addSums(GroupSums sums) {
        if (groups != null) {
            groups.add(sums);
        }
    }

    void reorder(int[] order) {
        if (groups != null) {
            groups.reorder(order);
        }
        if (customers != null) {
            customers.reorder(order);
        }
        if (ratings != null) {
            ratings.reorder(order);
        }
        if (counts != null) {
            counts.reorder(order);
        }
        if (resolved != null) {
            resolved.reorder(order);
        }
        if (recordings != null) {
            var moved = new ArrayList<String>(order.length);
            for (int row : order) {
                moved.add(recordings.get(row));
            }
            recordings = Collections.unmodifiableList(moved);
        }
    }

    @Nullable IntColumn customers() {
        return customers;
    }

    @Nullable FloatColumn ratings() {
        return ratings;
    }

    @Nullable IntColumn counts() {
        return counts;
    }

    @Nullable IntColumn resolved() {
        return resolved;
    }

    @Nullable List<String> recordings() {
        return recordings;
    }

    /** The sums of the groups that the rows are; null in a log of calls. */
    @Nullable GroupColumns groups() {
        return groups;
    }
}
