// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.Sequence;

/** A score as a MIDI sequence. */
final class MidiScore {
    /** Ticks a quarter note. */
    static final int PPQ = 480;

    /** At 120 quarter notes a minute. */
    static final int MICROSECONDS_PER_QUARTER = 500_000;

    /** 50 frames. */
    static final int FRAMES_PER_TICK = SonificationScore.RATE.hertz() / (2 * PPQ);

    private static final int NOTE_CHANNEL = 0;
    private static final int EARCON_CHANNEL = 1;
    private static final int DRUM_CHANNEL = 9;

    /** General MIDI programs, counted from 0. */
    private static final int MARIMBA = 12;

    private static final int OCARINA = 79;
    private static final int VIBRAPHONE = 11;

    /** General MIDI percussion keys. */
    private static final int SIDE_STICK = 37;

    private static final int HIGH_WOOD_BLOCK = 76;

    private static final int EARCON_VELOCITY = 80;
    private static final int TICK_VELOCITY = 40;
    private static final int ACCENT_VELOCITY = 70;

    /** Semitones: enough for a steady pitch between two keys, and the finest steps. */
    private static final int STEADY_BEND = 2;

    /** Semitones: enough for a glide over the whole pitch range. */
    private static final int GLIDE_BEND = 48;

    private final SonificationScore score;
    private final int bendRange;

    MidiScore(SonificationScore score) {
        this.score = score;
        boolean glides = score.notes().stream().anyMatch(ScoreEvent.Note::isTied);
        this.bendRange = glides ? GLIDE_BEND : STEADY_BEND;
    }

    /** Ticks from the start of the score to a frame, to the nearest. */
    static long tick(long frame) {
        return Math.round((double) frame / FRAMES_PER_TICK);
    }

    Sequence sequence() throws InvalidMidiDataException {
        var sequence = new Sequence(Sequence.PPQ, PPQ);
        var series = score.series();
        var title = new MidiTrack(sequence, series.title());
        title.tempo(MICROSECONDS_PER_QUARTER);
        title.text(score.sentence());
        var notes = new MidiTrack(sequence, series.subject());
        notes.program(NOTE_CHANNEL, program());
        notes.bendRange(NOTE_CHANNEL, bendRange);
        var earcons = new MidiTrack(sequence, "Threshold crossings");
        earcons.program(EARCON_CHANNEL, VIBRAPHONE);
        var ticks = new MidiTrack(sequence, "Calendar");
        for (var event : score.events()) {
            switch (event) {
                case ScoreEvent.Note note -> {
                    title.marker(tick(note.start()), note.label());
                    addNote(notes, note);
                }
                case ScoreEvent.Earcon earcon -> addEarcon(earcons, earcon);
                case ScoreEvent.Tick tick -> addTick(ticks, tick);
            }
        }
        title.end(tick(score.frames()));
        return sequence;
    }

    private int program() {
        boolean struck = score.notes().stream().anyMatch(n -> n.timbre() == Timbre.STRUCK);
        return struck ? MARIMBA : OCARINA;
    }

    private void addNote(MidiTrack track, ScoreEvent.Note note) throws InvalidMidiDataException {
        long start = tick(note.start());
        long end = Math.max(start + 1, tick(note.end()));
        int key = (int) Math.round(note.pitch());
        track.bend(start, NOTE_CHANNEL, bend(note.pitch() - key));
        track.note(start, end, NOTE_CHANNEL, key, note.velocity());
        if (note.isTied()) {
            for (long at = start + 1; at < end; at++) {
                double share = (double) (at - start) / (end - start);
                double pitch = note.pitch() + share * (note.glideTo() - note.pitch());
                track.bend(at, NOTE_CHANNEL, bend(pitch - key));
            }
        }
    }

    /** The 14-bit bend for a distance in semitones, 8192 for none. */
    private int bend(double semitones) {
        return Math.clamp(8192 + Math.round(8192 * semitones / bendRange), 0, 16_383);
    }

    private static void addEarcon(MidiTrack track, ScoreEvent.Earcon earcon)
            throws InvalidMidiDataException {
        long first = tick(earcon.start());
        long second = tick(earcon.start() + Earcons.STEP_FRAMES);
        track.text(first, earcon.label());
        int lower = Earcons.firstPitch(earcon.crossing());
        int upper = Earcons.secondPitch(earcon.crossing());
        track.note(first, second, EARCON_CHANNEL, lower, EARCON_VELOCITY);
        track.note(second, tick(earcon.end()), EARCON_CHANNEL, upper, EARCON_VELOCITY);
    }

    private static void addTick(MidiTrack track, ScoreEvent.Tick tick)
            throws InvalidMidiDataException {
        boolean month = tick.mark() == ScoreEvent.Mark.MONTH;
        track.note(
                tick(tick.start()),
                tick(tick.end()),
                DRUM_CHANNEL,
                month ? HIGH_WOOD_BLOCK : SIDE_STICK,
                month ? ACCENT_VELOCITY : TICK_VELOCITY);
    }
}
