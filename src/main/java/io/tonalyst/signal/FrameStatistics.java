// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

/** Features of the waveform itself, frame by frame, as librosa 0.11 defines them. */
final class FrameStatistics {
    /** Samples up to this size count as 0, and 0 as positive. */
    private static final float ZERO = 1e-10f;

    private FrameStatistics() {}

    /**
     * The mean share of sign changes between neighbouring samples.
     *
     * @param x at least one sample; beyond its ends the first and the last one go on
     * @param size samples of a frame
     * @param hop samples between the centres of frames
     * @return 0 to 1
     */
    static double meanZeroCrossingRate(float[] x, int size, int hop) {
        int frames = Stft.columns(x.length, hop);
        // As the edges go on, every change lies between two real samples: count those.
        int[] changes = new int[x.length];
        for (int i = 1; i < x.length; i++) {
            changes[i] = changes[i - 1] + (x[i] < -ZERO == x[i - 1] < -ZERO ? 0 : 1);
        }
        double sum = 0;
        for (int frame = 0; frame < frames; frame++) {
            long start = (long) frame * hop - size / 2;
            int first = Math.clamp(start, 0, x.length - 1);
            int last = Math.clamp(start + size - 1, 0, x.length - 1);
            sum += (double) (changes[last] - changes[first]) / size;
        }
        return sum / frames;
    }

    /**
     * The mean root mean square, zeros beyond the ends.
     *
     * @param x at least one sample
     * @param size samples of a frame
     * @param hop samples between the centres of frames
     * @return at least 0, full scale 1
     */
    static double meanRms(float[] x, int size, int hop) {
        int frames = Stft.columns(x.length, hop);
        double sum = 0;
        for (int frame = 0; frame < frames; frame++) {
            long start = (long) frame * hop - size / 2;
            int first = Math.clamp(start, 0, x.length);
            int last = Math.clamp(start + size, 0, x.length);
            double squares = 0;
            for (int i = first; i < last; i++) {
                squares += (double) x[i] * x[i];
            }
            sum += Math.sqrt(squares / size);
        }
        return sum / frames;
    }
}
