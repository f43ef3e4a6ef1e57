// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.capture;

import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;

/** The last seconds that came in, in memory; older sound is in the file alone. Thread-safe. */
final class RecentSound {
    private final SampleRate sampleRate;
    private final float[][] ring;
    private long total;

    RecentSound(SampleRate sampleRate, int channels, double seconds) {
        this.sampleRate = sampleRate;
        this.ring = new float[channels][(int) Math.ceil(seconds * sampleRate.hertz())];
    }

    synchronized void add(short[] interleaved, int frames) {
        int channels = ring.length;
        for (int i = 0; i < frames; i++) {
            int place = (int) ((total + i) % ring[0].length);
            for (int c = 0; c < channels; c++) {
                ring[c][place] = interleaved[i * channels + c] / 32768f;
            }
        }
        total += frames;
    }

    /** A copy of what is held. */
    synchronized Recorder.Recent copy() {
        int length = (int) Math.min(total, ring[0].length);
        long first = total - length;
        int start = (int) (first % ring[0].length);
        int before = Math.min(length, ring[0].length - start);
        float[][] copy = new float[ring.length][length];
        for (int c = 0; c < ring.length; c++) {
            System.arraycopy(ring[c], start, copy[c], 0, before);
            System.arraycopy(ring[c], 0, copy[c], before, length - before);
        }
        return new Recorder.Recent(sampleRate.seconds(first), new Signal(sampleRate, copy));
    }
}
