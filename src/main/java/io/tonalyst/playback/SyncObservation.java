// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import java.util.Map;
import java.util.TreeMap;

/**
 * Compares what is drawn in several places with the position of the sound device, as {@link
 * SyncDiagnostic} does for a drawing that is only imagined.
 */
public final class SyncObservation {
    private static final int REPORTS_A_SECOND = 1000;
    private static final int PICTURES_A_SECOND = 120;
    private static final int SLACK_SECONDS = 30;

    private final AudioSinks.Factory sinks;
    private final double seconds;
    private final long origin = System.nanoTime();
    private final TimedPoints reports;
    private final Map<String, TimedPoints> drawn = new TreeMap<>();

    /**
     * @param seconds of sound that will be played
     */
    public SyncObservation(AudioSinks.Factory sinks, double seconds) {
        this.sinks = sinks;
        this.seconds = seconds;
        this.reports = new TimedPoints((int) ((seconds + SLACK_SECONDS) * REPORTS_A_SECOND));
    }

    /** What the playback that is observed has to open its sink with. */
    public AudioSinks.Factory sinks() {
        return rate -> new ObservedSink(sinks.open(rate), origin, reports, null);
    }

    /**
     * Takes down that a position is being drawn now; from one thread.
     *
     * @param place in which it is drawn
     * @param position seconds of sound
     */
    public void drawn(String place, double position) {
        double now = (System.nanoTime() - origin) / 1e9;
        drawn.computeIfAbsent(
                        place,
                        p -> new TimedPoints((int) ((seconds + SLACK_SECONDS) * PICTURES_A_SECOND)))
                .add(now, position);
    }

    /** The figures of each place, once playback has ended. */
    public Map<String, SyncReport> report(String device, boolean audible) {
        Map<String, SyncReport> figures = new TreeMap<>();
        drawn.forEach(
                (place, points) ->
                        figures.put(
                                place,
                                SyncDiagnostic.judge(device, audible, seconds, reports, points)));
        return figures;
    }
}
