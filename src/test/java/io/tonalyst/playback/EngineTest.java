// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.playback.Transport.Mode;
import io.tonalyst.time.SampleRate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The audio thread's work, step by step in a time that the test moves. */
class EngineTest {
    private static final double CLOCK_TOLERANCE = 0.006;

    private final FakeTicker ticker = new FakeTicker();
    private final TestSink sink = new TestSink(new SampleRate(48_000), ticker);
    private final AtomicReference<Transport> wanted =
            new AtomicReference<>(Transport.at(Ramp.ofSeconds(48_000, 20), 0, 1, 0));
    private int ends;
    private int sinkChanges;
    private final Engine engine =
            new Engine(
                    wanted,
                    sink,
                    ticker,
                    new Engine.Events() {
                        @Override
                        public void ended() {
                            ends++;
                        }

                        @Override
                        public void sinkChanged() {
                            sinkChanges++;
                        }
                    });

    private void run(double seconds) {
        for (double t = 0; t < seconds - 0.0005; t += 0.001) {
            engine.step();
            ticker.advance(0.001);
        }
        engine.step();
    }

    private void ask(Transport transport) {
        wanted.set(transport);
        engine.step();
    }

    private double position() {
        Transport t = wanted.get();
        return t.mode() == Mode.PLAY ? t.span().secondsAt(engine.framesHeard()) : t.restSeconds();
    }

    private static float sample(double seconds) {
        return Math.round(seconds * 48_000) * Ramp.UNIT;
    }

    @Test
    void passesSamplesUnchangedAndFollowsTheDevice() {
        ask(wanted.get().playFrom(0));
        run(1);
        assertThat(position()).isCloseTo(1, within(CLOCK_TOLERANCE));
        List<Float> left = sink.left();
        assertThat(left.size()).isBetween(52_000, 52_900);
        for (int i = 0; i < left.size(); i++) {
            assertThat(left.get(i)).isEqualTo(i * Ramp.UNIT);
        }
    }

    @Test
    void restsAtOnceAndGoesOnFromThere() {
        ask(wanted.get().playFrom(0));
        run(0.5);
        ask(wanted.get().restAt(24_000, false));
        assertThat(sink.isRunning()).isFalse();
        run(1);
        assertThat(position()).isEqualTo(0.5);
        int before = sink.left().size();
        ask(wanted.get().playFrom(24_000));
        run(0.3);
        assertThat(position()).isCloseTo(0.8, within(CLOCK_TOLERANCE));
        // After a fade of 4 ms the samples are those of the place.
        assertThat(sink.left().get(before)).isZero();
        assertThat(sink.left().get(before + 480)).isEqualTo(sample(0.51));
    }

    @Test
    void aSeekIsWrittenAtOnceAndHoldsItsPlaceUntilHeard() {
        ask(wanted.get().playFrom(0));
        run(0.5);
        int before = sink.left().size();
        wanted.set(wanted.get().playFrom(10 * 48_000));
        assertThat(position()).isEqualTo(10);
        engine.step();
        assertThat(position()).isEqualTo(10);
        assertThat(sink.left().get(before + 480)).isEqualTo(sample(10.01));
        run(0.2);
        assertThat(position()).isCloseTo(10.2, within(CLOCK_TOLERANCE));
    }

    @Test
    void anotherSourceIsBlendedInWithoutAGapWhereItStandsForTheSame() {
        ask(wanted.get().playFrom(0));
        run(1);
        int before = sink.left().size();
        // Twice as slow: what was at 1 s is at 2 s.
        ask(wanted.get().blended(Ramp.ofSeconds(48_000, 40), frame -> 2 * frame));
        assertThat(position()).isCloseTo(2, within(2 * CLOCK_TOLERANCE));
        run(0.05);
        ask(wanted.get().blended(Ramp.ofSeconds(48_000, 80), frame -> 2 * frame));
        assertThat(sink.isRunning()).isTrue();
        run(0.5);
        List<Float> left = sink.left();
        // The new source starts at twice (then four times) the place the old one has got to.
        assertThat(left.get(before + 1_000)).isEqualTo((2 * before + 1_000) * Ramp.UNIT);
        for (int i = 1; i < left.size(); i++) {
            // The largest step is the whole difference in 20 ms, not in one sample.
            assertThat(Math.abs(left.get(i) - left.get(i - 1))).isLessThan(0.0005f);
        }
        // The buffer still holds what was written before each change: 0.1 s.
        assertThat(position()).isBetween(4.6, 5.4);
        double last = position();
        for (int i = 0; i < 100; i++) {
            run(0.002);
            assertThat(position()).isGreaterThanOrEqualTo(last);
            last = position();
        }
    }

    @Test
    void blendingWhileFadingWaitsAndWhileRestingMovesTheRest() {
        ask(wanted.get().playFrom(0));
        run(0.5);
        ask(wanted.get().blended(Ramp.ofSeconds(48_000, 30), frame -> frame));
        ask(wanted.get().blended(Ramp.ofSeconds(48_000, 31), frame -> frame));
        ask(wanted.get().blended(Ramp.ofSeconds(48_000, 32), frame -> frame));
        run(0.3);
        assertThat(position()).isCloseTo(0.8, within(CLOCK_TOLERANCE));
        for (int i = 0; i < sink.left().size(); i++) {
            assertThat(sink.left().get(i)).isCloseTo(i * Ramp.UNIT, within(1e-6f));
        }
        ask(wanted.get().restAt(48_000, false));
        ask(wanted.get().blended(Ramp.ofSeconds(48_000, 64), frame -> 2 * frame));
        assertThat(position()).isEqualTo(2);
        assertThat(sink.isRunning()).isFalse();
    }

    @Test
    void aDeviceThatRendersAheadIsStartedAgainFromWhatWasShown() {
        ask(wanted.get().playFrom(0));
        run(0.05);
        double shown = position();
        sink.renderAhead(24_000);
        run(0.02);
        assertThat(position()).isCloseTo(shown, within(0.03));
        assertThat(sink.isRunning()).isFalse();
        run(1.3);
        assertThat(sink.isRunning()).isTrue();
        assertThat(position()).isCloseTo(shown + 1.0, within(0.06));
        // Later it is no longer the start: a jump is learnt by the clock.
        run(1);
        long jump = wanted.get().jump();
        sink.renderAhead(24_000);
        run(0.1);
        assertThat(wanted.get().jump()).isEqualTo(jump);
    }

    @Test
    void aNewSpeedIsHeardWhenTheBufferHasRunOut() {
        ask(wanted.get().playFrom(0));
        run(1);
        ask(wanted.get().with(2, Loop.NONE));
        double before = position();
        for (int i = 0; i < 1000; i++) {
            run(0.001);
            assertThat(position()).isGreaterThanOrEqualTo(before);
            before = position();
        }
        assertThat(position()).isCloseTo(2 + 0.9, within(0.02));
        ask(wanted.get().with(0.25, Loop.NONE));
        run(1);
        assertThat(position()).isCloseTo(2.9 + 0.2 + 0.225, within(0.04));
    }

    @Test
    void aLoopReturnsToItsStart() {
        wanted.set(wanted.get().with(1, new Loop(48_000, 72_000)));
        ask(wanted.get().playFrom(60_000));
        run(0.2);
        assertThat(position()).isCloseTo(1.45, within(CLOCK_TOLERANCE));
        run(0.2);
        assertThat(position()).isCloseTo(1.15, within(CLOCK_TOLERANCE));
        assertThat(sink.left().get(12_000)).isEqualTo(sample(1));
        assertThat(sink.left().get(11_999)).isEqualTo(71_999 * Ramp.UNIT);
        run(5);
        assertThat(position()).isCloseTo(1.15, within(CLOCK_TOLERANCE));
        ask(wanted.get().with(1, Loop.NONE));
        run(1);
        assertThat(position()).isCloseTo(2.15, within(CLOCK_TOLERANCE));
    }

    @Test
    void aLoopIsEnteredFromBehindAtItsStart() {
        ask(wanted.get().playFrom(5 * 48_000));
        run(0.2);
        ask(wanted.get().with(1, new Loop(48_000, 96_000)));
        run(0.3);
        assertThat(position()).isCloseTo(1.2, within(0.02));
    }

    @Test
    void theEndIsHeardOutAndToldOnce() {
        ask(wanted.get().playFrom(19.8 * 48_000));
        run(0.19);
        assertThat(ends).isZero();
        run(0.2);
        assertThat(ends).isEqualTo(1);
        assertThat(position()).isEqualTo(20);
        assertThat(wanted.get().ended()).isTrue();
        assertThat(wanted.get().mode()).isEqualTo(Mode.REST);
        assertThat(sink.isRunning()).isFalse();
    }

    @Test
    void scrubbingSoundsAShortGrainAndThenRests() {
        ask(wanted.get().grainAt(2 * 48_000));
        run(0.02);
        assertThat(sink.left().get(480)).isEqualTo(sample(2.01));
        assertThat(position()).isEqualTo(2);
        run(0.3);
        assertThat(sink.left().subList(3840, sink.left().size())).containsOnly(0f);
        assertThat(sink.left().subList(240, 3600)).doesNotContain(0f);
        run(1);
        assertThat(sink.isRunning()).isFalse();
    }

    @Test
    void aNewGrainCutsInWithinAHundredMilliseconds() {
        ask(wanted.get().grainAt(2 * 48_000));
        run(0.05);
        int heard = (int) engine.framesHeard();
        ask(wanted.get().grainAt(9 * 48_000));
        run(0.2);
        int first = 0;
        while (sink.left().get(first) < sample(8.5)) {
            first++;
        }
        assertThat(first - heard).isLessThan(4800);
    }

    @Test
    void aDevicePulledOutIsReplacedBySilenceInTheSamePlace() {
        ask(wanted.get().playFrom(3 * 48_000));
        run(0.5);
        sink.pullOut();
        run(0.005);
        assertThat(sinkChanges).isEqualTo(1);
        assertThat(engine.sink().isAudible()).isFalse();
        assertThat(wanted.get().mode()).isEqualTo(Mode.PLAY);
        double before = position();
        assertThat(before).isCloseTo(3.5, within(0.02));
        run(1);
        assertThat(position()).isCloseTo(before + 1, within(0.02));
    }

    @Test
    void aDeviceThatStandsStillForLongCountsAsGone() {
        ask(wanted.get().playFrom(0));
        run(0.5);
        sink.freeze();
        run(1);
        assertThat(sinkChanges).isZero();
        assertThat(position()).isBetween(0.49, 0.6);
        run(1);
        assertThat(sinkChanges).isEqualTo(1);
        assertThat(engine.sink().isAudible()).isFalse();
    }

    @Test
    void volumeFadesWithoutAStep() {
        engine.setVolume(0);
        ask(wanted.get().playFrom(48_000));
        run(0.1);
        assertThat(sink.left().subList(240, 4800)).containsOnly(0f);
    }
}
