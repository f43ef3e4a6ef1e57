// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import java.nio.charset.StandardCharsets;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/**
 * A named track. Events at one tick are kept in the order they are added, so a note has to end
 * before the next one on its key is added.
 */
final class MidiTrack {
    private static final int TEXT = 0x01;
    private static final int NAME = 0x03;
    private static final int MARKER = 0x06;
    private static final int END = 0x2F;
    private static final int TEMPO = 0x51;

    private static final int DATA_ENTRY_COARSE = 6;
    private static final int DATA_ENTRY_FINE = 38;
    private static final int RPN_FINE = 100;
    private static final int RPN_COARSE = 101;

    /** The RPN that is none, so that stray data changes nothing. */
    private static final int RPN_NULL = 127;

    private final Track track;

    MidiTrack(Sequence sequence, String name) throws InvalidMidiDataException {
        this.track = sequence.createTrack();
        meta(0, NAME, name.getBytes(StandardCharsets.UTF_8));
    }

    void tempo(int microseconds) throws InvalidMidiDataException {
        meta(
                0,
                TEMPO,
                new byte[] {
                    (byte) (microseconds >> 16), (byte) (microseconds >> 8), (byte) microseconds
                });
    }

    void text(String text) throws InvalidMidiDataException {
        text(0, text);
    }

    void text(long tick, String text) throws InvalidMidiDataException {
        meta(tick, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    void marker(long tick, String text) throws InvalidMidiDataException {
        meta(tick, MARKER, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Lets the track last until {@code tick}. */
    void end(long tick) throws InvalidMidiDataException {
        meta(tick, END, new byte[0]);
    }

    void program(int channel, int program) throws InvalidMidiDataException {
        add(0, new ShortMessage(ShortMessage.PROGRAM_CHANGE, channel, program, 0));
    }

    /** Sets the range of the pitch bend by RPN 0. */
    void bendRange(int channel, int semitones) throws InvalidMidiDataException {
        control(0, channel, RPN_COARSE, 0);
        control(0, channel, RPN_FINE, 0);
        control(0, channel, DATA_ENTRY_COARSE, semitones);
        control(0, channel, DATA_ENTRY_FINE, 0);
        control(0, channel, RPN_COARSE, RPN_NULL);
        control(0, channel, RPN_FINE, RPN_NULL);
    }

    /**
     * @param value 0 to 16,383; 8192 is no bend
     */
    void bend(long tick, int channel, int value) throws InvalidMidiDataException {
        add(tick, new ShortMessage(ShortMessage.PITCH_BEND, channel, value & 127, value >> 7));
    }

    void note(long start, long end, int channel, int key, int velocity)
            throws InvalidMidiDataException {
        add(start, new ShortMessage(ShortMessage.NOTE_ON, channel, key, velocity));
        add(end, new ShortMessage(ShortMessage.NOTE_OFF, channel, key, 0));
    }

    /**
     * @param value 0 to 127
     */
    void control(long tick, int channel, int controller, int value)
            throws InvalidMidiDataException {
        add(tick, new ShortMessage(ShortMessage.CONTROL_CHANGE, channel, controller, value));
    }

    private void meta(long tick, int type, byte[] data) throws InvalidMidiDataException {
        add(tick, new MetaMessage(type, data, data.length));
    }

    private void add(long tick, MidiMessage message) {
        track.add(new MidiEvent(message, tick));
    }
}
