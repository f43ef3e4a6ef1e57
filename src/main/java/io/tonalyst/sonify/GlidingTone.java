// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import java.util.List;

/** Notes tied to each other: one tone whose pitch runs from day to day as the line does. */
final class GlidingTone {
    private GlidingTone() {}

    /**
     * Samples of the whole chain; phase and loudness go on across the notes.
     *
     * @param chain each note but the last tied to the next
     */
    static double[] of(List<ScoreEvent.Note> chain) {
        long start = chain.getFirst().start();
        double[] tone = new double[Math.toIntExact(chain.getLast().end() - start)];
        double cycles = 0;
        double before = 0;
        for (var note : chain) {
            int at = (int) (note.start() - start);
            double level = Synth.gain(note.velocity());
            cycles = addNote(tone, at, note, cycles, at == 0 ? level : before, level);
            before = level * Spectrum.of(note.timbre()).tiedLevel();
        }
        for (int i = 0; i < tone.length; i++) {
            tone[i] *= Envelope.at(i, tone.length);
        }
        return tone;
    }

    /** Adds one note and gives back the phase at its end, in cycles. */
    private static double addNote(
            double[] tone,
            int at,
            ScoreEvent.Note note,
            double firstCycles,
            double before,
            double level) {
        var spectrum = Spectrum.of(note.timbre());
        int frames = Math.toIntExact(note.length());
        double step = note.hertz() / SonificationScore.RATE.hertz();
        double bend = StrictMath.pow(2, (note.glideTo() - note.pitch()) / 12 / frames);
        double cycles = firstCycles;
        for (int i = 0; i < frames; i++) {
            double rise = Math.min(1, (double) i / Envelope.ATTACK);
            double fall = 1 - (1 - spectrum.tiedLevel()) * i / frames;
            double loudness = before + (level * fall - before) * rise;
            tone[at + i] = loudness * harmonics(spectrum, cycles, step);
            cycles += step;
            cycles -= Math.floor(cycles);
            step *= bend;
        }
        return cycles;
    }

    /** Adds up the cosines of the multiples of an angle by Chebyshev's recurrence. */
    private static double harmonics(Spectrum spectrum, double cycles, double step) {
        double first = StrictMath.cos(2 * Math.PI * cycles);
        double highest = Spectrum.HIGHEST_HERTZ / SonificationScore.RATE.hertz();
        double sum = 0;
        double lower = 1;
        double current = first;
        for (int h = 1; h <= spectrum.harmonics() && h * step <= highest; h++) {
            sum += spectrum.gain(h) * current;
            double next = 2 * first * current - lower;
            lower = current;
            current = next;
        }
        return sum;
    }
}
