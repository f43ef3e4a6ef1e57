// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

/** Something that sounds in a score. Times are in frames at 48 kHz from the start of the score. */
public sealed interface ScoreEvent {
    /** First frame. */
    long start();

    /** Length in frames, attack and release included. */
    long length();

    /** The step it belongs to, such as the day, 0-based. */
    int step();

    /** What it is part of. */
    ScoreVoice voice();

    /** Frame after the last. */
    default long end() {
        return start() + length();
    }

    /**
     * The value of one step.
     *
     * @param isTied whether the tone goes on into the next note of the voice, which starts where
     *     this one ends
     * @param glideTo pitch reached at the end: that of the next note if tied, else its own
     * @param value what is heard, in the unit of the series
     * @param label the step and its value in words
     */
    record Note(
            long start,
            long length,
            boolean isTied,
            double glideTo,
            Tone tone,
            ScoreVoice voice,
            int step,
            double value,
            String label)
            implements ScoreEvent {
        public Note {
            requireSpan(start, length);
        }

        /** A note of one pitch. */
        static Note steady(
                long start, long length, Tone tone, int step, double value, String label) {
            return new Note(
                    start, length, false, tone.pitch(), tone, ScoreVoice.FIRST, step, value, label);
        }

        /** MIDI note number, 60 is C4, with fractions. */
        public double pitch() {
            return tone.pitch();
        }

        /** The pitch in hertz. */
        public double hertz() {
            return Pitch.hertz(tone.pitch());
        }

        /** 1 to 127. */
        public int velocity() {
            return tone.velocity();
        }

        /** The instrument. */
        public Timbre timbre() {
            return tone.timbre();
        }

        /** The same note, tied to the next one. */
        Note tiedTo(Note next) {
            return new Note(
                    start, next.start - start, true, next.pitch(), tone, voice, step, value, label);
        }

        /** The same note as part of another voice, from its place and with its instrument. */
        Note seated(ScoreVoice other, double pan, Timbre timbre) {
            var moved = new Tone(tone.pitch(), tone.velocity(), pan, tone.brightness(), timbre);
            return new Note(start, length, isTied, glideTo, moved, other, step, value, label);
        }
    }

    /**
     * Two quick notes that tell that the threshold has been crossed.
     *
     * @param lower MIDI note number of the lower of the two
     */
    record Earcon(long start, long length, int step, Crossing crossing, int lower, String label)
            implements ScoreEvent {
        public Earcon {
            requireSpan(start, length);
        }

        @Override
        public ScoreVoice voice() {
            return ScoreVoice.EARCONS;
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
    record Tick(long start, long length, int step, Mark mark) implements ScoreEvent {
        public Tick {
            requireSpan(start, length);
        }

        @Override
        public ScoreVoice voice() {
            return ScoreVoice.TICKS;
        }
    }

    /** What a tick marks. */
    enum Mark {
        /** A lesser division, such as a Monday: soft. */
        WEEK,
        /** A greater division, such as the first of the month: stronger. */
        MONTH
    }

    private static void requireSpan(long start, long length) {
        if (start < 0 || length < 1) {
            throw new IllegalArgumentException("Not a span: " + length + " from " + start);
        }
    }
}
