// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The agents of a log as whole numbers: their own when all of them are numbers, otherwise 1, 2, 3,
 * ... in the order of their names.
 */
final class Agents {
    /** Agents that are numbers. */
    static final Agents NUMBERS = new Agents(null);

    private final @Nullable List<String> names;
    private final Map<String, Integer> numbers = new HashMap<>();

    private Agents(@Nullable List<String> names) {
        this.names = names;
        if (names != null) {
            for (int i = 0; i < names.size(); i++) {
                numbers.put(names.get(i), i + 1);
            }
        }
    }

    static Agents of(List<String> texts) {
        return texts.stream().allMatch(text -> plainNumber(text).isPresent())
                ? NUMBERS
                : new Agents(texts.stream().sorted().toList());
    }

    /** The number of an agent of this log; fails for another. */
    int number(String text) {
        return find(text).orElseThrow();
    }

    /** The number of an agent, also of one that has no calls when agents are numbers. */
    OptionalInt find(String text) {
        if (names == null) {
            return plainNumber(text).map(OptionalInt::of).orElse(OptionalInt.empty());
        }
        Integer number = numbers.get(text);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The agent as the log has it. */
    String text(int number) {
        return names == null || number < 1 || number > names.size()
                ? Integer.toString(number)
                : names.get(number - 1);
    }

    /** Whether the agents are numbers of their own. */
    boolean areNumbers() {
        return names == null;
    }

    /** A number written as it would be printed, so that 007 and 7 stay two agents. */
    private static Optional<Integer> plainNumber(String text) {
        if (!text.matches("0|[1-9][0-9]{0,9}")) {
            return Optional.empty();
        }
        long value = Long.parseLong(text);
        return value > Integer.MAX_VALUE ? Optional.empty() : Optional.of((int) value);
    }
}
