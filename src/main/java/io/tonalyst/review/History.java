// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.review;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A value with its earlier states, for undo and redo. Used on one thread.
 *
 * @param <T> an immutable value with {@code equals}
 */
public final class History<T> {
    /** States that can be undone at most. */
    public static final int DEPTH = 200;

    private final Deque<T> before = new ArrayDeque<>();
    private final Deque<T> after = new ArrayDeque<>();
    private T now;

    public History(T first) {
        now = first;
    }

    public T now() {
        return now;
    }

    /**
     * Goes on to a new state; what had been undone is forgotten.
     *
     * @return whether it differs from the one before
     */
    public boolean change(T next) {
        if (next.equals(now)) {
            return false;
        }
        before.push(now);
        if (before.size() > DEPTH) {
            before.removeLast();
        }
        after.clear();
        now = next;
        return true;
    }

    /** Takes a state in place of the present one, as part of the same step. */
    public void amend(T next) {
        after.clear();
        now = next;
    }

    /** Starts anew from a state, with nothing to undo. */
    public void reset(T state) {
        before.clear();
        after.clear();
        now = state;
    }

    public boolean canUndo() {
        return !before.isEmpty();
    }

    public boolean canRedo() {
        return !after.isEmpty();
    }

    /** Goes back one state, if there is one. */
    public boolean undo() {
        return step(before, after);
    }

    /** Takes the last undo back, if there is one. */
    public boolean redo() {
        return step(after, before);
    }

    private boolean step(Deque<T> from, Deque<T> to) {
        if (from.isEmpty()) {
            return false;
        }
        to.push(now);
        now = from.pop();
        return true;
    }
}
