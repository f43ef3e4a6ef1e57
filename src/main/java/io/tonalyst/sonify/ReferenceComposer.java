// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import io.tonalyst.time.TimeMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The mappings of the VolaPhone notebooks, reproduced note by note: a beat of half a second for
 * each day with calls, at or above the threshold in another octave than below it. Measures that are
 * bad when high follow the rule of the AHT, the others that of the FCR.
 */
final class ReferenceComposer implements Composer {
    private static final int BEAT_FRAMES = SonificationScore.RATE.hertz() / 2;

    private final ScorePlan plan;
    private final boolean varied;
    private final SoundSeries series;
    private final List<SoundSeries.Point> points;
    private final double threshold;
    private final double min;
    private final double max;

    ReferenceComposer(ScorePlan plan, boolean varied) {
        this.plan = plan;
        this.varied = varied;
        this.series = plan.series();
        this.points = series.points();
        double middle = (series.main().low() + series.main().high()) / 2;
        this.threshold = series.threshold().orElse(middle);
        this.min = points.stream().mapToDouble(SoundSeries.Point::value).min().orElse(threshold);
        this.max = points.stream().mapToDouble(SoundSeries.Point::value).max().orElse(threshold);
    }

    @Override
    public List<ScoreEvent> events() {
        var events = new ArrayList<ScoreEvent>();
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            long start = beat(i);
            events.add(
                    ScoreEvent.Note.steady(
                            start,
                            beat(i + 1) - start,
                            tone(point.value()),
                            point.step(),
                            point.value(),
                            point.label()));
        }
        return events;
    }

    /** The beats are as long as each other, the days between them are skipped over. */
    @Override
    public TimeMap steps() {
        int n = points.size();
        if (n == 0) {
            return TimeMap.of(new double[1], new double[1]);
        }
        double[] seconds = new double[n + 1];
        double[] days = new double[n + 1];
        for (int i = 0; i < n; i++) {
            seconds[i] = SonificationScore.RATE.seconds(beat(i));
            days[i] = points.get(i).step();
        }
        seconds[n] = SonificationScore.RATE.seconds(beat(n));
        days[n] = days[n - 1] + 1;
        return TimeMap.of(seconds, days);
    }

    @Override
    public Tone tone(double value) {
        return series.main().higherIsWorse() ? lowIsGood(value) : highIsGood(value);
    }

    private Tone lowIsGood(double v) {
        if (v < threshold) {
            return varied ? plain(48 + (int) (6 * v / threshold), 100) : plain(60, 64);
        }
        if (!varied) {
            return plain(72, 127);
        }
        return max <= threshold
                ? plain(72, 100)
                : plain(72 + (int) (24 * (v - threshold) / (max - threshold)), 100);
    }

    private Tone highIsGood(double v) {
        double top = series.ceiling().orElse(Math.max(max, threshold));
        if (v >= threshold) {
            return !varied || top <= threshold
                    ? plain(60, 64)
                    : plain((int) (60 - 12 * (v - threshold) / (top - threshold)), 64);
        }
        return plain(varied ? (int) (96 - 24 * v / threshold) : 72, 96);
    }

    @Override
    public double[] ends() {
        return new double[] {min, max};
    }

    @Override
    public OptionalInt pitches() {
        if (!varied) {
            return OptionalInt.of(2);
        }
        // Below 48 to 53, above 72 to 96; or above 48 to 60, below 72 to 96.
        return OptionalInt.of(series.main().higherIsWorse() ? 6 + 25 : 13 + 25);
    }

    @Override
    public String sentence() {
        String name = series.name();
        String limit = series.inWords(threshold);
        String good = series.main().higherIsWorse() ? "below" : "at or above";
        String bad = series.main().higherIsWorse() ? "at or above" : "below";
        String notes =
                varied
                        ? name
                                + " "
                                + good
                                + " "
                                + limit
                                + " sounds between C3 and "
                                + (series.main().higherIsWorse() ? "F3, " : "C4, ")
                                + bad
                                + " it between C5 and C7, higher where worse"
                        : name
                                + " "
                                + good
                                + " "
                                + limit
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

    private Tone plain(double pitch, int velocity) {
        return Tone.plain(pitch, velocity, series.voice());
    }

    private long beat(int index) {
        return Math.round(index * (double) BEAT_FRAMES / plan.speed());
    }
}
