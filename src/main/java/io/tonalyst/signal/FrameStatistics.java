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
        // Without branches, which noise would make guess wrong at every other sample.
        int sign = Float.floatToRawIntBits(x[0] + ZERO) >>> 31;
        int count = 0;
        for (int i = 1; i < x.length; i++) {
            int next = Float.floatToRawIntBits(x[i] + ZERO) >>> 31;
            count += sign ^ next;
            changes[i] = count;
            sign = next;
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
     * @param size samples of a frame, a multiple of twice the hop
     * @param hop samples between the centres of frames
     * @return at least 0, full scale 1
     */
    static double meanRms(float[] x, int size, int hop) {
        int frames = Stft.columns(x.length, hop);
        int reach = size / hop / 2;
        // Frames begin and end at whole hops: each hop is summed up once.
        double[] squares = new double[frames + 2 * reach];
        for (int from = 0; from < x.length; from += hop) {
            squares[from / hop + reach] = squares(x, from, Math.min(x.length, from + hop));
        }
        double sum = 0;
        for (int frame = 0; frame < frames; frame++) {
            double ofFrame = 0;
            for (int i = 0; i < 2 * reach; i++) {
                ofFrame += squares[frame + i];
            }
            sum += Math.sqrt(ofFrame / size);
        }
        return sum / frames;
    }

    private static double squares(float[] x, int from, int to) {
        double even = 0;
        double odd = 0;
        int i = from;
        for (; i + 1 < to; i += 2) {
            even += (double) x[i] * x[i];
            odd += (double) x[i + 1] * x[i + 1];
        }
        return i < to ? even + odd + (double) x[i] * x[i] : even + odd;
    }
}
