// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import io.tonalyst.signal.PcmSource;
import io.tonalyst.sonify.ScoreEvent.Note;
import java.util.List;

/**
 * Measures on samples how a score sounds: where its notes begin, how high they are, how they begin
 * and end. The notes must be apart from each other and from everything else.
 */
public final class ScoreCheck {
    /** One step of a 16-bit file: what is quieter is not there. */
    private static final double AUDIBLE = 1.0 / 32_768;

    /** Samples looked through around the planned onset. */
    private static final int REACH = 480;

    private static final double CENTS = 12;
    private static final double CENTS_STEP = 0.25;

    /** Samples on which a pitch is measured, past the attack. */
    private static final int PITCH_FRAMES = 2_400;

    private ScoreCheck() {}

    /**
     * The worst of a score.
     *
     * @param notes measured
     * @param onsetSamples from the planned to the first audible sample
     * @param cents from the planned pitch, where notes are 100 ms or longer; the resolution is 0.25
     * @param peakDb loudest sample, in decibels of full scale
     * @param clipped samples at full scale
     * @param edgeStep first or last sample of a note, of full scale
     */
    public record Figures(
            int notes,
            double onsetSamples,
            double cents,
            double peakDb,
            int clipped,
            double edgeStep) {
        /** The worse of both in each figure. */
        public Figures worse(Figures other) {
            return new Figures(
                    notes + other.notes,
                    Math.max(onsetSamples, other.onsetSamples),
                    Math.max(cents, other.cents),
                    Math.max(peakDb, other.peakDb),
                    clipped + other.clipped,
                    Math.max(edgeStep, other.edgeStep));
        }

        /** Of nothing. */
        public static final Figures NONE = new Figures(0, 0, 0, Double.NEGATIVE_INFINITY, 0, 0);
    }

    /** All figures of notes that are apart. */
    public static Figures of(SonificationScore score, PcmSource sound) {
        float[] stereo = samples(sound);
        Figures worst = level(stereo);
        for (Note note : score.notes()) {
            double onset = Math.abs(onset(stereo, note.start()) - note.start());
            double edge =
                    Math.max(
                            loudest(stereo, (int) note.start()),
                            loudest(stereo, (int) note.end() - 1));
            worst = worst.worse(new Figures(1, onset, cents(stereo, note), -200, 0, edge));
        }
        return worst;
    }

    /** Peak and clipped samples alone, of notes that may overlap. */
    public static Figures level(PcmSource sound) {
        return level(samples(sound));
    }

    /** How many of a number of steps have no note. */
    public static int stepsWithoutNote(SonificationScore score, List<Integer> steps) {
        var sounding = score.notes().stream().map(Note::step).distinct().toList();
        return (int) steps.stream().filter(step -> !sounding.contains(step)).count();
    }

    private static Figures level(float[] stereo) {
        double peak = 0;
        int clipped = 0;
        for (float sample : stereo) {
            peak = Math.max(peak, Math.abs(sample));
            clipped += Math.abs(sample) >= 1 - AUDIBLE ? 1 : 0;
        }
        return new Figures(0, 0, 0, 20 * Math.log10(Math.max(1e-10, peak)), clipped, 0);
    }

    private static long onset(float[] stereo, long planned) {
        int from = (int) Math.max(0, planned - REACH);
        for (int i = from; i < planned + REACH; i++) {
            if (loudest(stereo, i) >= AUDIBLE) {
                return i;
            }
        }
        return planned + REACH;
    }

    private static double loudest(float[] stereo, int frame) {
        return 2 * frame + 1 >= stereo.length
                ? 0
                : Math.max(Math.abs(stereo[2 * frame]), Math.abs(stereo[2 * frame + 1]));
    }

    /** From the peak of the spectrum near the planned pitch: what is farther shows as the limit. */
    private static double cents(float[] stereo, Note note) {
        int frames = (int) Math.min(PITCH_FRAMES, note.length() / 2);
        if (note.length() < 2 * PITCH_FRAMES) {
            return 0;
        }
        int channel = note.tone().pan() > 0 ? 1 : 0;
        int from = (int) note.start() + frames;
        double best = 0;
        double highest = -1;
        for (double cents = -CENTS; cents <= CENTS; cents += CENTS_STEP) {
            double hertz = note.hertz() * Math.pow(2, cents / 1200);
            double power = power(stereo, channel, from, frames, hertz);
            if (power > highest) {
                highest = power;
                best = cents;
            }
        }
        return Math.abs(best);
    }

    private static double power(float[] stereo, int channel, int from, int frames, double hertz) {
        double real = 0;
        double imaginary = 0;
        double step = 2 * Math.PI * hertz / SonificationScore.RATE.hertz();
        for (int i = 0; i < frames; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / frames);
            double sample = window * stereo[2 * (from + i) + channel];
            real += sample * Math.cos(step * i);
            imaginary += sample * Math.sin(step * i);
        }
        return real * real + imaginary * imaginary;
    }

    private static float[] samples(PcmSource sound) {
        float[] stereo = new float[2 * Math.toIntExact(sound.frames())];
        sound.read(0, stereo, 0, (int) sound.frames());
        return stereo;
    }
}
