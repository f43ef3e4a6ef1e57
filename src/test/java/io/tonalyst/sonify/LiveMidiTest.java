// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tonalyst.kpi.Measure;
import java.util.ArrayList;
import java.util.List;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import org.junit.jupiter.api.Test;

/** What a MIDI device receives, at positions the test chooses. */
class LiveMidiTest {
    private final List<ShortMessage> sent = new ArrayList<>();
    private final SonificationScore score =
            SonificationScore.of(
                    Months.of(Measure.AHT, 500, 1200, 800, 950), 900, Mapping.precise());
    private double seconds;
    private boolean playing;
    private final LiveMidi midi = new LiveMidi(new Recording(), () -> seconds, () -> playing);

    private final class Recording implements Receiver {
        @Override
        public void send(MidiMessage message, long timeStamp) {
            sent.add((ShortMessage) message);
        }

        @Override
        public void close() {
            throw new AssertionError("The device belongs to whoever opened it");
        }
    }

    @Test
    void aScoreIsPlayedWithClockFromStartToStop() {
        midi.load(score);
        midi.follow();
        assertThat(sent).isEmpty();
        play(0, score.seconds());
        playing = false;
        midi.follow();
        assertThat(status(0)).isEqualTo(ShortMessage.START);
        // 24 clocks a quarter note of half a second.
        assertThat(count(ShortMessage.TIMING_CLOCK)).isBetween(371L, 373L);
        assertThat(commands(ShortMessage.NOTE_ON))
                .hasSize((int) score.events().size() + (int) earcons());
        assertThat(sent.getLast().getStatus()).isEqualTo(ShortMessage.STOP);
        assertThat(stillSounding()).isZero();
        assertThat(commands(ShortMessage.PROGRAM_CHANGE)).hasSize(2);
    }

    @Test
    void aPauseEndsTheNoteAndGoingOnTellsTheSongPosition() {
        midi.load(score);
        play(0, 0.6);
        assertThat(stillSounding()).isPositive();
        playing = false;
        midi.follow();
        assertThat(stillSounding()).isZero();
        sent.clear();
        play(0.6, 0.62);
        // 0.6 s are 4.8 sixteenths of an eighth of a second.
        assertThat(status(0)).isEqualTo(ShortMessage.SONG_POSITION_POINTER);
        assertThat(sent.getFirst().getData1()).isEqualTo(4);
        assertThat(status(1)).isEqualTo(ShortMessage.CONTINUE);
        assertThat(commands(ShortMessage.PROGRAM_CHANGE)).hasSize(2);
        assertThat(commands(ShortMessage.NOTE_ON)).isEmpty();
    }

    @Test
    void aLoopOrSeekIsFollowedAndNothingHangs() {
        midi.load(score);
        play(0, 0.55);
        play(0.25, 0.55);
        play(5, 5.2);
        assertThat(count(ShortMessage.STOP)).isEqualTo(2);
        assertThat(commands(ShortMessage.NOTE_ON).stream().filter(m -> m.getChannel() == 0))
                .hasSize(5);
        assertThat(stillSounding()).isZero();
    }

    @Test
    void anotherScoreTakesOverWithoutAStop() {
        midi.load(score);
        play(0, 0.6);
        midi.load(score.atSpeed(2));
        assertThat(stillSounding()).isZero();
        play(0.6, 1);
        assertThat(count(ShortMessage.STOP)).isZero();
        midi.close();
        assertThat(stillSounding()).isZero();
        assertThat(sent.getLast().getStatus()).isEqualTo(ShortMessage.STOP);
        sent.clear();
        play(1, 1.1);
        assertThat(sent).isEmpty();
    }

    @Test
    void aDeviceThatIsNotThereIsToldInOneSentence() {
        assertThatThrownBy(() -> MidiPorts.open("no such device"))
                .isInstanceOf(SoundMappingException.class)
                .hasMessageMatching(
                        "No MIDI device is named 'no such device'; there (is|are): .*\\.|"
                                + "This machine has no MIDI device to play on\\.");
    }

    private void play(double from, double to) {
        playing = true;
        for (double at = from; at < to; at += 0.0013) {
            seconds = at;
            midi.follow();
        }
    }

    private int status(int index) {
        return sent.get(index).getStatus();
    }

    private long count(int status) {
        return sent.stream().filter(m -> m.getStatus() == status).count();
    }

    private List<ShortMessage> commands(int command) {
        return sent.stream().filter(m -> m.getCommand() == command).toList();
    }

    /** An earcon is two notes. */
    private long earcons() {
        return score.events().stream().filter(ScoreEvent.Earcon.class::isInstance).count();
    }

    private long stillSounding() {
        var on = new ArrayList<Integer>();
        for (ShortMessage message : sent) {
            Integer key = message.getChannel() * 128 + message.getData1();
            if (message.getCommand() == ShortMessage.NOTE_ON) {
                on.add(key);
            } else if (message.getCommand() == ShortMessage.NOTE_OFF) {
                on.remove(key);
            }
        }
        return on.size();
    }
}
