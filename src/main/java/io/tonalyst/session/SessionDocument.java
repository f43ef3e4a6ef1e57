// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.session;

import io.tonalyst.review.Review;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a session holds.
 *
 * @param recordings in the order of the window, each file once
 * @param front the recording in front; empty for none
 * @param namePattern how agent and start time stand in file names; empty for none
 * @param watched folders whose new recordings are taken in
 * @param kpis what was looked at of a call log; empty without one
 */
public record SessionDocument(
        List<Entry> recordings,
        Optional<Path> front,
        String namePattern,
        List<Path> watched,
        Optional<KpiState> kpis) {
    /** A session without a call log. */
    public SessionDocument(
            List<Entry> recordings, Optional<Path> front, String namePattern, List<Path> watched) {
        this(recordings, front, namePattern, watched, Optional.empty());
    }

    /** The same with what was looked at of a call log. */
    public SessionDocument with(Optional<KpiState> looked) {
        return new SessionDocument(recordings, front, namePattern, watched, looked);
    }

    /** Nothing in it. */
    public static final SessionDocument EMPTY =
            new SessionDocument(List.of(), Optional.empty(), "", List.of());

    public SessionDocument {
        recordings = List.copyOf(recordings);
        watched = List.copyOf(watched);
    }

    /**
     * One recording.
     *
     * @param file absolute
     * @param open whether it is open in the window; the others are only listed
     * @param review what a person says of it
     * @param view what of it was shown; empty where that is not known
     */
    public record Entry(Path file, boolean open, Review review, Optional<View> view) {}

    /**
     * What of a recording is shown, in seconds.
     *
     * @param start left edge, at least 0
     * @param end right edge, at least {@code start}
     * @param position of the playhead
     * @param selection the selected stretch; empty for none
     */
    public record View(double start, double end, double position, Optional<Stretch> selection) {}

    /** A stretch in seconds. */
    public record Stretch(double start, double end) {
        public Stretch {
            if (!(start >= 0 && end >= start && Double.isFinite(end))) {
                throw new IllegalArgumentException("Not a stretch: " + start + " to " + end);
            }
        }
    }

    /** Whether nothing would be lost with it. */
    public boolean isEmpty() {
        return recordings.isEmpty() && watched.isEmpty() && kpis.isEmpty();
    }

    /** Annotations and notes of all recordings. */
    public int remarks() {
        return recordings.stream().map(Entry::review).mapToInt(Review::remarks).sum();
    }
}
