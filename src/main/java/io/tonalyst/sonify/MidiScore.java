// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
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

    private static final int EARCON_CHANNEL = 1;
    private static final int DRUM_CHANNEL = 9;

    /** Controllers. */
    private static final int PAN = 10;

    private static final int BRIGHTNESS = 74;

    /** General MIDI program, counted from 0. */
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
        var title = new MidiTrack(sequence, score.series().title());
        title.tempo(MICROSECONDS_PER_QUARTER);
        title.text(score.sentence());
        Map<ScoreVoice, Part> parts = new EnumMap<>(ScoreVoice.class);
        for (ScoreVoice voice : score.voices()) {
            if (voice.ordinal() < SonificationScore.MAX_SERIES) {
                parts.put(voice, new Part(sequence, voice));
            }
        }
        var earcons = new MidiTrack(sequence, "Threshold crossings");
        earcons.program(EARCON_CHANNEL, VIBRAPHONE);
        var ticks = new MidiTrack(sequence, "Calendar");
        for (var event : score.events()) {
            switch (event) {
                case ScoreEvent.Note note -> {
                    title.marker(tick(note.start()), marker(note));
                    Objects.requireNonNull(parts.get(note.voice())).add(note);
                }
                case ScoreEvent.Earcon earcon -> addEarcon(earcons, earcon);
                case ScoreEvent.Tick tick -> addTick(ticks, tick);
            }
        }
        title.end(tick(score.frames()));
        return sequence;
    }

    /** Of several series, each note says whose it is. */
    private String marker(ScoreEvent.Note note) {
        return score.voices().contains(ScoreVoice.SECOND)
                ? score.title(note.voice()) + " " + note.label()
                : note.label();
    }

    /** The notes of one series: a track and a channel of their own. */
    private final class Part {
        private final MidiTrack track;
        private final int channel;
        private int pan = -1;
        private int brightness = -1;

        Part(Sequence sequence, ScoreVoice voice) throws InvalidMidiDataException {
            track = new MidiTrack(sequence, score.title(voice));
            // The signals have the second channel.
            channel = voice == ScoreVoice.FIRST ? 0 : voice.ordinal() + 1;
            track.program(channel, score.timbre(voice).program());
            track.bendRange(channel, bendRange);
        }

        void add(ScoreEvent.Note note) throws InvalidMidiDataException {
            long start = tick(note.start());
            long end = Math.max(start + 1, tick(note.end()));
            int key = (int) Math.round(note.pitch());
            place(start, note.tone());
            track.bend(start, channel, bend(note.pitch() - key));
            track.note(start, end, channel, key, note.velocity());
            if (note.isTied()) {
                for (long at = start + 1; at < end; at++) {
                    double share = (double) (at - start) / (end - start);
                    double pitch = note.pitch() + share * (note.glideTo() - note.pitch());
                    track.bend(at, channel, bend(pitch - key));
                }
            }
        }

        /** Where and how bright the note is, where that has changed. */
        private void place(long at, Tone tone) throws InvalidMidiDataException {
            int newPan = Math.clamp(Math.round(64 + 63 * tone.pan()), 0, 127);
            int newBrightness = Math.clamp(Math.round(127 * tone.brightness()), 0, 127);
            if (newPan != pan) {
                track.control(at, channel, PAN, newPan);
                pan = newPan;
            }
            if (newBrightness != brightness) {
                track.control(at, channel, BRIGHTNESS, newBrightness);
                brightness = newBrightness;
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
        int one = Earcons.firstPitch(earcon);
        int two = Earcons.secondPitch(earcon);
        track.note(first, second, EARCON_CHANNEL, one, EARCON_VELOCITY);
        track.note(second, tick(earcon.end()), EARCON_CHANNEL, two, EARCON_VELOCITY);
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
