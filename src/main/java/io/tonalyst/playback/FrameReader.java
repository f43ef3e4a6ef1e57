// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.signal.PcmSource;

/**
 * Reads a source at any rate: windowed-sinc interpolation (Kaiser, beta 9, 16 zero crossings a
 * side, about -90 dB stop band), whose cut-off falls with the reading speed so that fast playback
 * does not alias; at one source frame a sink frame the samples pass unchanged. Faster playback
 * raises the pitch, as on a tape. Allocates nothing after construction; one thread.
 */
final class FrameReader {
    /** Zero crossings of the sinc on each side. */
    private static final int CROSSINGS = 16;

    private static final int TABLE_STEPS = 512;
    private static final double KAISER_BETA = 9;

    /** Cut-off as a share of the lower of the two Nyquist frequencies. */
    private static final double CUT_OFF = 0.94;

    /** Widest kernel, in source frames a side: enough for reading 32 times as fast. */
    private static final int MAX_HALF_WIDTH = 512;

    private static final int SCRATCH_FRAMES = 4096;

    private final float[] table = kernelTable();
    private final float[] scratch = new float[2 * SCRATCH_FRAMES];

    /**
     * Reads the frames of a span that belong to the given sink frames.
     *
     * @param sinkFrame first sink frame, at or after the start of the span
     * @param stereo filled from its beginning
     */
    void read(Span span, long sinkFrame, float[] stereo, int count) {
        double step = span.step();
        if (step == 1) {
            fetch(span, (long) span.unwrapped(sinkFrame), stereo, count);
            return;
        }
        double cutOff = CUT_OFF * Math.min(1, 1 / step);
        int half = (int) Math.min(MAX_HALF_WIDTH, Math.ceil(CROSSINGS / cutOff));
        int chunk = (int) Math.max(1, (SCRATCH_FRAMES - 2 * half - 2) / step);
        for (int done = 0; done < count; done += chunk) {
            int part = Math.min(chunk, count - done);
            double first = span.unwrapped(sinkFrame + done);
            long from = (long) Math.floor(first) - half + 1;
            int needed = (int) ((long) Math.floor(first + (part - 1) * step) + half + 1 - from);
            fetch(span, from, scratch, Math.min(needed, SCRATCH_FRAMES));
            for (int i = 0; i < part; i++) {
                interpolate(first + i * step - from, half, cutOff, stereo, 2 * (done + i));
            }
        }
    }

    private void interpolate(double at, int half, double cutOff, float[] stereo, int index) {
        int centre = (int) at;
        int low = Math.max(0, centre - half + 1);
        int high = Math.min(SCRATCH_FRAMES - 1, centre + half);
        double left = 0;
        double right = 0;
        double perFrame = cutOff * TABLE_STEPS;
        for (int k = low; k <= high; k++) {
            double place = Math.abs(at - k) * perFrame;
            int entry = (int) place;
            if (entry < CROSSINGS * TABLE_STEPS) {
                double weight = table[entry] + (place - entry) * (table[entry + 1] - table[entry]);
                left += weight * scratch[2 * k];
                right += weight * scratch[2 * k + 1];
            }
        }
        stereo[index] = (float) (left * cutOff);
        stereo[index + 1] = (float) (right * cutOff);
    }

    /** Source frames counted through the loop: silence before the first and after the last. */
    private static void fetch(Span span, long from, float[] stereo, int count) {
        PcmSource source = span.source();
        int done = 0;
        while (done < count) {
            long frame = from + done;
            if (frame < 0) {
                int silent = (int) Math.min(count - done, -frame);
                java.util.Arrays.fill(stereo, 2 * done, 2 * (done + silent), 0);
                done += silent;
                continue;
            }
            long wrapped = (long) span.loop().wrap(frame);
            double left = span.loop().end() - wrapped;
            int part = (int) Math.min(count - done, left);
            source.read(wrapped, stereo, done, part);
            done += part;
        }
    }

    private static float[] kernelTable() {
        float[] kernel = new float[CROSSINGS * TABLE_STEPS + 2];
        for (int i = 0; i < CROSSINGS * TABLE_STEPS; i++) {
            double x = (double) i / TABLE_STEPS;
            double sinc = i == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
            double across = x / CROSSINGS;
            kernel[i] =
                    (float)
                            (sinc
                                    * bessel(KAISER_BETA * Math.sqrt(1 - across * across))
                                    / bessel(KAISER_BETA));
        }
        return kernel;
    }

    /** Modified Bessel function of the first kind, order 0, by its power series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-12; k++) {
            term *= (x / (2 * k)) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
