// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The growing columns behind a {@link CallLog}. */
final class CallColumns {
    private static final int FIRST_CAPACITY = 1024;

    private int size;
    private int[] agents = new int[FIRST_CAPACITY];
    private int[] days = new int[FIRST_CAPACITY];
    private int[] seconds = new int[FIRST_CAPACITY];
    private float[] talk = new float[FIRST_CAPACITY];
    private float[] acw = new float[FIRST_CAPACITY];
    private float[] queue = new float[FIRST_CAPACITY];
    private float @Nullable [] hold;
    private final NameColumn outcomes = new NameColumn(CallNames::isResolved);
    private final NameColumn types = new NameColumn(name -> false);
    private final NameColumn plans = new NameColumn(name -> false);
    private final NameColumn emotions = new NameColumn(CallNames::isAnger);

    CallColumns(boolean withHold) {
        hold = withHold ? new float[FIRST_CAPACITY] : null;
    }

    /** Appends a call; the name columns are to be appended to by the caller, one name each. */
    void add(int agent, int day, int second, float talkS, float acwS, float queueS, float holdS) {
        if (size == agents.length) {
            grow();
        }
        agents[size] = agent;
        days[size] = day;
        seconds[size] = second;
        talk[size] = talkS;
        acw[size] = acwS;
        queue[size] = queueS;
        if (hold != null) {
            hold[size] = holdS;
        }
        size++;
    }

    private void grow() {
        int capacity = size + (size >> 1);
        agents = Arrays.copyOf(agents, capacity);
        days = Arrays.copyOf(days, capacity);
        seconds = Arrays.copyOf(seconds, capacity);
        talk = Arrays.copyOf(talk, capacity);
        acw = Arrays.copyOf(acw, capacity);
        queue = Arrays.copyOf(queue, capacity);
        if (hold != null) {
            hold = Arrays.copyOf(hold, capacity);
        }
    }

    /** Puts row {@code order[i]} at i and drops spare capacity, one column at a time. */
    void reorder(int[] order) {
        agents = reordered(agents, order);
        days = reordered(days, order);
        seconds = reordered(seconds, order);
        talk = reordered(talk, order);
        acw = reordered(acw, order);
        queue = reordered(queue, order);
        if (hold != null) {
            hold = reordered(hold, order);
        }
        outcomes.reorder(order);
        types.reorder(order);
        plans.reorder(order);
        emotions.reorder(order);
    }

    private static int[] reordered(int[] column, int[] order) {
        int[] result = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            result[i] = column[order[i]];
        }
        return result;
    }

    private static float[] reordered(float[] column, int[] order) {
        float[] result = new float[order.length];
        for (int i = 0; i < order.length; i++) {
            result[i] = column[order[i]];
        }
        return result;
    }

    int size() {
        return size;
    }

    int[] agents() {
        return agents;
    }

    int[] days() {
        return days;
    }

    int[] seconds() {
        return seconds;
    }

    float[] talk() {
        return talk;
    }

    float[] acw() {
        return acw;
    }

    float[] queue() {
        return queue;
    }

    float @Nullable [] hold() {
        return hold;
    }

    NameColumn outcomes() {
        return outcomes;
    }

    NameColumn types() {
        return types;
    }

    NameColumn plans() {
        return plans;
    }

    NameColumn emotions() {
        return emotions;
    }
}
