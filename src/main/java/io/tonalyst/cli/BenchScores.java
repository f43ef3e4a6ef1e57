// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.kpi.AxisDomain;
import io.tonalyst.kpi.CallTotals;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.Estimate;
import io.tonalyst.kpi.KpiPoint;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.kpi.Measure;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.recording.WavWriter;
import io.tonalyst.signal.Signal;
import io.tonalyst.sonify.KpiSound;
import io.tonalyst.sonify.Mapping;
import io.tonalyst.sonify.MidiWriter;
import io.tonalyst.sonify.ScoreCheck;
import io.tonalyst.sonify.ScoreVoice;
import io.tonalyst.sonify.SonificationScore;
import io.tonalyst.sonify.SoundPresets;
import io.tonalyst.sonify.SoundSeries;
import io.tonalyst.sonify.Synth;
import io.tonalyst.sonify.Timbre;
import io.tonalyst.time.SampleRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Scores of months made up for the measurement of sound, in every instrument and at every speed.
 */
final class BenchScores {
    static final SampleRate RATE = SonificationScore.RATE;

    private static final double[] SPEEDS = {0.25, 0.5, 1, 2, 4, 8};
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);
    private static final int DAYS = 31;
    private static final int CALLS = 12;
    static final double THRESHOLD = 900;
    private static final AxisDomain AXIS = new AxisDomain(400, 1600, 200);
    private static final EnumSet<ScoreVoice> SIGNALS =
            EnumSet.of(ScoreVoice.EARCONS, ScoreVoice.TICKS);

    private final Synth synth = new Synth();
    private final List<Mapping> mappings = new ArrayList<>();
    private double peakDb = Double.NEGATIVE_INFINITY;
    private int clipped;
    private int skipped;

    BenchScores() {
        for (Timbre timbre : Timbre.values()) {
            mappings.add(new Mapping.Designed(SoundPresets.precise().on(Optional.of(timbre))));
        }
    }

    /** Notes that are apart, on each instrument in precise mode; looks at all the others, too. */
    ScoreCheck.Figures figures() {
        var worst = ScoreCheck.Figures.NONE;
        for (Mapping mapping : mappings) {
            var apart =
                    SonificationScore.of(every(2, 0), THRESHOLD, mapping, AXIS).without(SIGNALS);
            worst = worst.worse(ScoreCheck.of(apart, synth.render(apart)));
            var dense = SonificationScore.of(every(1, 0), THRESHOLD, mapping, AXIS);
            for (double speed : SPEEDS) {
                look(dense.atSpeed(speed));
            }
        }
        List<SoundSeries> three =
                IntStream.range(0, 3)
                        .mapToObj(i -> KpiSound.of(every(1, i), THRESHOLD, AXIS))
                        .toList();
        for (double speed : SPEEDS) {
            look(SonificationScore.together(three, Mapping.precise()).atSpeed(speed));
        }
        peakDb = Math.max(peakDb, worst.peakDb());
        clipped += worst.clipped();
        return worst;
    }

    /** Loudest sample of all scores, once the figures have been asked for. */
    double peakDb() {
        return peakDb;
    }

    int clipped() {
        return clipped;
    }

    /** Days that have a figure and no note. */
    int skipped() {
        return skipped;
    }

    /** WAV and MIDI files, of those written twice, that are not the same both times. */
    int differing() throws IOException, RecordingException {
        Path folder = Files.createTempDirectory("tonalyst-bench");
        Path once = folder.resolve("once");
        Path again = folder.resolve("again");
        int differing = 0;
        try {
            for (Mapping mapping : mappings) {
                wav(mapping, once);
                wav(mapping, again);
                differing += Files.mismatch(once, again) == -1 ? 0 : 1;
                MidiWriter.write(score(mapping), once);
                MidiWriter.write(score(mapping), again);
                differing += Files.mismatch(once, again) == -1 ? 0 : 1;
            }
        } finally {
            Files.deleteIfExists(once);
            Files.deleteIfExists(again);
            Files.deleteIfExists(folder);
        }
        return differing;
    }

    private static void wav(Mapping mapping, Path file) throws RecordingException {
        new WavWriter().write(file, Signal.of(new Synth().render(score(mapping))));
    }

    private static SonificationScore score(Mapping mapping) {
        return SonificationScore.of(every(1, 0), THRESHOLD, mapping, AXIS);
    }

    private void look(SonificationScore score) {
        ScoreCheck.Figures level = ScoreCheck.level(synth.render(score));
        peakDb = Math.max(peakDb, level.peakDb());
        clipped += level.clipped();
        var days = IntStream.range(0, DAYS).boxed().toList();
        skipped += ScoreCheck.stepsWithoutNote(score, days);
    }

    /** A month with a figure every day. */
    static KpiSeries month() {
        return every(1, 0);
    }

    /** A month that goes up and down over the whole axis, with a figure on every so many days. */
    private static KpiSeries every(int days, int shift) {
        var points = new ArrayList<KpiPoint>();
        for (int day = 0; day < DAYS; day += days) {
            double value = 1000 + 590 * Math.sin(1.7 * day + shift);
            var estimate = new Estimate(value, Double.NaN, Double.NaN, Double.NaN);
            var totals = new CallTotals(CALLS, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
            points.add(new KpiPoint(FIRST.plusDays(day), estimate, totals));
        }
        return new KpiSeries(
                "Agent " + (shift + 1),
                Measure.AHT,
                Definition.VOLAPHONE,
                FIRST,
                FIRST.plusDays(DAYS - 1),
                points,
                Estimate.NONE,
                CallTotals.NONE,
                "made up",
                "",
                List.of(),
                OptionalDouble.empty(),
                0);
    }
}
