// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.kpi.AxisDomain;
import io.tonalyst.kpi.Measure;
import io.tonalyst.signal.PcmSource;
import io.tonalyst.sonify.ScoreEvent.Note;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sound of scores, measured on the samples. */
class SynthTest {
    private static final double NO_CALLS = Double.NaN;

    /** Days with notes from one end of the range to the other, each after a silent one. */
    private static final double[] SPARSE = {
        403, NO_CALLS, 777.7, NO_CALLS, 1013, NO_CALLS, 650, NO_CALLS, 1600, NO_CALLS, 400
    };

    private final Synth synth = new Synth();

    @ParameterizedTest
    @EnumSource(
            value = Measure.class,
            names = {"AHT", "FCR"})
    void everyNoteStartsOnItsFrameWithoutAStep(Measure measure) {
        var score = score(measure, SPARSE);
        float[] left = left(synth.render(score));
        for (Note note : score.notes()) {
            int start = (int) note.start();
            if (start > 0) {
                assertThat(left[start - 1]).isZero();
            }
            assertThat(Math.abs(left[start])).isBetween(1 / 32_768f, 0.01f);
            int last = (int) note.end() - 1;
            assertThat(Math.abs(left[last])).isLessThan(0.01f);
            assertThat(left[last + 1]).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Measure.class,
            names = {"AHT", "FCR"})
    void pitchIsRightWithinTwoCents(Measure measure) {
        var score = score(measure, SPARSE);
        float[] left = left(synth.render(score));
        for (Note note : score.notes()) {
            // Past the attack and the calendar tick, before the earcon and the release.
            int from = (int) note.start() + 2_400;
            double heard = peakHertz(left, from, 2_400, note.hertz());
            double cents = 1200 * Math.log(heard / note.hertz()) / Math.log(2);
            assertThat(cents).as(note.label()).isCloseTo(0, within(2.0));
        }
    }

    @ParameterizedTest
    @CsvSource({"AHT, 1", "FCR, 1", "AHT, 8", "FCR, 8", "AHT, 0.25", "FCR, 3"})
    void loudestSoundsStayBelowMinusOneDecibel(Measure measure, double speed) {
        double[] values = new double[31];
        Arrays.setAll(values, i -> i % 2 == 0 ? 1600 : 400);
        assertThat(peak(synth.render(score(measure, values).atSpeed(speed))))
                .isBetween(0.1f, 0.8913f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference-simple", "reference-varied", "precise"})
    void theSameScoreGivesTheSameSamples(String key) {
        var mapping = Mapping.ofKey(key).orElseThrow();
        var series = Months.of(Measure.AHT, SPARSE);
        float[] once = left(synth.render(SonificationScore.of(series, 900, mapping)));
        float[] again = left(new Synth().render(SonificationScore.of(series, 900, mapping)));
        assertThat(once).isEqualTo(again);
    }

    @Test
    void nothingAliases() {
        // The highest note of all: C7 struck, whose 10th harmonic would lie at 20.9 kHz.
        double[] tone = SteadyTone.of(Spectrum.BAR, Pitch.hertz(96), 24_000);
        float[] samples = new float[tone.length];
        for (int i = 0; i < tone.length; i++) {
            samples[i] = (float) tone[i];
        }
        double fundamental = power(samples, 2_400, 16_384, Pitch.hertz(96));
        for (double hertz : new double[] {48_000 - 10 * Pitch.hertz(96), 300, 11_111, 23_000}) {
            assertThat(10 * Math.log10(power(samples, 2_400, 16_384, hertz) / fundamental))
                    .as("%.0f Hz", hertz)
                    .isLessThan(-80);
        }
    }

    @Test
    void silentDaysAreSilent() {
        var score = score(Measure.AHT, 500, NO_CALLS, NO_CALLS, NO_CALLS, NO_CALLS, 500);
        float[] left = left(synth.render(score));
        // The 3rd to 5th of January 2017: without calls, and no Monday.
        assertThat(Arrays.copyOfRange(left, 24_000, 60_000)).containsOnly(0f);
        assertThat(left[60_000]).isNotZero();
    }

    @Test
    void tiedNotesRunOnWithoutABreakAndMeetEachPitch() {
        double[] values = new double[31];
        Arrays.setAll(values, i -> 500 + 20 * i);
        var score = score(Measure.FCR, values).atSpeed(2);
        float[] left = left(synth.render(score));
        for (Note note : score.notes().subList(0, 30)) {
            int end = (int) note.end();
            double before = Math.abs(left[end] - left[end - 1]);
            double steepest = 2 * Math.PI * note.hertz() / 48_000;
            assertThat(before).isLessThan(steepest);
            int middle = (int) (note.start() + note.end()) / 2;
            double wanted = Pitch.hertz((note.pitch() + note.glideTo()) / 2);
            double heard = peakHertz(left, middle - 1_200, 2_400, wanted);
            assertThat(1200 * Math.log(heard / wanted) / Math.log(2)).isCloseTo(0, within(5.0));
        }
    }

    @Test
    void soundCanBeReadFromAnywhereAndPastItsEnd() {
        PcmSource sound = synth.render(score(Measure.AHT, SPARSE));
        float[] all = new float[2 * (int) sound.frames()];
        sound.read(0, all, 0, (int) sound.frames());
        float[] part = new float[10];
        Arrays.fill(part, 9f);
        sound.read(sound.frames() - 2, part, 1, 4);
        assertThat(part).startsWith(9f, 9f, all[all.length - 4], all[all.length - 3]);
        assertThat(Arrays.copyOfRange(part, 6, 10)).containsOnly(0f);
        sound.read(sound.frames() + 100_000, part, 0, 5);
        assertThat(part).containsOnly(0f);
    }

    private static SonificationScore score(Measure measure, double... values) {
        var series = Months.of(measure, values);
        var axis = new AxisDomain(400, 1600, 200);
        return SonificationScore.of(series, 900, new Mapping.Precise(), axis);
    }

    private static float[] left(PcmSource sound) {
        float[] stereo = new float[2 * (int) sound.frames()];
        sound.read(0, stereo, 0, (int) sound.frames());
        float[] left = new float[stereo.length / 2 + 1];
        for (int i = 0; i < stereo.length / 2; i++) {
            left[i] = stereo[2 * i];
        }
        return left;
    }

    private static float peak(PcmSource sound) {
        float peak = 0;
        for (float sample : left(sound)) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    /** The frequency of the spectrum's peak within a semitone of {@code about}. */
    private static double peakHertz(float[] x, int from, int count, double about) {
        double best = about;
        double bestPower = 0;
        for (double cents = -100; cents <= 100; cents += 0.25) {
            double hertz = about * Math.pow(2, cents / 1200);
            double power = power(x, from, count, hertz);
            if (power > bestPower) {
                bestPower = power;
                best = hertz;
            }
        }
        return best;
    }

    /** Power at one frequency under a Hann window. */
    private static double power(float[] x, int from, int count, double hertz) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < count; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / count);
            double angle = 2 * Math.PI * hertz * i / 48_000;
            re += x[from + i] * window * Math.cos(angle);
            im += x[from + i] * window * Math.sin(angle);
        }
        return re * re + im * im;
    }
}
