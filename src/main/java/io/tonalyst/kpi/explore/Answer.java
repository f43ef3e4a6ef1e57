// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.explore;

import java.util.List;

/** What the calls of a log say to a {@link Question}. */
public sealed interface Answer {
    /** Such as {@code Calls by emotion label}. */
    String title();

    /** How the figure is computed, one sentence. */
    String formula();

    /** What a reader must know besides, a sentence each. */
    List<String> notes();

    /** The figures as a table. */
    FigureTable table();

    /** Whether any call records what was asked for. */
    boolean isRecorded();

    /** Groups of calls. */
    record Compared(Breakdown breakdown, List<String> notes) implements Answer {
        public Compared {
            notes = List.copyOf(notes);
        }

        @Override
        public String title() {
            return breakdown.title();
        }

        @Override
        public String formula() {
            return breakdown.figure().formula();
        }

        @Override
        public FigureTable table() {
            return FigureTable.of(breakdown);
        }

        @Override
        public boolean isRecorded() {
            return breakdown.all().counted() > 0;
        }
    }

    /** The spread of a duration. */
    record Spread(Distribution distribution, List<String> notes) implements Answer {
        public Spread {
            notes = List.copyOf(notes);
        }

        @Override
        public String title() {
            return distribution.title();
        }

        @Override
        public String formula() {
            return "Calls in each span of seconds; quantiles over the single calls.";
        }

        @Override
        public FigureTable table() {
            return FigureTable.of(distribution);
        }

        @Override
        public boolean isRecorded() {
            return distribution.calls() > 0;
        }
    }
}
