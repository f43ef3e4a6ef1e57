// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.signal.PcmSource;
import io.tonalyst.time.SampleRate;
import io.tonalyst.time.Ticker;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Measures how soon a pause is silent and a scrub sounds: from the request to the moment at which
 * the sink has thrown away what it held, and to that at which the first sample of the grain is due
 * by the position of the device. What a device holds behind its position comes on top.
 */
public final class ResponseDiagnostic {
    private static final double SOURCE_SECONDS = 60;
    private static final long ROUND_NANOS = 400_000_000;
    private static final long PATIENCE_NANOS = 6_000_000_000L;

    private final AudioSinks.Factory sinks;

    public ResponseDiagnostic(AudioSinks.Factory sinks) {
        this.sinks = sinks;
    }

    /**
     * The slowest of some rounds.
     *
     * @param rounds of each
     * @param pauseMs from the request to silence
     * @param scrubMs from the request to sound
     * @param unheard scrubs that did not sound within 6 s
     */
    public record Report(int rounds, double pauseMs, double scrubMs, int unheard) {}

    /** Plays quietly: a constant of -80 dBFS, that no one hears. */
    private record Faint(SampleRate sampleRate, long frames) implements PcmSource {
        private static final float LEVEL = 1e-4f;

        @Override
        public void read(long frame, float[] stereo, int offset, int count) {
            Arrays.fill(stereo, 2 * offset, 2 * (offset + count), LEVEL);
        }
    }

    /** Runs for about a second a round. */
    public Report run(int rounds) {
        var watched = new WatchedSink[1];
        AudioSinks.Factory watching = rate -> watched[0] = new WatchedSink(sinks.open(rate));
        double pause = 0;
        double scrub = 0;
        int unheard = 0;
        try (var playback = new Playback(watching, Ticker.system())) {
            playback.load(new Faint(Playback.SINK_RATE, Playback.SINK_RATE.frames(SOURCE_SECONDS)));
            playback.play();
            while (playback.positionSeconds() < 0.5) {
                LockSupport.parkNanos(10_000_000);
            }
            WatchedSink sink = watched[0];
            for (int i = 0; i < rounds; i++) {
                long asked = System.nanoTime();
                playback.pause();
                pause = Math.max(pause, millis(asked, sink.awaitSilence(asked)));
                LockSupport.parkNanos(ROUND_NANOS / 2);
                long scrubbed = System.nanoTime();
                playback.scrub(1 + i);
                double sounded = millis(scrubbed, sink.awaitSound(scrubbed));
                unheard += Double.isNaN(sounded) ? 1 : 0;
                scrub = Double.isNaN(sounded) ? scrub : Math.max(scrub, sounded);
                LockSupport.parkNanos(ROUND_NANOS / 2);
                playback.play();
                LockSupport.parkNanos(ROUND_NANOS);
            }
        }
        return new Report(rounds, pause, scrub, unheard);
    }

    private static double millis(long from, long to) {
        return to == 0 ? Double.NaN : (to - from) / 1e6;
    }

    /** Keeps when it was silenced and when what was written last after that is due. */
    private static final class WatchedSink extends ForwardingSink {
        private volatile long silentAt;
        private volatile long soundsAt;
        private boolean silent = true;
        private long written;

        WatchedSink(AudioSink sink) {
            super(sink);
        }

        @Override
        public void flush() {
            super.flush();
            silentAt = System.nanoTime();
            silent = true;
        }

        @Override
        public boolean write(float[] stereo, int frames) {
            long ahead = written - framesPlayed();
            boolean taken = super.write(stereo, frames);
            for (int i = 0; i < frames && silent; i++) {
                if (stereo[2 * i] != 0) {
                    soundsAt =
                            System.nanoTime() + (long) ((ahead + i) * 1e9 / sampleRate().hertz());
                    silent = false;
                }
            }
            written += frames;
            return taken;
        }

        long awaitSilence(long since) {
            return await(() -> silentAt, since);
        }

        long awaitSound(long since) {
            return await(() -> soundsAt, since);
        }

        private static long await(LongSupplier moment, long since) {
            while (moment.getAsLong() < since && System.nanoTime() - since < PATIENCE_NANOS) {
                LockSupport.parkNanos(200_000);
            }
            return moment.getAsLong() < since ? 0 : moment.getAsLong();
        }
    }
}
