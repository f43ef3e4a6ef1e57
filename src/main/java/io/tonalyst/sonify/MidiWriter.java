// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import io.tonalyst.work.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;

/**
 * Writes scores as Standard MIDI Files of type 1 with 480 ticks a quarter note at 120 beats a
 * minute, so that a tick is 50 frames. Tracks: the title with a marker of date and value for each
 * day, the notes, the threshold earcons, the calendar ticks. Pitches between the keys are bent,
 * with the bend range set by RPN 0. The same score gives the same bytes.
 */
public final class MidiWriter {
    private static final int TYPE = 1;

    private MidiWriter() {}

    /**
     * Writes a score, replacing an existing file; the file appears under its name only once it is
     * complete.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(SonificationScore score, Path file) throws IOException {
        byte[] bytes = bytes(score);
        WholeFile.write(file, part -> Files.write(part, bytes));
    }

    /** The file's content. */
    static byte[] bytes(SonificationScore score) throws IOException {
        try {
            Sequence sequence = new MidiScore(score).sequence();
            var out = new ByteArrayOutputStream();
            MidiSystem.write(sequence, TYPE, out);
            return out.toByteArray();
        } catch (InvalidMidiDataException e) {
            throw new IOException("The score cannot be expressed as MIDI.", e);
        }
    }
}
