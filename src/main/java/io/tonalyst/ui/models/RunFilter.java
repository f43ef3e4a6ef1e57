// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.training.RunLog.Run;
import java.util.List;
import java.util.Locale;

/**
 * Which runs of the log are shown.
 *
 * @param purpose only these; empty for all
 * @param words all must occur somewhere in the run, also in its recipe, in upper or lower case
 */
record RunFilter(String purpose, List<String> words) {
    RunFilter {
        words = List.copyOf(words);
    }

    static RunFilter of(String purpose, String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return new RunFilter(purpose, lower.isEmpty() ? List.of() : List.of(lower.split("\\s+")));
    }

    List<Run> apply(List<Run> runs) {
        return runs.stream().filter(this::takes).toList();
    }

    private boolean takes(Run run) {
        if (!purpose.isEmpty() && !run.purpose().equals(purpose)) {
            return false;
        }
        String all =
                String.join(
                                " ",
                                run.id(),
                                run.purpose(),
                                String.valueOf(run.parent()),
                                String.valueOf(run.protocol()),
                                run.note(),
                                run.recipe().toString())
                        .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(all::contains);
    }
}
