// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.emotion.NetworkImage;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Draws a changed copy of an image: speed 0.85..1.15 and frequency +-7 % (vocal tract length), both
 * by warping; spectral tilt; telephone band; raised noise floor; level 0 dB anew at the loudest
 * point, as the input is defined; then stripes blanked (Park et al., SpecAugment, 2019).
 */
final class Augmenter {
    /** Decibels are in units of the 80 dB range. */
    private static final float RANGE = 80f;

    private static final float HIGHEST_FLOOR = 45f / 80f;
    private static final float FLOOR_JITTER = 2.5f / 80f;

    /** Lower edge of a telephone, 180 to 420 Hz. */
    private static final int LOW_EDGE_MIN = 8;

    private static final int LOW_EDGE_MAX = 18;

    /** Upper edge, 2.9 to 3.6 kHz. */
    private static final int HIGH_EDGE_MIN = 86;

    private static final int HIGH_EDGE_MAX = 95;

    /** The first band above 4 kHz. */
    private static final int HALF_RATE_BAND = 100;

    /** Loss a band outside the edges. */
    private static final float SKIRT_MIN = 3f / 80f;

    private static final float SKIRT_MAX = 14f / 80f;

    /** A codec's noise lies so far below the loudest band of its frame: GSM 25 dB, mu-law 50. */
    private static final float CODEC_NOISE_MIN = 24f / 80f;

    private static final float CODEC_NOISE_MAX = 58f / 80f;

    private static final int BANDS = NetworkImage.BANDS;
    private static final int FRAMES = NetworkImage.FRAMES;

    private final Augmentation limits;

    Augmenter(Augmentation limits) {
        this.limits = limits;
    }

    /** Writes a changed copy as a {@code BANDS x FRAMES} plane. */
    void write(ClipImage clip, RandomGenerator random, float[] plane) {
        warp(clip, random, plane);
        tilt(random, plane);
        if (random.nextFloat() < limits.telephoneShare() && !clip.isNarrowBand()) {
            telephone(random, plane);
        }
        if (random.nextFloat() < limits.noiseShare()) {
            noise(random, plane);
        }
        normalise(plane);
        stripes(random, plane);
    }

    private void warp(ClipImage clip, RandomGenerator random, float[] plane) {
        float speed = 1 + (float) limits.speed() * (2 * random.nextFloat() - 1);
        float frequency = 1 + (float) limits.frequency() * (2 * random.nextFloat() - 1);
        int length = Math.max(1, Math.round(clip.frames() / speed));
        int room = FRAMES - length;
        // A longer clip is cut at random; a shorter one stands near the middle, not always in it.
        int shift =
                room < 0
                        ? -random.nextInt(-room + 1)
                        : room / 4 + random.nextInt(Math.max(1, room / 2));
        int last = clip.frames() - 1;
        for (int b = 0; b < BANDS; b++) {
            float band = Math.min(BANDS - 1f, b * frequency);
            int lower = (int) band;
            int upper = Math.min(BANDS - 1, lower + 1);
            float up = band - lower;
            for (int x = 0; x < FRAMES; x++) {
                int y = x - shift;
                if (y < 0 || y >= length) {
                    plane[b * FRAMES + x] = 0;
                    continue;
                }
                float frame = Math.min(last, y * speed);
                int before = (int) frame;
                int after = Math.min(last, before + 1);
                float on = frame - before;
                float low = clip.at(before, lower) * (1 - on) + clip.at(after, lower) * on;
                float high = clip.at(before, upper) * (1 - on) + clip.at(after, upper) * on;
                plane[b * FRAMES + x] = low * (1 - up) + high * up;
            }
        }
    }

    private void tilt(RandomGenerator random, float[] plane) {
        float slope = (float) limits.tiltDb() / RANGE * (2 * random.nextFloat() - 1);
        for (int b = 0; b < BANDS; b++) {
            float add = slope * (b / (BANDS - 1f) - 0.5f);
            for (int i = b * FRAMES; i < (b + 1) * FRAMES; i++) {
                plane[i] = plane[i] > 0 ? plane[i] + add : 0;
            }
        }
    }

    /**
     * Steep edges, a codec's noise that follows each frame's loudest band, and nothing above half
     * the rate of 8 kHz: what G.711 and GSM 06.10 leave of a log-mel image.
     */
    private static void telephone(RandomGenerator random, float[] plane) {
        int low = random.nextInt(LOW_EDGE_MIN, LOW_EDGE_MAX + 1);
        int high = random.nextInt(HIGH_EDGE_MIN, HIGH_EDGE_MAX + 1);
        float skirt = random.nextFloat(SKIRT_MIN, SKIRT_MAX);
        float noise = random.nextFloat(CODEC_NOISE_MIN, CODEC_NOISE_MAX);
        for (int b = 0; b < BANDS; b++) {
            int outside = Math.max(0, Math.max(low - b, b - high));
            float loss = b >= HALF_RATE_BAND ? 1 : outside * skirt;
            for (int i = b * FRAMES; loss > 0 && i < (b + 1) * FRAMES; i++) {
                plane[i] = Math.max(0, plane[i] - loss);
            }
        }
        for (int x = 0; x < FRAMES; x++) {
            float loudest = 0;
            for (int b = 0; b < HALF_RATE_BAND; b++) {
                loudest = Math.max(loudest, plane[b * FRAMES + x]);
            }
            for (int b = 0; loudest > 0 && b < HALF_RATE_BAND; b++) {
                float floor = loudest - noise + FLOOR_JITTER * (2 * random.nextFloat() - 1);
                plane[b * FRAMES + x] = Math.max(plane[b * FRAMES + x], floor);
            }
        }
    }

    private void noise(RandomGenerator random, float[] plane) {
        float floor = HIGHEST_FLOOR * random.nextFloat();
        float slope = (float) limits.tiltDb() / RANGE * (2 * random.nextFloat() - 1);
        for (int b = 0; b < BANDS; b++) {
            float level = floor + slope * (b / (BANDS - 1f) - 0.5f);
            for (int i = b * FRAMES; i < (b + 1) * FRAMES; i++) {
                float noise = level + FLOOR_JITTER * (2 * random.nextFloat() - 1);
                plane[i] = Math.max(plane[i], noise);
            }
        }
    }

    private static void normalise(float[] plane) {
        float max = 0;
        for (float value : plane) {
            max = Math.max(max, value);
        }
        float add = 1 - max;
        for (int i = 0; i < plane.length; i++) {
            plane[i] = plane[i] > 0 ? Math.clamp(plane[i] + add, 0f, 1f) : 0;
        }
    }

    private void stripes(RandomGenerator random, float[] plane) {
        double sum = 0;
        for (float value : plane) {
            sum += value;
        }
        float mean = (float) (sum / plane.length);
        for (int n = 0; n < limits.stripes(); n++) {
            int width = random.nextInt(limits.stripeFrames() + 1);
            int left = random.nextInt(FRAMES - width + 1);
            int height = random.nextInt(limits.stripeBands() + 1);
            int bottom = random.nextInt(BANDS - height + 1);
            for (int b = 0; b < BANDS; b++) {
                boolean whole = b >= bottom && b < bottom + height;
                int from = b * FRAMES + (whole ? 0 : left);
                int to = whole ? (b + 1) * FRAMES : from + width;
                Arrays.fill(plane, from, to, mean);
            }
        }
    }
}
