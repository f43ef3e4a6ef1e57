// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import io.tonalyst.kpi.AxisDomain;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.time.SampleRate;
import io.tonalyst.time.TimeMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The notes of one series, or of up to three that are compared. Immutable, safe between threads;
 * the same input gives the same score. Frames are at {@link #RATE}.
 */
public final class SonificationScore {
    /** Frames a second of every score. */
    public static final SampleRate RATE = new SampleRate(48_000);

    /** Days of the longest score of key figures: a year. */
    public static final int MAX_DAYS = 366;

    /** Most series that are heard together. */
    public static final int MAX_SERIES = 3;

    private static final int LEGEND_NOTE_FRAMES = RATE.hertz() * 2 / 5;
    private static final int LEGEND_STEP_FRAMES = RATE.hertz() / 2;

    /** The instruments of the second and third of several series, whatever the first has. */
    private static final List<Timbre> OTHERS = List.of(Timbre.FLUTE, Timbre.HARP, Timbre.CLARINET);

    private final List<ScorePlan> plans;
    private final Set<ScoreVoice> silent;
    private final List<ScoreEvent> whole;
    private final List<ScoreEvent> events;
    private final long frames;
    private final TimeMap steps;
    private final String sentence;

    private SonificationScore(
            List<ScorePlan> plans,
            Set<ScoreVoice> silent,
            List<ScoreEvent> events,
            TimeMap steps,
            String sentence) {
        this.plans = List.copyOf(plans);
        this.silent = Set.copyOf(silent);
        this.whole = List.copyOf(events);
        this.events = whole.stream().filter(e -> !silent.contains(e.voice())).toList();
        this.steps = steps;
        this.sentence = sentence;
        this.frames =
                Math.max(
                        RATE.frames(steps.end()),
                        events.stream().mapToLong(ScoreEvent::end).max().orElse(0));
    }

    /**
     * The score of key figures on their own axis.
     *
     * @param threshold in the unit of the measure
     */
    public static SonificationScore of(KpiSeries series, double threshold, Mapping mapping) {
        return of(series, threshold, mapping, AxisDomain.covering(series, threshold));
    }

    /**
     * The score of key figures on a given axis, such as one shared by the agents that are compared.
     *
     * @param threshold in the unit of the measure
     * @param axis the visible axis; reference mappings take no notice of it
     */
    public static SonificationScore of(
            KpiSeries series, double threshold, Mapping mapping, AxisDomain axis) {
        if (series.days() > MAX_DAYS) {
            throw new IllegalArgumentException("Too long for a score: " + series.days() + " days");
        }
        return of(KpiSound.of(series, threshold, axis), mapping);
    }

    /** The score of any series. */
    public static SonificationScore of(SoundSeries series, Mapping mapping) {
        return of(List.of(new ScorePlan(series, mapping, 1)), Set.of());
    }

    /**
     * The key figures of one to {@link #MAX_SERIES} agents on the axis they share.
     *
     * @param series of one measure and period
     * @param threshold in the unit of the measure
     */
    public static SonificationScore comparing(
            List<KpiSeries> series, double threshold, Mapping mapping) {
        var axis = AxisDomain.covering(series, threshold);
        List<SoundSeries> heard =
                series.stream().map(one -> KpiSound.of(one, threshold, axis)).toList();
        return together(heard.stream().map(one -> one.besides(heard)).toList(), mapping);
    }

    /**
     * Several series at once: each has a seat between left and right and an instrument of its own;
     * the first keeps that of the design and the only one with signals and ticks.
     *
     * @param series 1 to {@link #MAX_SERIES} of equally many steps, on the same axis
     */
    public static SonificationScore together(List<SoundSeries> series, Mapping mapping) {
        if (series.isEmpty()
                || series.size() > MAX_SERIES
                || series.stream().mapToInt(SoundSeries::steps).distinct().count() != 1) {
            throw new IllegalArgumentException("One to three series of equal length are compared");
        }
        return of(series.stream().map(s -> new ScorePlan(s, mapping, 1)).toList(), Set.of());
    }

    private static SonificationScore of(List<ScorePlan> plans, Set<ScoreVoice> silent) {
        var first = Composer.of(plans.getFirst());
        boolean alone = plans.size() == 1;
        return new SonificationScore(
                plans,
                silent,
                alone ? first.events() : seated(plans),
                first.steps(),
                alone ? first.sentence() : first.sentence() + " " + seats(plans));
    }

    private static List<ScoreEvent> seated(List<ScorePlan> plans) {
        List<ScoreEvent> all = new ArrayList<>();
        List<Timbre> used = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            double pan = 1.2 * i / (plans.size() - 1) - 0.6;
            for (var event : Composer.of(plans.get(i)).events()) {
                if (event instanceof ScoreEvent.Note note) {
                    if (used.size() == i) {
                        used.add(i == 0 ? note.timbre() : unused(used));
                    }
                    all.add(note.seated(ScoreVoice.values()[i], pan, used.get(i)));
                } else if (i == 0) {
                    all.add(event);
                }
            }
            if (used.size() == i) {
                used.add(unused(used));
            }
        }
        all.sort(Comparator.comparingLong(ScoreEvent::start));
        return all;
    }

    /** Who is heard where. */
    private static String seats(List<ScorePlan> plans) {
        List<String> where =
                plans.size() == 2 ? List.of("left", "right") : List.of("left", "middle", "right");
        List<String> seats = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            seats.add(plans.get(i).series().subject() + " " + where.get(i));
        }
        return "Together, each with an instrument of its own: " + String.join(", ", seats) + ".";
    }

    private static Timbre unused(List<Timbre> used) {
        return OTHERS.stream().filter(t -> !used.contains(t)).findFirst().orElseThrow();
    }

    /**
     * The same period at another speed. The pitches stay; steps, and notes where steps get too
     * short for them, last shorter.
     *
     * @param speed 0.25 to 8; 1 is the mapping's own
     */
    public SonificationScore atSpeed(double speed) {
        return of(plans.stream().map(p -> p.atSpeed(speed)).toList(), silent);
    }

    /** The same length without some of its voices. */
    public SonificationScore without(Set<ScoreVoice> voices) {
        return of(plans, voices);
    }

    /** What can be heard alone or left out, in order; also what is left out already. */
    public List<ScoreVoice> voices() {
        Set<ScoreVoice> voices = EnumSet.of(ScoreVoice.FIRST);
        whole.forEach(event -> voices.add(event.voice()));
        return List.copyOf(voices);
    }

    /**
     * The audible legend: the low end of the axis, the threshold and the high end, one after the
     * other. Its {@link #days} stand still on the first step.
     */
    public SonificationScore legend() {
        var composer = Composer.of(plans.getFirst());
        double[] ends = composer.ends();
        var notes = new ArrayList<ScoreEvent>();
        var words = new ArrayList<String>();
        note(composer, "Lowest", ends[0], notes, words);
        series().threshold().ifPresent(t -> note(composer, "Threshold", t, notes, words));
        note(composer, "Highest", ends[1], notes, words);
        double seconds = RATE.seconds((long) notes.size() * LEGEND_STEP_FRAMES);
        var still = TimeMap.of(new double[] {0, seconds}, new double[] {0, 0});
        return new SonificationScore(
                plans, Set.of(), notes, still, "Legend: " + String.join(", ", words) + ".");
    }

    private void note(
            Composer composer,
            String name,
            double value,
            List<ScoreEvent> notes,
            List<String> words) {
        words.add(name + " " + series().inWords(value));
        notes.add(
                ScoreEvent.Note.steady(
                        (long) notes.size() * LEGEND_STEP_FRAMES,
                        LEGEND_NOTE_FRAMES,
                        composer.tone(value),
                        0,
                        value,
                        words.getLast()));
    }

    /** What sounds, ordered by start. */
    public List<ScoreEvent> events() {
        return events;
    }

    /** The notes of the values alone, ordered by start. */
    public List<ScoreEvent.Note> notes() {
        return notes(events);
    }

    private static List<ScoreEvent.Note> notes(List<ScoreEvent> events) {
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
     * Score seconds to position in steps, of key figures days since the first of the period:
     * 0-based and continuous; a step's note starts at the whole number.
     */
    public TimeMap days() {
        return steps;
    }

    /** The mapping in one plain sentence. */
    public String sentence() {
        return sentence;
    }

    /** How many different pitches the notes have. */
    public int distinctPitches() {
        return levels().pitches();
    }

    /** How much of the values the pitches convey, whatever is left out. */
    public Levels levels() {
        return Levels.of(notes(whole), Composer.of(plans.getFirst()).pitches());
    }

    /** The series; the first where several are compared. */
    public SoundSeries series() {
        return plans.getFirst().series();
    }

    /** The series of a voice that sounds notes. */
    SoundSeries seriesOf(ScoreVoice voice) {
        return plans.get(voice.ordinal()).series();
    }

    /** The instrument of a voice that sounds notes. */
    Timbre timbre(ScoreVoice voice) {
        return notes(whole).stream()
                .filter(note -> note.voice() == voice)
                .findFirst()
                .map(ScoreEvent.Note::timbre)
                .orElse(seriesOf(voice).voice());
    }

    /** Name of a voice for the person. */
    public String title(ScoreVoice voice) {
        return switch (voice) {
            case FIRST, SECOND, THIRD -> seriesOf(voice).subject();
            case EARCONS -> "Threshold crossings";
            case TICKS -> "Calendar";
        };
    }

    public Mapping mapping() {
        return plans.getFirst().mapping();
    }

    /** 1 is the mapping's own. */
    public double speed() {
        return plans.getFirst().speed();
    }
}
