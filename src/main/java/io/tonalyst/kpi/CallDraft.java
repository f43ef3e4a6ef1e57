// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.Arrays;

/**
 * One call on its way into a {@link CallLogBuilder}: set what the log records, add it, clear it.
 * One object serves all calls of a log.
 */
public final class CallDraft {
    private static final GroupSums NO_SUMS =
            new GroupSums(
                    GroupSums.Amount.NONE,
                    GroupSums.Amount.NONE,
                    GroupSums.Amount.NONE,
                    GroupSums.Amount.NONE,
                    GroupSums.Amount.NONE,
                    GroupSums.Amount.NONE,
                    0,
                    0,
                    0);

    private final String[] names = new String[CallDimension.values().length];
    private long start;
    private float talk;
    private float hold;
    private float acw;
    private float queue;
    private float rating;
    private int count;
    private int resolved;
    private String customer = "";
    private String recording = "";
    private String agentTitle = "";
    private GroupSums sums = NO_SUMS;

    public CallDraft() {
        clear();
    }

    /** Forgets everything: names are empty, durations not recorded, the row is one call. */
    public void clear() {
        Arrays.fill(names, "");
        start = 0;
        talk = Float.NaN;
        hold = Float.NaN;
        acw = Float.NaN;
        queue = Float.NaN;
        rating = Float.NaN;
        count = 1;
        resolved = -1;
        customer = "";
        recording = "";
        agentTitle = "";
        sums = NO_SUMS;
    }

    /** Sets the agent, team, type, plan, outcome or emotion. */
    public void setName(CallDimension dimension, String name) {
        names[dimension.ordinal()] = name;
    }

    String name(CallDimension dimension) {
        return names[dimension.ordinal()];
    }

    /** Sets the name of the agent in words, where the log has it besides the number. */
    public void setAgentTitle(String title) {
        agentTitle = title;
    }

    String agentTitle() {
        return agentTitle;
    }

    /** Sets the start, in seconds since 1970-01-01 by the log's own clock. */
    public void setStart(long seconds) {
        start = seconds;
    }

    long start() {
        return start;
    }

    /** Sets the talk time, or the whole handle time in a log that has no parts, in seconds. */
    public void setTalk(float seconds) {
        talk = seconds;
    }

    float talk() {
        return talk;
    }

    /** Sets the hold time in seconds; NaN when it is not recorded. */
    public void setHold(float seconds) {
        hold = seconds;
    }

    float hold() {
        return hold;
    }

    /** Sets the after-call work in seconds; NaN when it is not recorded. */
    public void setWork(float seconds) {
        acw = seconds;
    }

    float work() {
        return acw;
    }

    /** Sets the time the caller waited in seconds; NaN when it is not recorded. */
    public void setQueue(float seconds) {
        queue = seconds;
    }

    float queue() {
        return queue;
    }

    /** Sets the customer's rating; NaN when there is none. */
    public void setRating(float value) {
        rating = value;
    }

    float rating() {
        return rating;
    }

    /** Sets how many calls the row stands for, at least 1. */
    public void setCount(int calls) {
        count = calls;
    }

    /** How many calls the row stands for. */
    public int count() {
        return count;
    }

    /** Sets how many of the row's calls were resolved, 0 to the count; -1 when not known. */
    public void setResolved(int calls) {
        resolved = calls;
    }

    int resolved() {
        return resolved;
    }

    /** Sets who called; empty when not known. */
    public void setCustomer(String id) {
        customer = id;
    }

    String customer() {
        return customer;
    }

    /** Sets where the recording lies; empty when there is none. */
    public void setRecording(String path) {
        recording = path;
    }

    String recording() {
        return recording;
    }

    /** Sets the sums over the calls of a row that is a group of calls. */
    public void setSums(GroupSums ofCalls) {
        sums = ofCalls;
    }

    GroupSums sums() {
        return sums;
    }
}
