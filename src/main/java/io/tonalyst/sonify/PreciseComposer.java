// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import io.tonalyst.kpi.KpiPoint;
import io.tonalyst.sonify.ScoreEvent.Crossing;
import io.tonalyst.sonify.ScoreEvent.Mark;
import io.tonalyst.time.TimeMap;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The default mapping: pitch linear in semitones on the visible axis, days of true length, earcons
 * where the threshold is crossed, ticks of the calendar. Above four days a second neighbouring days
 * are tied by a glide, since single notes would blur.
 */
final class PreciseComposer implements Composer {
    static final double LOWEST_PITCH = 48;
    static final double HIGHEST_PITCH = 84;

    private static final int RATE = SonificationScore.RATE.hertz();
    private static final int DAY_FRAMES = RATE / 4;
    private static final int NOTE_FRAMES = RATE / 5;

    /**
     * From a note to its earcon, 75 ms: the pitch of the note is heard first, and its release is
     * undisturbed.
     */
    private static final int EARCON_DELAY = RATE * 75 / 1000;

    private static final int FULL_VELOCITY = 100;

    /** From this many calls a day on, notes have full velocity. */
    private static final int ENOUGH_CALLS = 10;

    private final ScorePlan plan;
    private final Mapping.Precise mapping;

    PreciseComposer(ScorePlan plan, Mapping.Precise mapping) {
        this.plan = plan;
        this.mapping = mapping;
    }

    @Override
    public List<ScoreEvent> events() {
        var points = plan.points();
        var events = new ArrayList<ScoreEvent>(notes(points));
        events.addAll(earcons(points));
        events.addAll(ticks());
        // A stable sort: at the same frame notes come first.
        events.sort(Comparator.comparingLong(ScoreEvent::start));
        return events;
    }

    private List<ScoreEvent.Note> notes(List<KpiPoint> points) {
        var notes = new ArrayList<ScoreEvent.Note>();
        for (var point : points) {
            var tone = tone(point.value(), point.calls());
            int day = plan.day(point.date());
            notes.add(
                    ScoreEvent.Note.steady(
                            frame(day),
                            noteFrames(day),
                            tone,
                            plan.timbre(),
                            point.date(),
                            point.value(),
                            plan.label(point)));
        }
        if (plan.speed() > 1) {
            for (int i = 0; i + 1 < notes.size(); i++) {
                var next = notes.get(i + 1);
                if (notes.get(i).date().plusDays(1).equals(next.date())) {
                    notes.set(i, notes.get(i).tiedTo(next));
                }
            }
        }
        return notes;
    }

    private long noteFrames(int day) {
        long most = Math.round(0.8 * (frame(day + 1) - frame(day)));
        return Math.max(Envelope.SHORTEST, Math.min(NOTE_FRAMES, most));
    }

    private List<ScoreEvent> earcons(List<KpiPoint> points) {
        var earcons = new ArrayList<ScoreEvent>();
        long delay = Math.round(EARCON_DELAY / Math.max(1, plan.speed()));
        for (int i = 1; i < points.size(); i++) {
            var point = points.get(i);
            boolean was = isBreach(points.get(i - 1));
            boolean is = isBreach(point);
            if (was != is) {
                earcons.add(
                        new ScoreEvent.Earcon(
                                frame(plan.day(point.date())) + delay,
                                Earcons.FRAMES,
                                point.date(),
                                is ? Crossing.BREACH : Crossing.RECOVERY,
                                point.date()
                                        + (is ? " breach of " : " recovery from ")
                                        + plan.inWords(plan.threshold())));
            }
        }
        return earcons;
    }

    private boolean isBreach(KpiPoint point) {
        return plan.measure().isBreach(point.value(), plan.threshold());
    }

    private List<ScoreEvent> ticks() {
        var ticks = new ArrayList<ScoreEvent>();
        for (int day = 0; day < plan.series().days(); day++) {
            LocalDate date = plan.series().first().plusDays(day);
            boolean newMonth = date.getDayOfMonth() == 1;
            if (newMonth || date.getDayOfWeek() == DayOfWeek.MONDAY) {
                var mark = newMonth ? Mark.MONTH : Mark.WEEK;
                ticks.add(new ScoreEvent.Tick(frame(day), Earcons.TICK_FRAMES, date, mark));
            }
        }
        return ticks;
    }

    @Override
    public TimeMap days() {
        int n = plan.series().days();
        double[] seconds = new double[n + 1];
        double[] days = new double[n + 1];
        for (int day = 0; day <= n; day++) {
            seconds[day] = SonificationScore.RATE.seconds(frame(day));
            days[day] = day;
        }
        return TimeMap.of(seconds, days);
    }

    @Override
    public Tone tone(double value, int calls) {
        double share = plan.axis().share(value);
        if (falls()) {
            share = 1 - share;
        }
        // The error of a mean falls with the root of n, so the volume rises with it.
        double weight = Math.sqrt(Math.min(1.0, (double) calls / ENOUGH_CALLS));
        int velocity = (int) Math.round(FULL_VELOCITY * weight);
        return new Tone(
                LOWEST_PITCH + (HIGHEST_PITCH - LOWEST_PITCH) * share,
                Math.max(mapping.velocityFloor(), velocity));
    }

    /** Whether a higher value sounds lower. */
    private boolean falls() {
        return mapping.polarity() == Polarity.CONCERN && !plan.measure().higherIsWorse();
    }

    @Override
    public double[] legendValues() {
        return new double[] {plan.axis().low(), plan.threshold(), plan.axis().high()};
    }

    @Override
    public String sentence() {
        double[] ends = {plan.axis().low(), plan.axis().high()};
        return String.format(
                Locale.ROOT,
                "Pitch %s with %s: %s sounds as %s, %s as %s; a day lasts %.0f ms, days without"
                        + " calls are silent, days with few calls are quieter, and two quick notes rise"
                        + " where %s gets worse than %s and fall where it recovers.",
                falls() ? "falls" : "rises",
                plan.measure().shortTitle(),
                plan.inWords(ends[0]),
                Pitch.inWords(tone(ends[0], ENOUGH_CALLS).pitch()),
                plan.inWords(ends[1]),
                Pitch.inWords(tone(ends[1], ENOUGH_CALLS).pitch()),
                1000 * SonificationScore.RATE.seconds(frame(1)),
                plan.measure().shortTitle(),
                plan.inWords(plan.threshold()));
    }

    private long frame(int day) {
        return Math.round(day * (double) DAY_FRAMES / plan.speed());
    }
}
