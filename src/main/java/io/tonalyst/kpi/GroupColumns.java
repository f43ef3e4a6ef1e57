// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.List;
import java.util.stream.Stream;

/** The columns of {@link GroupSums}, one row a group. */
final class GroupColumns {
    private final Column talk = new Column();
    private final Column hold = new Column();
    private final Column work = new Column();
    private final Column queue = new Column();
    private final Column handle = new Column();
    private final Column rating = new Column();
    private final IntColumn judged = new IntColumn();
    private final IntColumn labelled = new IntColumn();
    private final IntColumn angry = new IntColumn();

    void add(GroupSums sums) {
        talk.add(sums.talk());
        hold.add(sums.hold());
        work.add(sums.work());
        queue.add(sums.queue());
        handle.add(sums.handle());
        rating.add(sums.rating());
        judged.add(sums.judged());
        labelled.add(sums.labelled());
        angry.add(sums.angry());
    }

    GroupSums get(int row) {
        return new GroupSums(
                talk.get(row),
                hold.get(row),
                work.get(row),
                queue.get(row),
                handle.get(row),
                rating.get(row),
                judged.get(row),
                labelled.get(row),
                angry.get(row));
    }

    /** Calls with an imported emotion label in a group. */
    int labelled(int row) {
        return labelled.get(row);
    }

    void reorder(int[] order) {
        Stream.of(talk, hold, work, queue, handle, rating).forEach(column -> column.reorder(order));
        List.of(judged, labelled, angry).forEach(column -> column.reorder(order));
    }

    /** One amount; takes room from the first group on that records it. */
    private static final class Column {
        private final IntColumn counted = new IntColumn();
        private final DoubleColumn sums = new DoubleColumn();
        private final DoubleColumn squares = new DoubleColumn();
        private int rows;

        void add(GroupSums.Amount amount) {
            rows++;
            if (amount.counted() == 0 && counted.size() == 0) {
                return;
            }
            while (counted.size() < rows - 1) {
                append(GroupSums.Amount.NONE);
            }
            append(amount);
        }

        private void append(GroupSums.Amount amount) {
            counted.add(amount.counted());
            sums.add(amount.sum());
            squares.add(amount.squares());
        }

        GroupSums.Amount get(int row) {
            return counted.size() == 0
                    ? GroupSums.Amount.NONE
                    : new GroupSums.Amount(counted.get(row), sums.get(row), squares.get(row));
        }

        void reorder(int[] order) {
            if (counted.size() > 0) {
                counted.reorder(order);
                sums.reorder(order);
                squares.reorder(order);
            }
        }
    }
}
