// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.join;

import io.tonalyst.kpi.CallLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * A call log with the recordings that belong to its calls.
 *
 * @param log the calls, those with a recording carrying it
 * @param matches recordings and their calls, in the order of the calls
 * @param left recordings that belong to no call, in the order of their paths
 * @param missing rows of calls without a recording, of the agents and days that have recordings
 */
public record JoinedLog(CallLog log, List<Match> matches, List<Left> left, List<Integer> missing) {
    public JoinedLog {
        matches = List.copyOf(matches);
        left = List.copyOf(left);
        missing = List.copyOf(missing);
    }

    /**
     * A recording and its call.
     *
     * @param row of the call
     * @param secondsApart start in the name minus start in the log; empty if joined by path
     */
    public record Match(Path file, int row, OptionalLong secondsApart) {
        /** Whether the log names the file itself. */
        public boolean isByPath() {
            return secondsApart.isEmpty();
        }
    }

    /**
     * A recording without a call.
     *
     * @param reason one sentence
     */
    public record Left(Path file, String reason) {}

    /** Calls with a measured emotion. */
    public int measured() {
        return (int) matches.stream().filter(m -> log.measured(m.row()) != null).count();
    }

    /** Calls without a recording. */
    public int callsWithout() {
        return log.size() - matches.size();
    }

    /** What came of it, in one line. */
    public String summary() {
        long byPath = matches.stream().filter(Match::isByPath).count();
        String how =
                byPath == 0
                        ? "by agent and time"
                        : byPath == matches.size()
                                ? "by path"
                                : byPath + " by path, the others by agent and time";
        return String.format(
                Locale.ROOT,
                "%,d of %,d recordings joined to calls%s, %,d of these calls measured; %,d"
                        + " recordings belong to no call, %,d of %,d calls have no recording.",
                matches.size(),
                matches.size() + left.size(),
                matches.isEmpty() ? "" : " " + how,
                measured(),
                left.size(),
                callsWithout(),
                log.size());
    }
}
