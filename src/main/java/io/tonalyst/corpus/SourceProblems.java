// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import java.util.ArrayList;
import java.util.List;

/** Collects what could not be used: everything is counted, the first ones are described. */
final class SourceProblems {
    /** So many are described. */
    static final int MAX_DESCRIBED = 200;

    private final List<String> described = new ArrayList<>();
    private long count;

    /**
     * @param sentence what, where and, where it helps, what to do
     */
    void add(String sentence) {
        count++;
        if (described.size() < MAX_DESCRIBED) {
            described.add(sentence);
        }
    }

    List<String> described() {
        return described;
    }

    long count() {
        return count;
    }
}
