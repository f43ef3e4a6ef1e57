// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.fuzz;

/**
 * What became of one bad file.
 *
 * @param number of the file; the seed and it make the file again
 * @param format how it was read
 * @param damage what was done to it
 * @param outcome how it ended
 * @param millis time of the clock
 * @param cpuMillis time of a core
 * @param bytes of the file
 * @param basis bytes that memory may grow with
 * @param heapBytes allocated on the heap while it was read, garbage included
 * @param nativeBytes by which the process grew beside the heap; 0 where the system does not tell
 * @param sentence what the user is told; empty if nothing
 */
record Verdict(
        int number,
        String format,
        String damage,
        Outcome outcome,
        double millis,
        double cpuMillis,
        long bytes,
        long basis,
        long heapBytes,
        long nativeBytes,
        String sentence) {
    /** Longest time to read a file, in milliseconds. */
    static final long LIMIT_MILLIS = 5000;

    private static final long FREE_BYTES = 64L << 20;

    /** How reading ended. */
    enum Outcome {
        READ,
        REFUSED,
        /** A failure without a sentence of its own. */
        UNEXPECTED,
        CRASHED,
        HUNG
    }

    /** Share of the allowed memory that was taken; above 1 is too much. */
    double memory() {
        return (double) (heapBytes + nativeBytes) / (4 * basis + FREE_BYTES);
    }

    /** Whether this is as it should be. */
    boolean isGood() {
        return problem().isEmpty();
    }

    /** What is wrong; empty if nothing is. */
    String problem() {
        return switch (outcome) {
            case UNEXPECTED -> "fails without a sentence: " + sentence;
            case CRASHED -> "ends the process";
            case HUNG -> "takes more than " + LIMIT_MILLIS + " ms";
            case READ, REFUSED -> {
                // On a busy machine the clock says little; who hangs without a core is ended.
                if (cpuMillis > LIMIT_MILLIS) {
                    yield "takes more than " + LIMIT_MILLIS + " ms";
                }
                if (memory() > 1) {
                    yield "takes too much memory";
                }
                yield outcome == Outcome.REFUSED || !sentence.isEmpty() ? unclear() : "";
            }
        };
    }

    /** What a sentence lacks to be one. */
    private String unclear() {
        if (sentence.isBlank() || !sentence.endsWith(".")) {
            return "is no sentence: " + sentence;
        }
        if (sentence.length() > 400) {
            return "says too much: " + sentence;
        }
        if (sentence.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            return "says control characters: " + sentence;
        }
        return sentence.matches("(?s).*(Exception|\\bjava\\.|null\\b|com\\.fasterxml).*")
                ? "speaks of the program: " + sentence
                : "";
    }
}
