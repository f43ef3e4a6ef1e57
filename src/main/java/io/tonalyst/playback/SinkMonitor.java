// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.time.SampleRate;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Records what the default sink of PulseAudio plays, with the program {@code parec}, and keeps when
 * it came. It sees the sound as the server hands it to the device, and nothing of this program's
 * clock.
 */
final class SinkMonitor implements AutoCloseable {
    private static final int FRAME_BYTES = 4;
    private static final int CHUNK_BYTES = 8192;

    /** A reader that had to wait for so long has got the beginning of a portion. */
    private static final long WAIT_NANOS = 4_000_000;

    private final Process process;
    private final Thread reader;
    private final long origin;
    private final int rate;
    private final TimedPoints arrivals;
    private short[] left;
    private int frames;

    private SinkMonitor(Process process, SampleRate rate, long origin, double seconds) {
        this.process = process;
        this.rate = rate.hertz();
        this.origin = origin;
        this.left = new short[(int) rate.frames(seconds)];
        this.arrivals = new TimedPoints((int) (seconds * 1000));
        this.reader = Thread.ofPlatform().daemon().name("monitor").unstarted(this::read);
    }

    /**
     * Begins to record.
     *
     * @param origin {@code System.nanoTime} that counts as second 0
     * @param seconds at most
     * @throws IOException with one sentence, if the program is not there
     */
    static SinkMonitor start(SampleRate rate, long origin, double seconds) throws IOException {
        var command =
                new ProcessBuilder(
                        "parec",
                        "--device=@DEFAULT_MONITOR@",
                        "--format=s16le",
                        "--rate=" + rate.hertz(),
                        "--channels=2",
                        "--raw",
                        "--latency-msec=20");
        Process process;
        try {
            process = command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new IOException(
                    "The program parec could not be started: install PulseAudio's utilities, or"
                            + " measure without --parec.",
                    e);
        }
        var monitor = new SinkMonitor(process, rate, origin, seconds);
        monitor.reader.start();
        return monitor;
    }

    /** Whether anything has come; false also when the program has ended without sound. */
    synchronized boolean hasBegun() {
        return frames > 0;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** What has come, as a recording. */
    synchronized MonitorRecording recording() {
        return new MonitorRecording(Arrays.copyOf(left, frames), rate, arrivals.from(0));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            reader.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        byte[] bytes = new byte[CHUNK_BYTES];
        int rest = 0;
        try (InputStream in = process.getInputStream()) {
            while (true) {
                long asked = System.nanoTime();
                int count = in.read(bytes, rest, bytes.length - rest);
                long now = System.nanoTime();
                if (count < 0) {
                    return;
                }
                int whole = (rest + count) / FRAME_BYTES;
                take(bytes, whole, now, now - asked > WAIT_NANOS);
                rest = rest + count - whole * FRAME_BYTES;
                System.arraycopy(bytes, whole * FRAME_BYTES, bytes, 0, rest);
            }
        } catch (IOException e) {
            // The program has been ended: what has come so far counts.
            process.destroy();
        }
    }

    private synchronized void take(byte[] bytes, int count, long now, boolean waited) {
        if (waited) {
            arrivals.add((now - origin) / 1e9, (double) frames / rate);
        }
        for (int i = 0; i < count && frames < left.length; i++) {
            int low = bytes[FRAME_BYTES * i] & 0xff;
            left[frames++] = (short) (bytes[FRAME_BYTES * i + 1] << 8 | low);
        }
    }
}
