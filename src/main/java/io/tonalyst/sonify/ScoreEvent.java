// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import java.time.LocalDate;

/** Something that sounds in a score. Times are in frames at 48 kHz from the start of the score. */
public sealed interface ScoreEvent {
    /** First frame. */
    long start();

    /** Length in frames, attack and release included. */
    long length();

    /** The day it belongs to. */
    LocalDate date();

    /** Frame after the last. */
    default long end() {
        return start() + length();
    }

    /**
     * The value of one day.
     *
     * @param isTied whether the tone goes on into the next note, which starts where this one ends
     * @param pitch MIDI note number, 60 is C4, with fractions
     * @param glideTo pitch reached at the end: that of the next note if tied, else {@code pitch}
     * @param velocity 1 to 127
     * @param pan -1 left to 1 right
     * @param value what is heard, in the unit of the measure
     * @param label the day and its value in words
     */
    record Note(
            long start,
            long length,
            boolean isTied,
            double pitch,
            double glideTo,
            int velocity,
            double pan,
            Timbre timbre,
            LocalDate date,
            double value,
            String label)
            implements ScoreEvent {
        public Note {
            requireSpan(start, length);
            if (velocity < 1 || velocity > 127) {
                throw new IllegalArgumentException("Not a velocity: " + velocity);
            }
        }

        /** A note of one pitch, in the middle. */
        static Note steady(
                long start,
                long length,
                Composer.Tone tone,
                Timbre timbre,
                LocalDate date,
                double value,
                String label) {
            return new Note(
                    start,
                    length,
                    false,
                    tone.pitch(),
                    tone.pitch(),
                    tone.velocity(),
                    0,
                    timbre,
                    date,
                    value,
                    label);
        }

        /** The pitch in hertz. */
        public double hertz() {
            return Pitch.hertz(pitch);
        }

        /** The same note, tied to the next one. */
        Note tiedTo(Note next) {
            return new Note(
                    start,
                    next.start - start,
                    true,
                    pitch,
                    next.pitch,
                    velocity,
                    pan,
                    timbre,
                    date,
                    value,
                    label);
        }
    }

    /** Two quick notes that tell that the threshold has been crossed. */
    record Earcon(long start, long length, LocalDate date, Crossing crossing, String label)
            implements ScoreEvent {
        public Earcon {
            requireSpan(start, length);
        }
    }

    /** Which way the threshold has been crossed. */
    enum Crossing {
        /** To the bad side: the two notes rise. */
        BREACH,
        /** Back to the good side: the two notes fall. */
        RECOVERY
    }

    /** A mark of the calendar. */
    record Tick(long start, long length, LocalDate date, Mark mark) implements ScoreEvent {
        public Tick {
            requireSpan(start, length);
        }
    }

    /** What a tick marks. */
    enum Mark {
        /** A Monday: soft. */
        WEEK,
        /** The first of the month: stronger. */
        MONTH
    }

    private static void requireSpan(long start, long length) {
        if (start < 0 || length < 1) {
            throw new IllegalArgumentException("Not a span: " + length + " from " + start);
        }
    }
}
