// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

/** How far an opened file has come. */
public sealed interface SessionStatus {
    /** One or a few words for the list. */
    String text();

    /**
     * The file is being read.
     *
     * @param fraction share done, 0 to 1, NaN when unknown
     */
    record Decoding(double fraction) implements SessionStatus {
        @Override
        public String text() {
            return "Decoding" + percent(fraction);
        }
    }

    /** The sound can be seen and heard; the emotion model is not there yet. */
    record WaitingForModel() implements SessionStatus {
        @Override
        public String text() {
            return "Waiting for the model";
        }
    }

    /**
     * The sound can be seen and heard; emotions are on their way.
     *
     * @param fraction share done, 0 to 1, NaN when unknown
     */
    record Analysing(double fraction) implements SessionStatus {
        @Override
        public String text() {
            return "Analysing" + percent(fraction);
        }
    }

    /** Everything is there; the emotions were told before, so that nothing was analysed. */
    record Kept() implements SessionStatus {
        @Override
        public String text() {
            return "Ready, analysed before";
        }
    }

    /** Everything is there. */
    record Ready() implements SessionStatus {
        @Override
        public String text() {
            return "Ready";
        }
    }

    /** The sound is there, but there are no emotions, for the reason in {@code sentence}. */
    record NotAnalysed(String sentence) implements SessionStatus {
        @Override
        public String text() {
            return "Not analysed";
        }
    }

    /** The file could not be read, for the reason in {@code sentence}. */
    record Problem(String sentence) implements SessionStatus {
        @Override
        public String text() {
            return "Problem";
        }
    }

    private static String percent(double fraction) {
        return Double.isNaN(fraction) ? "…" : " " + Math.round(100 * fraction) + " %";
    }
}
