// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import io.tonalyst.sonify.ScoreEvent.Crossing;
import io.tonalyst.sonify.ScoreEvent.Mark;
import io.tonalyst.time.TimeMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * Notes after a design: steps of true length, earcons where the threshold is crossed, ticks at the
 * divisions. Above four steps a second neighbouring ones are tied by a glide, since single notes
 * would blur.
 */
final class DesignComposer implements Composer {
    private static final int RATE = SonificationScore.RATE.hertz();

    /** Steps shorter than this are tied: four a second. */
    private static final int TIED_BELOW_FRAMES = RATE / 4;

    /** Most of a step that a note fills. */
    private static final double MOST_OF_STEP = 0.8;

    /**
     * From a note to its earcon, 75 ms: the pitch of the note is heard first, and its release is
     * undisturbed.
     */
    private static final int EARCON_DELAY = RATE * 75 / 1000;

    private final ScorePlan plan;
    private final SoundSeries series;
    private final SoundDesign design;
    private final ToneMaker tones;

    DesignComposer(ScorePlan plan, SoundDesign design) {
        this.plan = plan;
        this.series = plan.series();
        this.design = design;
        this.tones = new ToneMaker(series, design);
    }

    @Override
    public List<ScoreEvent> events() {
        var events = new ArrayList<ScoreEvent>(notes());
        if (design.earcons()) {
            events.addAll(earcons());
        }
        if (design.ticks()) {
            events.addAll(ticks());
        }
        // A stable sort: at the same frame notes come first.
        events.sort(Comparator.comparingLong(ScoreEvent::start));
        return events;
    }

    private List<ScoreEvent.Note> notes() {
        var notes = new ArrayList<ScoreEvent.Note>();
        for (int i = 0; i < series.points().size(); i++) {
            var point = series.points().get(i);
            notes.add(
                    ScoreEvent.Note.steady(
                            frame(point.step()),
                            noteFrames(i, point.step()),
                            tones.of(i),
                            point.step(),
                            point.value(),
                            point.label()));
        }
        if (frame(1) < TIED_BELOW_FRAMES) {
            for (int i = 0; i + 1 < notes.size(); i++) {
                var next = notes.get(i + 1);
                if (notes.get(i).step() + 1 == next.step()) {
                    notes.set(i, notes.get(i).tiedTo(next));
                }
            }
        }
        return notes;
    }

    private long noteFrames(int index, int step) {
        long wanted = Math.round(tones.durationMs(index) * RATE / 1000);
        long most = Math.round(MOST_OF_STEP * (frame(step + 1) - frame(step)));
        return Math.max(Envelope.SHORTEST, Math.min(wanted, most));
    }

    private List<ScoreEvent> earcons() {
        var earcons = new ArrayList<ScoreEvent>();
        int lower = Earcons.lower(design.pitch().most());
        double hurry = (double) TIED_BELOW_FRAMES / frame(1);
        long delay = Math.round(EARCON_DELAY / Math.max(1, hurry));
        for (int i = 1; i < series.points().size(); i++) {
            var point = series.points().get(i);
            boolean was = series.isBreach(series.points().get(i - 1).value());
            boolean is = series.isBreach(point.value());
            if (was != is) {
                // The label of a point starts with the name of its step.
                String when = point.label().split(" ", 2)[0];
                earcons.add(
                        new ScoreEvent.Earcon(
                                frame(point.step()) + delay,
                                Earcons.FRAMES,
                                point.step(),
                                is ? Crossing.BREACH : Crossing.RECOVERY,
                                lower,
                                when + (is ? " breach of " : " recovery from ") + threshold()));
            }
        }
        return earcons;
    }

    private String threshold() {
        return series.inWords(series.threshold().orElse(Double.NaN));
    }

    private List<ScoreEvent> ticks() {
        var ticks = new ArrayList<ScoreEvent>();
        for (var mark : series.marks()) {
            ticks.add(
                    new ScoreEvent.Tick(
                            frame(mark.step()),
                            Earcons.TICK_FRAMES,
                            mark.step(),
                            mark.strong() ? Mark.MONTH : Mark.WEEK));
        }
        return ticks;
    }

    @Override
    public TimeMap steps() {
        int n = series.steps();
        double[] seconds = new double[n + 1];
        double[] steps = new double[n + 1];
        for (int step = 0; step <= n; step++) {
            seconds[step] = SonificationScore.RATE.seconds(frame(step));
            steps[step] = step;
        }
        return TimeMap.of(seconds, steps);
    }

    @Override
    public Tone tone(double value) {
        return tones.plain(value);
    }

    @Override
    public double[] ends() {
        return new double[] {series.main().low(), series.main().high()};
    }

    @Override
    public OptionalInt pitches() {
        var pitch = design.pitch();
        if (pitch.isFixed()) {
            return OptionalInt.of(1);
        }
        return design.scale().isStepped()
                ? OptionalInt.of(
                        design.scale().notesWithin(design.tonic(), pitch.least(), pitch.most()))
                : OptionalInt.empty();
    }

    @Override
    public String sentence() {
        double stepMs = 1000 * SonificationScore.RATE.seconds(frame(1));
        return new DesignText(series, design, tones).sentence(stepMs);
    }

    private long frame(int step) {
        return Math.round(step * (double) design.stepMs() * RATE / 1000 / plan.speed());
    }
}
