// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.kpi.AxisDomain;
import io.tonalyst.kpi.Measure;
import io.tonalyst.signal.PcmSource;
import io.tonalyst.sonify.ScoreEvent.Note;
import io.tonalyst.sonify.SoundDesign.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
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
        double[] tone = SteadyTone.of(Spectrum.of(Timbre.MARIMBA), Pitch.hertz(96), 24_000);
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

    /** Every instrument in every design: dark, as it is and bright, on every property. */
    private static List<Mapping.Designed> designs() {
        var designs = new ArrayList<Mapping.Designed>();
        for (var timbre : Timbre.values()) {
            for (var preset : SoundPresets.all()) {
                designs.add(new Mapping.Designed(preset.on(Optional.of(timbre))));
            }
            var all = SoundPresets.precise().on(Optional.of(timbre)).named(timbre.key());
            for (var property : Property.values()) {
                if (property != Property.PITCH) {
                    // All of it, but for the faintest: its first frame must be measurable.
                    double low = property == Property.LOUDNESS ? 30 : property.low();
                    all =
                            all.with(
                                    property,
                                    Channel.following(SoundSeries.VALUE, low, property.high()));
                }
            }
            designs.add(new Mapping.Designed(all));
        }
        return designs;
    }

    @ParameterizedTest
    @MethodSource("designs")
    void everyDesignOnEveryInstrumentKeepsTheFigures(Mapping.Designed mapping) {
        var axis = new AxisDomain(400, 1600, 200);
        var score =
                SonificationScore.of(Months.of(Measure.AHT, SPARSE), 900, mapping, axis)
                        .without(EnumSet.of(ScoreVoice.EARCONS, ScoreVoice.TICKS));
        var sound = synth.render(score);
        float[] both = both(sound);
        assertThat(both).isEqualTo(both(new Synth().render(score)));
        assertThat(peak(sound)).isBetween(0.02f, 0.8913f);
        for (Note note : score.notes()) {
            int start = (int) note.start();
            if (start > 0) {
                assertThat(loudest(both, start - 1)).isZero();
            }
            assertThat(loudest(both, start)).isBetween(1e-6f, 0.01f);
            int last = (int) note.end() - 1;
            assertThat(loudest(both, last)).isLessThan(0.01f);
            assertThat(loudest(both, last + 1)).isZero();
            float[] ear = note.tone().pan() > 0 ? right(both) : left(sound);
            int count = Math.min(2_400, (int) note.length() / 2);
            double heard = peakHertz(ear, start + count / 2, count, note.hertz());
            if (note.length() >= 4_800) {
                double cents = 1200 * Math.log(heard / note.hertz()) / Math.log(2);
                assertThat(cents).as(note.label()).isCloseTo(0, within(2.0));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("designs")
    void noDesignClipsOrJumpsAtAnySpeed(Mapping.Designed mapping) {
        double[] values = new double[31];
        Arrays.setAll(values, i -> i % 2 == 0 ? 1600 : 400 + 10 * i);
        var axis = new AxisDomain(400, 1600, 200);
        var score =
                SonificationScore.of(Months.of(Measure.AHT, values), 900, mapping, axis)
                        .atSpeed(4)
                        .without(EnumSet.of(ScoreVoice.EARCONS, ScoreVoice.TICKS));
        float[] both = both(synth.render(score));
        float largest = 0;
        for (int i = 0; i < both.length / 2; i++) {
            largest = Math.max(largest, loudest(both, i));
        }
        assertThat(largest).isBetween(0.02f, 0.8913f);
        for (Note note : score.notes().subList(1, 31)) {
            // A tied note begins no steeper than the tone runs there anyway.
            int at = (int) note.start();
            double joint = Math.abs(both[2 * at] - both[2 * (at - 1)]);
            double steepest = 0;
            for (int i = at - 200; i < at + 200; i++) {
                if (i != at) {
                    steepest = Math.max(steepest, Math.abs(both[2 * i] - both[2 * (i - 1)]));
                }
            }
            assertThat(joint).as(note.label()).isLessThan(Math.max(0.01, 1.2 * steepest));
        }
    }

    @ParameterizedTest
    @EnumSource(Timbre.class)
    void noInstrumentAliases(Timbre timbre) {
        double hertz = Pitch.hertz(95.3);
        double[] tone = SteadyTone.of(Spectrum.of(timbre, 1), hertz, 24_000);
        float[] samples = new float[tone.length];
        for (int i = 0; i < tone.length; i++) {
            samples[i] = (float) tone[i];
        }
        double fundamental = power(samples, 2_400, 16_384, hertz);
        for (int h = 10; h <= 18; h++) {
            double folded = Math.abs(48_000 - h * hertz);
            if (h * hertz > Spectrum.HIGHEST_HERTZ && folded % hertz > 100) {
                assertThat(10 * Math.log10(power(samples, 2_400, 16_384, folded) / fundamental))
                        .as("harmonic %d", h)
                        .isLessThan(-70);
            }
        }
    }

    @Test
    void aVoiceCanBeLeftOutAndTheRestStaysWhereItIs() {
        var whole = score(Measure.AHT, 500, 1200, 500);
        assertThat(whole.voices())
                .containsExactly(ScoreVoice.FIRST, ScoreVoice.EARCONS, ScoreVoice.TICKS);
        var notes = whole.without(EnumSet.of(ScoreVoice.EARCONS, ScoreVoice.TICKS));
        assertThat(notes.events()).hasSize(3).isEqualTo(whole.notes());
        assertThat(notes.frames()).isEqualTo(whole.frames());
        assertThat(notes.voices()).isEqualTo(whole.voices());
        var signals = whole.without(EnumSet.of(ScoreVoice.FIRST));
        assertThat(signals.notes()).isEmpty();
        assertThat(signals.levels()).isEqualTo(whole.levels());
        assertThat(peak(synth.render(signals))).isBetween(0.05f, 0.5f);
    }

    @Test
    void agentsThatAreComparedSoundFromTheirSeatsOnTheirInstruments() {
        var axis = new AxisDomain(400, 1600, 200);
        var three =
                List.of(
                        KpiSound.of(Months.of(Measure.AHT, 500, 700), 900, axis),
                        KpiSound.of(Months.of(Measure.AHT, 600, 800), 900, axis),
                        KpiSound.of(Months.of(Measure.AHT, 1500, Double.NaN, 900), 900, axis));
        var score = SonificationScore.together(three, Mapping.precise());
        assertThat(score.notes()).hasSize(6);
        assertThat(score.notes().stream().map(Note::timbre).distinct())
                .containsExactly(Timbre.MARIMBA, Timbre.FLUTE, Timbre.HARP);
        assertThat(score.notes().stream().map(n -> n.tone().pan()).distinct())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1)
                .containsExactly(-0.6, 0.0, 0.6);
        assertThat(score.voices()).contains(ScoreVoice.SECOND, ScoreVoice.THIRD);
        float[] fast = both(synth.render(score.atSpeed(8)));
        assertThat(fast).isEqualTo(both(synth.render(score.atSpeed(8))));
        assertThat(peak(synth.render(score))).isLessThan(0.8913f);
        assertThatThrownBy(() -> SonificationScore.together(List.of(), Mapping.precise()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatElseIsKnownOfComparedAgentsIsOnOneScaleToo() {
        var axis = new AxisDomain(400, 1600, 200);
        var few = KpiSound.of(Months.withCalls(5, Measure.AHT, 500, 600), 900, axis);
        var many = KpiSound.of(Months.withCalls(20, Measure.AHT, 500, 600), 900, axis);
        var none = KpiSound.of(Months.of(Measure.AHT, Double.NaN), 900, axis);

        for (var one : List.of(few, many, none)) {
            var calls = one.besides(List.of(few, many, none)).dimension("calls").orElseThrow();
            assertThat(calls.low()).isEqualTo(5);
            assertThat(calls.high()).isEqualTo(21);
        }
    }

    private static float loudest(float[] both, int frame) {
        return 2 * frame + 1 >= both.length
                ? 0
                : Math.max(Math.abs(both[2 * frame]), Math.abs(both[2 * frame + 1]));
    }

    private static float[] both(PcmSource sound) {
        float[] stereo = new float[2 * (int) sound.frames()];
        sound.read(0, stereo, 0, (int) sound.frames());
        return stereo;
    }

    private static float[] right(float[] both) {
        float[] right = new float[both.length / 2 + 1];
        for (int i = 0; i < both.length / 2; i++) {
            right[i] = both[2 * i + 1];
        }
        return right;
    }

    private static SonificationScore score(Measure measure, double... values) {
        var series = Months.of(measure, values);
        var axis = new AxisDomain(400, 1600, 200);
        return SonificationScore.of(series, 900, Mapping.precise(), axis);
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

    /**
     * The frequency of the spectrum's peak within 12 cents of {@code about}: one that is farther
     * off shows at the ends.
     */
    private static double peakHertz(float[] x, int from, int count, double about) {
        double best = about;
        double bestPower = 0;
        for (double cents = -12; cents <= 12; cents += 0.25) {
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
