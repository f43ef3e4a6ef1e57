// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.explore;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.Estimate;
import io.tonalyst.kpi.GroupSums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Calls in groups, compared by one figure. Means and shares are ratios of sums over the calls;
 * rates have Wilson's 95 % band, means Student's t band.
 *
 * @param by what the calls are told apart by
 * @param groups those with calls that pass the filter, in the order of their codes, calls without a
 *     code last
 * @param all all of these calls together
 */
public record Breakdown(
        CallDimension by, Figure figure, CallFilter filter, List<Group> groups, Group all) {
    public Breakdown {
        groups = List.copyOf(groups);
    }

    /**
     * One group.
     *
     * @param code as the log has it; empty for calls without one
     * @param title in words where they are known
     * @param calls that are in the group
     * @param counted of those, the calls that record the figure: the denominator
     * @param estimate the figure with its band; without a value where no call records it
     */
    public record Group(String code, String title, long calls, long counted, Estimate estimate) {
        public double value() {
            return estimate.value();
        }
    }

    /** Compares the calls that pass a filter; one pass over the log. */
    public static Breakdown of(CallLog log, CallDimension by, Figure figure, CallFilter filter) {
        List<String> codes = log.groupCodes(by);
        var sums = new Sums[codes.size()];
        IntUnaryOperator groupOf = log.groups(by);
        IntPredicate counts = log.accepting(filter);
        for (int row = 0; row < log.size(); row++) {
            if (counts.test(row)) {
                int group = groupOf.applyAsInt(row);
                if (sums[group] == null) {
                    sums[group] = new Sums();
                }
                sums[group].add(log, row, figure);
            }
        }
        var groups = new ArrayList<Group>();
        var all = new Sums();
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] != null) {
                String code = codes.get(i);
                String title = code.isEmpty() ? "not recorded" : log.title(by, code);
                groups.add(sums[i].group(code, title, figure));
                all.add(sums[i]);
            }
        }
        // Agents come in the order of their numbers, other codes in that of their first call.
        groups.sort(
                Comparator.comparing((Group g) -> g.code().isEmpty())
                        .thenComparing(g -> by == CallDimension.AGENT ? "" : g.code()));
        return new Breakdown(by, figure, filter, groups, all.group("", "all", figure));
    }

    /** Share of all calls, in percent; NaN without calls. */
    public double share(Group group) {
        return all.calls() == 0 ? Double.NaN : 100.0 * group.calls() / all.calls();
    }

    /** Such as {@code Angry share by agent}. */
    public String title() {
        return title(figure, by);
    }

    /** Such as {@code Angry share by agent}. */
    public static String title(Figure figure, CallDimension by) {
        String dimension = by.title().toLowerCase(Locale.ROOT);
        return figure.title() + " by " + dimension;
    }

    /** Sums over the calls of a group. */
    private static final class Sums {
        private long calls;
        private long counted;
        private double sum;
        private double squares;

        void add(CallLog log, int row, Figure figure) {
            GroupSums group = log.groupSums(row);
            if (group == null) {
                add(log.count(row), figure.value(log, row));
                return;
            }
            GroupSums.Amount amount = figure.amount(group, log, row);
            calls += log.count(row);
            counted += amount.counted();
            sum += amount.sum();
            squares += amount.squares();
        }

        private void add(int count, double value) {
            calls += count;
            if (!Double.isNaN(value)) {
                counted += count;
                sum += count * value;
                // The spread within a row of several calls is not known.
                squares += count == 1 ? value * value : Double.NaN;
            }
        }

        void add(Sums other) {
            calls += other.calls;
            counted += other.counted;
            sum += other.sum;
            squares += other.squares;
        }

        Group group(String code, String title, Figure figure) {
            int n = Math.toIntExact(counted);
            Estimate estimate =
                    switch (figure.kind()) {
                        case COUNT -> Estimate.exact((double) calls);
                        case RATE -> Estimate.rate(Math.toIntExact(Math.round(sum)), n);
                        case DURATION, MEAN ->
                                figure.isSigned()
                                        ? Estimate.signedMean(n, sum, squares)
                                        : Estimate.mean(n, sum, squares);
                    };
            return new Group(code, title, calls, counted, estimate);
        }
    }
}
