// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.capture;

import io.tonalyst.recording.RecordingException;
import io.tonalyst.recording.WavStream;
import io.tonalyst.signal.Signal;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records an input into a WAV file on a thread of its own. Memory holds the last seconds alone, so
 * a recording may be as long as its disk and the format (4 GiB) allow. To be asked, not listened
 * to: whoever shows it looks once a picture. Thread-safe.
 */
public final class Recorder implements AutoCloseable {
    /** Seconds of sound that can be looked at while recording. */
    public static final double RECENT_SECONDS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    /** Sound is taken in pieces of this length, which is also how often the level changes. */
    private static final double PIECE_SECONDS = 0.02;

    /** An input that gives nothing for so many pieces, though it runs, is gone. */
    private static final int MAX_EMPTY_PIECES = 100;

    private final InputLine line;
    private final Path file;
    private final WavStream out;
    private final RecentSound recent;
    private final Thread thread;
    private volatile boolean running;
    private volatile boolean paused;
    private volatile long frames;
    private volatile Level level = Level.SILENCE;
    private volatile @Nullable String problem;

    /**
     * The last seconds of a recording.
     *
     * @param start seconds from the beginning of the recording
     */
    public record Recent(double start, Signal signal) {
        /** Seconds from the beginning of the recording to the end of this. */
        public double end() {
            return start + signal.seconds();
        }
    }

    /**
     * Makes the file; nothing is recorded before {@link #start}.
     *
     * @param line is closed with the recorder, and also if this fails
     * @param file must not exist
     * @throws RecordingException with one sentence, if it cannot be made
     */
    public Recorder(InputLine line, Path file) throws RecordingException {
        this.line = line;
        this.file = file;
        try {
            out = new WavStream(file, line.sampleRate(), line.channels());
        } catch (RecordingException e) {
            line.close();
            throw e;
        }
        recent = new RecentSound(line.sampleRate(), line.channels(), RECENT_SECONDS);
        thread = Thread.ofPlatform().daemon().name("recorder").unstarted(this::record);
    }

    /** Begins to record; once. */
    public void start() {
        running = true;
        line.start();
        thread.start();
    }

    /** Leaves out what is said from now on. */
    public void pause() {
        paused = true;
        line.stop();
        level = Level.SILENCE;
    }

    /** Goes on after {@link #pause}. */
    public void resume() {
        if (paused) {
            line.start();
            paused = false;
        }
    }

    public boolean isPaused() {
        return paused;
    }

    /** Whether recording goes on, paused or not; false after {@link #close} or a problem. */
    public boolean isRunning() {
        return running;
    }

    public Path file() {
        return file;
    }

    /** The device. */
    public String device() {
        return line.name();
    }

    /** Length of the recording so far. */
    public double seconds() {
        return line.sampleRate().seconds(frames);
    }

    /** How loud it is now. */
    public Level level() {
        return level;
    }

    /** One sentence on why the recording ended by itself; what was recorded is kept. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** A copy of the last {@link #RECENT_SECONDS}, or less at the beginning. */
    public Recent recent() {
        return recent.copy();
    }

    private void record() {
        int piece = (int) (PIECE_SECONDS * line.sampleRate().hertz());
        short[] samples = new short[piece * line.channels()];
        int empty = 0;
        try {
            while (running) {
                int count = line.read(samples);
                if (paused || count == 0) {
                    // A stopped line gives nothing at once; the thread must not spin meanwhile.
                    Thread.sleep((long) (1000 * PIECE_SECONDS));
                    empty = paused ? 0 : empty + 1;
                    if (running && empty > MAX_EMPTY_PIECES) {
                        problem =
                                "The sound input '"
                                        + line.name()
                                        + "' gives no sound any more; what was recorded is kept.";
                        running = false;
                    }
                } else {
                    empty = 0;
                    out.write(samples, count);
                    recent.add(samples, count);
                    frames = out.frames();
                    level = Level.of(samples, count * line.channels());
                }
            }
        } catch (RecordingException e) {
            LOG.error("Recording to {} ended", file, e);
            problem = e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running = false;
            level = Level.SILENCE;
            line.close();
            complete();
        }
    }

    private void complete() {
        try {
            out.close();
        } catch (RecordingException e) {
            LOG.error("{} could not be completed", file, e);
            if (problem == null) {
                problem = e.getMessage();
            }
        }
    }

    /**
     * Ends the recording and completes its file. Waits for a moment; does nothing the second time.
     */
    @Override
    public void close() {
        running = false;
        line.stop();
        if (thread.getState() == Thread.State.NEW) {
            line.close();
            complete();
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
