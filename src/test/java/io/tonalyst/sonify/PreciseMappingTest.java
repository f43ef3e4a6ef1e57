// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.kpi.AxisDomain;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.kpi.Measure;
import io.tonalyst.sonify.ScoreEvent.Crossing;
import io.tonalyst.sonify.ScoreEvent.Earcon;
import io.tonalyst.sonify.ScoreEvent.Mark;
import io.tonalyst.sonify.ScoreEvent.Note;
import io.tonalyst.sonify.ScoreEvent.Tick;
import io.tonalyst.sonify.SoundDesign.Property;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreciseMappingTest {
    private static final double NO_CALLS = Double.NaN;
    private static final AxisDomain AXIS = new AxisDomain(400, 1600, 200);

    @Test
    void pitchIsLinearInSemitonesOnTheAxis() {
        var score = score(Months.of(Measure.AHT, 400, 1000, 1600, 683.6));
        assertThat(score.notes())
                .extracting(Note::pitch)
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1)
                .containsExactly(48.0, 66.0, 84.0, 48 + 36 * 283.6 / 1200);
        assertThat(score.notes().getFirst().hertz()).isCloseTo(130.8128, within(1e-4));
        assertThat(score.distinctPitches()).isEqualTo(4);
    }

    @Test
    void valuesBeyondTheAxisSoundAsItsEnds() {
        var score = score(Months.of(Measure.AHT, 100, 5000));
        assertThat(score.notes()).extracting(Note::pitch).containsExactly(48.0, 84.0);
    }

    @Test
    void daysWithoutCallsAreSilentAndOfTrueLength() {
        var score = score(Months.of(Measure.AHT, 500, NO_CALLS, NO_CALLS, 700));
        assertThat(score.notes()).extracting(Note::start).containsExactly(0L, 36_000L);
        assertThat(score.notes()).extracting(Note::length).containsOnly(9_600L);
        assertThat(score.frames()).isEqualTo(31 * 12_000);
        assertThat(score.seconds()).isEqualTo(7.75);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 1, 1.5, 2, 3, 8})
    void everyDayStartsWhereTheMapSaysAtAnySpeed(double speed) {
        double[] values = new double[31];
        java.util.Arrays.setAll(values, i -> i % 7 == 5 ? NO_CALLS : 500 + 10 * i);
        var score = score(Months.of(Measure.AHT, values)).atSpeed(speed);
        assertThat(score.notes()).hasSize(27);
        for (Note note : score.notes()) {
            int day = note.step();
            double seconds = SonificationScore.RATE.seconds(note.start());
            assertThat(score.days().apply(seconds)).isEqualTo(day);
            assertThat(score.days().inverse(day)).isEqualTo(seconds);
            assertThat(note.start()).isCloseTo(Math.round(day * 12_000 / speed), within(0L));
        }
        assertThat(score.notes())
                .extracting(Note::pitch)
                .isEqualTo(score.atSpeed(1).notes().stream().map(Note::pitch).toList());
        assertThat(score.days().lastTarget()).isEqualTo(31);
    }

    @Test
    void aboveFourDaysASecondNeighbouringDaysAreTied() {
        var series = Months.of(Measure.AHT, 500, 800, NO_CALLS, 700);
        assertThat(score(series).notes()).noneMatch(Note::isTied);
        var fast = score(series).atSpeed(2).notes();
        assertThat(fast).extracting(Note::isTied).containsExactly(true, false, false);
        assertThat(fast.getFirst().glideTo()).isEqualTo(fast.get(1).pitch());
        assertThat(fast.getFirst().end()).isEqualTo(fast.get(1).start());
        assertThatThrownBy(() -> score(series).atSpeed(9))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void crossingTheThresholdIsSignalledOnTheDayOfTheCrossing() {
        var score = score(Months.of(Measure.AHT, 500, 1200, NO_CALLS, 1300, 900, 899, 400));
        assertThat(of(score, Earcon.class))
                .extracting(e -> (e.step() + 1) + " " + e.crossing())
                .containsExactly("2 " + Crossing.BREACH, "6 " + Crossing.RECOVERY);
    }

    @Test
    void anFcrBelowItsThresholdIsTheBreach() {
        var series = Months.of(Measure.FCR, 80, 75, 74);
        var score = SonificationScore.of(series, 75, Mapping.precise());
        assertThat(of(score, Earcon.class))
                .extracting(Earcon::crossing)
                .containsExactly(Crossing.BREACH);
        assertThat(score.notes()).extracting(Note::timbre).containsOnly(Timbre.TRIANGLE);
    }

    @Test
    void theCalendarTicksOnMondaysAndAtTheStart() {
        assertThat(of(score(Months.of(Measure.AHT, 500)), Tick.class))
                .extracting(t -> (t.step() + 1) + " " + t.mark())
                .containsExactly(
                        "1 " + Mark.MONTH,
                        "2 " + Mark.WEEK,
                        "9 " + Mark.WEEK,
                        "16 " + Mark.WEEK,
                        "23 " + Mark.WEEK,
                        "30 " + Mark.WEEK);
    }

    @Test
    void fewCallsAreQuieterDownToTheFloor() {
        // 100 * sqrt(4 / 10) = 63
        assertThat(velocity(1)).isEqualTo(40);
        assertThat(velocity(4)).isEqualTo(63);
        assertThat(velocity(10)).isEqualTo(100);
        assertThat(velocity(500)).isEqualTo(100);
        var loudness = Channel.following(SoundSeries.CERTAINTY, 0, 100);
        assertThatThrownBy(() -> SoundPresets.precise().with(Property.LOUDNESS, loudness))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withConcernAWorseValueSoundsHigher() {
        var design = SoundPresets.precise();
        var pitch = design.pitch().with(Polarity.CONCERN);
        var concern = new Mapping.Designed(design.with(Property.PITCH, pitch));
        var axis = new AxisDomain(0, 100, 20);
        var fcr = Months.of(Measure.FCR, 25);
        var aht = Months.of(Measure.AHT, 700);
        assertThat(SonificationScore.of(fcr, 75, concern, axis).notes().getFirst().pitch())
                .isEqualTo(75);
        assertThat(SonificationScore.of(aht, 900, concern, AXIS).notes().getFirst().pitch())
                .isEqualTo(57);
    }

    @Test
    void theLegendSoundsTheAxisAndTheThreshold() {
        var legend = score(Months.of(Measure.AHT, 500, 700)).legend();
        assertThat(legend.notes()).extracting(Note::pitch).containsExactly(48.0, 63.0, 84.0);
        assertThat(legend.sentence())
                .isEqualTo("Legend: Lowest 400 s, Threshold 900 s, Highest 1,600 s.");
        assertThat(legend.seconds()).isEqualTo(1.5);
        assertThat(legend.days().apply(1)).isZero();
    }

    @Test
    void theMappingIsToldInOneSentence() {
        assertThat(score(Months.of(Measure.AHT, 500)).sentence())
                .isEqualTo(
                        "Pitch rises with AHT: 400 s sounds as C3 (131 Hz), 1,600 s as C6 (1,047"
                                + " Hz); a day lasts 250 ms, days without calls are silent, days"
                                + " with few calls are quieter, and two quick notes rise where AHT"
                                + " gets worse than 900 s and fall where it recovers.");
    }

    private static int velocity(int calls) {
        return score(Months.withCalls(calls, Measure.AHT, 500)).notes().getFirst().velocity();
    }

    private static SonificationScore score(KpiSeries series) {
        return SonificationScore.of(series, 900, Mapping.precise(), AXIS);
    }

    private static <T extends ScoreEvent> List<T> of(SonificationScore score, Class<T> type) {
        return score.events().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
