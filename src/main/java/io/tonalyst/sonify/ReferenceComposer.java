// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import io.tonalyst.kpi.KpiPoint;
import io.tonalyst.time.TimeMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The mappings of the VolaPhone notebooks, reproduced note by note: a beat of half a second for
 * each day with calls, at or above the threshold in another octave than below it. Measures that are
 * bad when high follow the rule of the AHT, the others that of the FCR.
 */
final class ReferenceComposer implements Composer {
    private static final int BEAT_FRAMES = SonificationScore.RATE.hertz() / 2;

    private final ScorePlan plan;
    private final boolean varied;
    private final List<KpiPoint> points;
    private final double min;
    private final double max;

    ReferenceComposer(ScorePlan plan, boolean varied) {
        this.plan = plan;
        this.varied = varied;
        this.points = plan.points();
        this.min = points.stream().mapToDouble(KpiPoint::value).min().orElse(plan.threshold());
        this.max = points.stream().mapToDouble(KpiPoint::value).max().orElse(plan.threshold());
    }

    @Override
    public List<ScoreEvent> events() {
        var events = new ArrayList<ScoreEvent>();
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            var tone = tone(point.value(), point.calls());
            long start = beat(i);
            events.add(
                    ScoreEvent.Note.steady(
                            start,
                            beat(i + 1) - start,
                            tone,
                            plan.timbre(),
                            point.date(),
                            point.value(),
                            plan.label(point)));
        }
        return events;
    }

    /** The beats are as long as each other, the days between them are skipped over. */
    @Override
    public TimeMap days() {
        int n = points.size();
        if (n == 0) {
            return TimeMap.of(new double[1], new double[1]);
        }
        double[] seconds = new double[n + 1];
        double[] days = new double[n + 1];
        for (int i = 0; i < n; i++) {
            seconds[i] = SonificationScore.RATE.seconds(beat(i));
            days[i] = plan.day(points.get(i).date());
        }
        seconds[n] = SonificationScore.RATE.seconds(beat(n));
        days[n] = days[n - 1] + 1;
        return TimeMap.of(seconds, days);
    }

    @Override
    public Tone tone(double value, int calls) {
        return plan.measure().higherIsWorse() ? lowIsGood(value) : highIsGood(value);
    }

    private Tone lowIsGood(double v) {
        double threshold = plan.threshold();
        if (v < threshold) {
            return varied ? new Tone(48 + (int) (6 * v / threshold), 100) : new Tone(60, 64);
        }
        if (!varied) {
            return new Tone(72, 127);
        }
        return max <= threshold
                ? new Tone(72, 100)
                : new Tone(72 + (int) (24 * (v - threshold) / (max - threshold)), 100);
    }

    private Tone highIsGood(double v) {
        double threshold = plan.threshold();
        double top = plan.measure().isRate() ? 100 : Math.max(max, threshold);
        if (v >= threshold) {
            return !varied || top <= threshold
                    ? new Tone(60, 64)
                    : new Tone((int) (60 - 12 * (v - threshold) / (top - threshold)), 64);
        }
        return new Tone(varied ? (int) (96 - 24 * v / threshold) : 72, 96);
    }

    @Override
    public double[] legendValues() {
        return new double[] {min, plan.threshold(), max};
    }

    @Override
    public String sentence() {
        String name = plan.measure().shortTitle();
        String threshold = plan.inWords(plan.threshold());
        String good = plan.measure().higherIsWorse() ? "below" : "at or above";
        String bad = plan.measure().higherIsWorse() ? "at or above" : "below";
        String notes =
                varied
                        ? name
                                + " "
                                + good
                                + " "
                                + threshold
                                + " sounds between C3 and "
                                + (plan.measure().higherIsWorse() ? "F3, " : "C4, ")
                                + bad
                                + " it between C5 and C7, higher where worse"
                        : name
                                + " "
                                + good
                                + " "
                                + threshold
                                + " sounds as "
                                + Pitch.inWords(60)
                                + ", "
                                + bad
                                + " it louder as "
                                + Pitch.inWords(72);
        return String.format(
                Locale.ROOT,
                "VolaPhone reference mapping: %s; each day with calls lasts one beat of %.0f ms,"
                        + " days without calls are skipped.",
                notes,
                1000 * SonificationScore.RATE.seconds(beat(1)));
    }

    private long beat(int index) {
        return Math.round(index * (double) BEAT_FRAMES / plan.speed());
    }
}
