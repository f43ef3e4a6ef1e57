// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.kpi.Measure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MIDI files, read back with the JDK's reader. */
class MidiWriterTest {
    private static final double[] VALUES = {
        778, 459.375, 709.5, Double.NaN, Double.NaN, 1114.5, 1002.5, 896.2
    };

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"precise, 1", "precise, 1.5", "precise, 8", "reference-varied, 1"})
    void notesLieWithinATickOfTheSoundAndHaveItsPitch(String mapping, double speed)
            throws Exception {
        var score = score(mapping).atSpeed(speed);
        var heard = notes(written(score).getTracks()[1]);
        assertThat(heard).hasSameSizeAs(score.notes());
        for (int i = 0; i < heard.size(); i++) {
            var note = score.notes().get(i);
            assertThat((double) heard.get(i).tick)
                    .isCloseTo(note.start() * 2 * 480 / 48_000.0, within(0.5));
            // A cent is a hundredth of a semitone.
            assertThat(heard.get(i).pitch).isCloseTo(note.pitch(), within(0.005));
            assertThat(heard.get(i).velocity).isEqualTo(note.velocity());
        }
    }

    @Test
    void fileIsOfTypeOneWithTempoAndNamedTracks() throws Exception {
        Path file = folder.resolve("score.mid");
        MidiWriter.write(score("precise"), file);
        var sequence = MidiSystem.getSequence(file.toFile());
        assertThat(MidiSystem.getMidiFileFormat(file.toFile()).getType()).isEqualTo(1);
        assertThat(sequence.getDivisionType()).isEqualTo(Sequence.PPQ);
        assertThat(sequence.getResolution()).isEqualTo(480);
        assertThat(sequence.getTickLength()).isEqualTo(31 * 240);
        assertThat(sequence.getMicrosecondLength()).isEqualTo(7_750_000);
        var names = new ArrayList<String>();
        for (Track track : sequence.getTracks()) {
            names.addAll(texts(track, 0x03));
        }
        assertThat(names)
                .containsExactly(
                        "Agent 32400, January 2017, AHT",
                        "Agent 32400",
                        "Threshold crossings",
                        "Calendar");
    }

    @Test
    void eachDayIsMarkedWithItsDateAndValue() throws Exception {
        var score = score("precise");
        Track title = written(score).getTracks()[0];
        assertThat(texts(title, 0x06))
                .hasSize(6)
                .startsWith(
                        "2017-01-01 AHT 778.0 s (12 calls)", "2017-01-02 AHT 459.4 s (12 calls)");
        assertThat(texts(title, 0x01)).containsExactly(score.sentence());
    }

    @Test
    void crossingsAreTwoNotesOfTheirOwnTrack() throws Exception {
        var heard = notes(written(score("precise")).getTracks()[2]);
        assertThat(heard).extracting(Heard::pitch).containsExactly(88.0, 93.0, 93.0, 88.0);
    }

    @Test
    void theSameScoreGivesTheSameBytes() throws IOException {
        assertThat(MidiWriter.bytes(score("precise")))
                .isEqualTo(MidiWriter.bytes(score("precise")));
    }

    @Test
    void aFolderThatIsMissingIsAnErrorAndLeavesNothing() {
        Path file = folder.resolve("missing").resolve("score.mid");
        assertThatThrownBy(() -> MidiWriter.write(score("precise"), file))
                .isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    private record Heard(long tick, double pitch, int velocity) {}

    /** Plays the track in the head: notes at the pitch the bend gives them when they start. */
    private static List<Heard> notes(Track track) {
        var notes = new ArrayList<Heard>();
        double bend = 0;
        int range = 2;
        for (int i = 0; i < track.size(); i++) {
            MidiEvent event = track.get(i);
            if (event.getMessage() instanceof ShortMessage message) {
                int first = message.getData1();
                int second = message.getData2();
                switch (message.getCommand()) {
                    case ShortMessage.CONTROL_CHANGE -> range = first == 6 ? second : range;
                    case ShortMessage.PITCH_BEND ->
                            bend = range * (first + 128 * second - 8192) / 8192.0;
                    case ShortMessage.NOTE_ON ->
                            notes.add(new Heard(event.getTick(), first + bend, second));
                    default -> {}
                }
            }
        }
        return notes;
    }

    private static List<String> texts(Track track, int type) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < track.size(); i++) {
            if (track.get(i).getMessage() instanceof MetaMessage meta && meta.getType() == type) {
                texts.add(new String(meta.getData(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private Sequence written(SonificationScore score) throws IOException, InvalidMidiDataException {
        Path file = folder.resolve("written.mid");
        MidiWriter.write(score, file);
        assertThat(Files.size(file)).isPositive();
        return MidiSystem.getSequence(file.toFile());
    }

    private static SonificationScore score(String mapping) {
        return SonificationScore.of(
                Months.of(Measure.AHT, VALUES), 900, Mapping.ofKey(mapping).orElseThrow());
    }
}
