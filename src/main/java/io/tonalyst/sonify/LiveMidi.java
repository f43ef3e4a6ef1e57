// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a score to a MIDI device while it is heard, so that another program or an instrument plays
 * it: the events of the file, 24 clocks a quarter note, song position, start, continue and stop.
 * Has no time of its own: it follows the position it is told, a millisecond at a time, through
 * pauses, seeks and loops. Every note that was begun is ended.
 */
public final class LiveMidi implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveMidi.class);

    /** Ticks a second: 480 a quarter note, 120 quarter notes a minute. */
    static final double TICKS_PER_SECOND = 2.0 * MidiScore.PPQ;

    /** 24 clocks a quarter note. */
    private static final int TICKS_PER_CLOCK = MidiScore.PPQ / 24;

    /** The unit of the song position: a sixteenth. */
    private static final int TICKS_PER_SIXTEENTH = MidiScore.PPQ / 4;

    /** A step back by more is a seek and not the jitter of a clock. */
    private static final double BACK_TICKS = 20;

    /** A step forward by more is a seek: a quarter of a second. */
    private static final double AHEAD_TICKS = TICKS_PER_SECOND / 4;

    private static final int ALL_NOTES_OFF = 123;
    private static final long BUSY_NANOS = 1_000_000;
    private static final long IDLE_NANOS = 15_000_000;
    private static final int KEYS = 128;

    private final Receiver receiver;
    private final DoubleSupplier seconds;
    private final BooleanSupplier playing;
    private final BitSet sounding = new BitSet();
    private final Thread thread;
    private List<MidiEvent> events = List.of();
    private int next;
    private double last;
    private boolean running;
    private boolean closed;

    /**
     * Follows a position from a thread of its own.
     *
     * @param receiver takes the messages; stays open
     * @param seconds what is heard now, in seconds of the score; called from another thread
     * @param playing whether the score is heard; called from another thread
     */
    public LiveMidi(Receiver receiver, DoubleSupplier seconds, BooleanSupplier playing) {
        this.receiver = receiver;
        this.seconds = seconds;
        this.playing = playing;
        this.thread = Thread.ofPlatform().daemon().name("midi out").unstarted(this::run);
    }

    /** Begins to follow. */
    public LiveMidi start() {
        thread.start();
        return this;
    }

    /** Takes another score, also while one is heard. */
    public synchronized void load(SonificationScore score) {
        List<MidiEvent> all = new ArrayList<>();
        try {
            for (Track track : new MidiScore(score).sequence().getTracks()) {
                for (int i = 0; i < track.size(); i++) {
                    if (track.get(i).getMessage() instanceof ShortMessage) {
                        all.add(track.get(i));
                    }
                }
            }
        } catch (InvalidMidiDataException e) {
            throw new IllegalStateException("A score could not be expressed as MIDI", e);
        }
        all.sort(Comparator.comparingLong(MidiEvent::getTick));
        events = all;
        if (running) {
            silence();
            last = tick();
            chase(last);
        }
    }

    /** Sends what is due. */
    synchronized void follow() {
        if (closed) {
            return;
        }
        boolean now = playing.getAsBoolean();
        double tick = tick();
        if (now && !running) {
            locate(tick);
            running = true;
        } else if (!now && running) {
            stop();
        } else if (running) {
            if (tick < last - BACK_TICKS || tick > last + AHEAD_TICKS) {
                stop();
                locate(tick);
                running = true;
            } else if (tick > last) {
                advance(tick);
            }
        }
    }

    /** Ends what sounds and stops following. */
    @Override
    public void close() {
        synchronized (this) {
            if (running) {
                stop();
            }
            closed = true;
        }
        LockSupport.unpark(thread);
    }

    private void run() {
        while (true) {
            synchronized (this) {
                if (closed) {
                    return;
                }
            }
            try {
                follow();
            } catch (IllegalStateException e) {
                LOG.warn("The MIDI device has gone", e);
                return;
            }
            LockSupport.parkNanos(this, playing.getAsBoolean() ? BUSY_NANOS : IDLE_NANOS);
        }
    }

    private double tick() {
        return seconds.getAsDouble() * TICKS_PER_SECOND;
    }

    private void advance(double tick) {
        long clock = (long) Math.floor(last / TICKS_PER_CLOCK) + 1;
        while (true) {
            long due = next < events.size() ? events.get(next).getTick() : Long.MAX_VALUE;
            long clockDue = clock * TICKS_PER_CLOCK;
            if (clockDue <= tick && clockDue <= due) {
                send(ShortMessage.TIMING_CLOCK);
                clock++;
            } else if (due <= tick) {
                send(events.get(next).getMessage());
                next++;
            } else {
                break;
            }
        }
        last = tick;
    }

    /** Starts at a place: from the very beginning, or going on at the nearest sixteenth before. */
    private void locate(double tick) {
        int sixteenth = (int) Math.floor(tick / TICKS_PER_SIXTEENTH);
        if (sixteenth == 0) {
            send(ShortMessage.START);
        } else {
            int place = Math.min(sixteenth, 16_383);
            send(message(ShortMessage.SONG_POSITION_POINTER, place & 127, place >> 7));
            send(ShortMessage.CONTINUE);
        }
        // What lies at the place itself is still to be sent.
        last = tick - 1;
        chase(last);
    }

    /** Sets the instruments, controllers and bends as they are at a place, without its notes. */
    private void chase(double tick) {
        next = 0;
        while (next < events.size() && events.get(next).getTick() <= tick) {
            MidiMessage message = events.get(next).getMessage();
            int command = message.getStatus() & 0xf0;
            if (command != ShortMessage.NOTE_ON && command != ShortMessage.NOTE_OFF) {
                send(message);
            }
            next++;
        }
    }

    private void stop() {
        silence();
        send(ShortMessage.STOP);
        running = false;
    }

    private void silence() {
        sounding.stream()
                .forEach(
                        note ->
                                receiver.send(
                                        message(
                                                ShortMessage.NOTE_OFF | note / KEYS,
                                                note % KEYS,
                                                0),
                                        -1));
        sounding.clear();
        events.stream()
                .map(e -> e.getMessage().getStatus() & 0x0f)
                .distinct()
                .forEach(
                        channel ->
                                receiver.send(
                                        message(
                                                ShortMessage.CONTROL_CHANGE | channel,
                                                ALL_NOTES_OFF,
                                                0),
                                        -1));
    }

    private void send(MidiMessage message) {
        if (message instanceof ShortMessage note) {
            int key = note.getChannel() * KEYS + note.getData1();
            if (note.getCommand() == ShortMessage.NOTE_ON) {
                sounding.set(key);
            } else if (note.getCommand() == ShortMessage.NOTE_OFF) {
                sounding.clear(key);
            }
        }
        receiver.send(message, -1);
    }

    private void send(int status) {
        receiver.send(message(status, 0, 0), -1);
    }

    private static ShortMessage message(int status, int first, int second) {
        try {
            return new ShortMessage(status, first, second);
        } catch (InvalidMidiDataException e) {
            throw new IllegalStateException("Not a MIDI message: " + status, e);
        }
    }
}
