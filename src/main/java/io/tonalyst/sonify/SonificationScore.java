// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import io.tonalyst.kpi.AxisDomain;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.time.SampleRate;
import io.tonalyst.time.TimeMap;
import java.util.ArrayList;
import java.util.List;

/**
 * The notes of a KPI series. Immutable, safe between threads; the same input gives the same score.
 * Frames are at {@link #RATE}.
 */
public final class SonificationScore {
    /** Frames a second of every score. */
    public static final SampleRate RATE = new SampleRate(48_000);

    /** Days of the longest score: a year. */
    public static final int MAX_DAYS = 366;

    private static final int LEGEND_NOTE_FRAMES = RATE.hertz() * 2 / 5;
    private static final int LEGEND_STEP_FRAMES = RATE.hertz() / 2;
    private static final List<String> LEGEND_NAMES = List.of("Lowest", "Threshold", "Highest");

    private final ScorePlan plan;
    private final List<ScoreEvent> events;
    private final long frames;
    private final TimeMap days;
    private final String sentence;

    private SonificationScore(
            ScorePlan plan, List<ScoreEvent> events, TimeMap days, String sentence) {
        this.plan = plan;
        this.events = List.copyOf(events);
        this.days = days;
        this.sentence = sentence;
        this.frames =
                Math.max(
                        RATE.frames(days.end()),
                        events.stream().mapToLong(ScoreEvent::end).max().orElse(0));
    }

    /**
     * The score of a series on its own axis.
     *
     * @param threshold in the unit of the measure
     */
    public static SonificationScore of(KpiSeries series, double threshold, Mapping mapping) {
        return of(series, threshold, mapping, AxisDomain.covering(series, threshold));
    }

    /**
     * The score of a series on a given axis, such as one shared by the agents that are compared.
     *
     * @param threshold in the unit of the measure
     * @param axis the visible axis; reference mappings take no notice of it
     */
    public static SonificationScore of(
            KpiSeries series, double threshold, Mapping mapping, AxisDomain axis) {
        return of(new ScorePlan(series, threshold, axis, mapping, 1));
    }

    private static SonificationScore of(ScorePlan plan) {
        var composer = Composer.of(plan);
        return new SonificationScore(plan, composer.events(), composer.days(), composer.sentence());
    }

    /**
     * The same period at another speed. The pitches stay; days, and notes where days get too short
     * for them, last shorter.
     *
     * @param speed 0.25 to 8; 1 is the mapping's own
     */
    public SonificationScore atSpeed(double speed) {
        return of(
                new ScorePlan(plan.series(), plan.threshold(), plan.axis(), plan.mapping(), speed));
    }

    /**
     * The audible legend: the low end of the axis, the threshold and the high end, one after the
     * other. Its {@link #days} stand still on the first day.
     */
    public SonificationScore legend() {
        var composer = Composer.of(plan);
        double[] values = composer.legendValues();
        var notes = new ArrayList<ScoreEvent>();
        var words = new ArrayList<String>();
        for (int i = 0; i < values.length; i++) {
            var tone = composer.tone(values[i], Integer.MAX_VALUE);
            words.add(LEGEND_NAMES.get(i) + " " + plan.inWords(values[i]));
            notes.add(
                    ScoreEvent.Note.steady(
                            (long) i * LEGEND_STEP_FRAMES,
                            LEGEND_NOTE_FRAMES,
                            tone,
                            plan.timbre(),
                            plan.series().first(),
                            values[i],
                            words.getLast()));
        }
        double seconds = RATE.seconds((long) values.length * LEGEND_STEP_FRAMES);
        var still = TimeMap.of(new double[] {0, seconds}, new double[] {0, 0});
        return new SonificationScore(
                plan, notes, still, "Legend: " + String.join(", ", words) + ".");
    }

    /** What sounds, ordered by start. */
    public List<ScoreEvent> events() {
        return events;
    }

    /** The notes of the days alone, ordered by date. */
    public List<ScoreEvent.Note> notes() {
        return events.stream()
                .filter(ScoreEvent.Note.class::isInstance)
                .map(ScoreEvent.Note.class::cast)
                .toList();
    }

    /** Length in frames, until everything has died away. */
    public long frames() {
        return frames;
    }

    /** Length in seconds. */
    public double seconds() {
        return RATE.seconds(frames);
    }

    /**
     * Score seconds to day position: days since the first of the period, 0-based and continuous; a
     * day's note starts at the whole number.
     */
    public TimeMap days() {
        return days;
    }

    /** The mapping in one plain sentence. */
    public String sentence() {
        return sentence;
    }

    /** How many different pitches the notes have. */
    public int distinctPitches() {
        return (int) notes().stream().mapToDouble(ScoreEvent.Note::pitch).distinct().count();
    }

    public KpiSeries series() {
        return plan.series();
    }

    /** In the unit of the measure. */
    public double threshold() {
        return plan.threshold();
    }

    public Mapping mapping() {
        return plan.mapping();
    }

    /** 1 is the mapping's own. */
    public double speed() {
        return plan.speed();
    }
}
