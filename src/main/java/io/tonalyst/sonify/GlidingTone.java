// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import java.util.List;

/** Notes tied to each other: one tone whose pitch runs from step to step as the line does. */
final class GlidingTone {
    private GlidingTone() {}

    /**
     * Samples of the whole chain; phase, loudness and brightness go on across the notes.
     *
     * @param chain each note but the last tied to the next
     */
    static double[] of(List<ScoreEvent.Note> chain) {
        var first = chain.getFirst();
        long start = first.start();
        double[] tone = new double[Math.toIntExact(chain.getLast().end() - start)];
        var state = new State(Synth.gain(first.velocity()), first.tone().spectrum());
        for (var note : chain) {
            state.add(note, tone, (int) (note.start() - start));
        }
        int attack = first.tone().spectrum().attack();
        for (int i = 0; i < tone.length; i++) {
            tone[i] *= Envelope.at(i, tone.length, attack);
        }
        return tone;
    }

    /** What goes on from note to note. */
    private static final class State {
        private double cycles;
        private double level;
        private Spectrum spectrum;

        State(double level, Spectrum spectrum) {
            this.level = level;
            this.spectrum = spectrum;
        }

        void add(ScoreEvent.Note note, double[] tone, int at) {
            Spectrum before = spectrum;
            spectrum = note.tone().spectrum();
            double[] gains = before.gains().clone();
            double from = level;
            double to = Synth.gain(note.velocity());
            int frames = Math.toIntExact(note.length());
            double step = note.hertz() / SonificationScore.RATE.hertz();
            double bend = StrictMath.pow(2, (note.glideTo() - note.pitch()) / 12 / frames);
            for (int i = 0; i < frames; i++) {
                double rise = Math.min(1, (double) i / Envelope.ATTACK);
                if (i <= Envelope.ATTACK) {
                    mix(gains, before.gains(), spectrum.gains(), rise);
                }
                double fall = 1 - (1 - spectrum.tiedLevel()) * i / frames;
                tone[at + i] = (from + (to * fall - from) * rise) * harmonics(gains, cycles, step);
                cycles += step;
                cycles -= Math.floor(cycles);
                step *= bend;
            }
            level = to * spectrum.tiedLevel();
        }
    }

    private static void mix(double[] gains, double[] from, double[] to, double share) {
        for (int i = 0; i < gains.length; i++) {
            gains[i] = from[i] + (to[i] - from[i]) * share;
        }
    }

    /** Adds up the cosines of the multiples of an angle by Chebyshev's recurrence. */
    private static double harmonics(double[] gains, double cycles, double step) {
        double first = StrictMath.cos(2 * Math.PI * cycles);
        double highest = Spectrum.HIGHEST_HERTZ / SonificationScore.RATE.hertz();
        double sum = 0;
        double lower = 1;
        double current = first;
        for (int h = 1; h <= gains.length && h * step <= highest; h++) {
            sum += gains[h - 1] * current;
            double next = 2 * first * current - lower;
            lower = current;
            current = next;
        }
        return sum;
    }
}
