// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import io.tonalyst.signal.LogMel;
import java.util.ArrayList;
import java.util.List;

/**
 * A clip as the network takes it: a log-mel image without the silence at its ends, -80 to 0 dB
 * scaled to 0..1.
 *
 * @param frames columns of 16 ms, at least 1
 * @param levels {@code frames x BANDS} values of 0..1, frame by frame, band 0 lowest
 */
public record NetworkImage(int frames, float[] levels) {
    /** Bands of the network's input: those of {@link LogMel}. */
    public static final int BANDS = LogMel.BANDS;

    /** Columns of the network's input, 3.07 s. */
    public static final int FRAMES = 192;

    /** The first band above 4.3 kHz: sound of 8 kHz, filtered however gently, has nothing there. */
    private static final int UPPER_BAND = 104;

    /**
     * Highest level above {@link #UPPER_BAND} that still counts as nothing: 3 dB over the floor.
     */
    private static final float EMPTY = 3f / 80f;

    /**
     * Frames that may hold more: a window cut out of a call begins and ends in the middle of a
     * wave, which smears two frames at each end over all bands.
     */
    private static final int SMEARED = 4;

    private static final List<Pose> POSES =
            List.of(new Pose(0.92, 0), new Pose(1, 3), new Pose(1.09, -3));

    /** Networks that need no second look. */
    private static final int STEADY = 3;

    /** A frame whose loudest band lies below this is silence when it stands at an end, in dB. */
    private static final float SILENCE_DB = -45f;

    /** Frames of silence left at each end. */
    private static final int MARGIN = 4;

    /** The image of a clip; a clip of nothing but silence is kept whole. */
    public static NetworkImage of(LogMel mel) {
        int from = 0;
        int to = mel.frames();
        while (from < to && isSilent(mel, from)) {
            from++;
        }
        if (from == to) {
            from = 0;
        } else {
            while (isSilent(mel, to - 1)) {
                to--;
            }
        }
        from = Math.max(0, from - MARGIN);
        to = Math.min(mel.frames(), to + MARGIN);
        float[] levels = new float[(to - from) * BANDS];
        for (int t = from; t < to; t++) {
            for (int b = 0; b < BANDS; b++) {
                levels[(t - from) * BANDS + b] =
                        Math.clamp(1 - mel.at(t, b) / LogMel.FLOOR_DB, 0f, 1f);
            }
        }
        return new NetworkImage(to - from, levels);
    }

    /**
     * Whether the sound came over a line that ends at 4 kHz, such as a telephone: hardly a frame
     * has anything above, on the mean of the bands there. A wide line shows at least the hiss of
     * consonants or of the room.
     */
    public boolean isNarrowBand() {
        int wide = 0;
        for (int t = 0; t < frames && wide <= SMEARED; t++) {
            float sum = 0;
            for (int b = UPPER_BAND; b < BANDS; b++) {
                sum += levels[t * BANDS + b];
            }
            if (sum > EMPTY * (BANDS - UPPER_BAND)) {
                wide++;
            }
        }
        return wide <= SMEARED;
    }

    /**
     * One way to lay the image into the network's input.
     *
     * @param speed time runs this much quicker
     * @param shift columns by which the image stands off its place, to the right
     * @param part 0 to {@code parts} - 1
     * @param parts windows of {@link #FRAMES} columns it takes to see all of the image; 1 for an
     *     image that fits
     */
    public record Look(double speed, int shift, int part, int parts) {}

    /** A speed and a shift. */
    private record Pose(double speed, int shift) {}

    /**
     * The looks whose logits are averaged for a prediction: three that differ slightly in speed and
     * place, because a network that halves its maps several times does not see a shifted image
     * quite alike. Several networks together hardly tremble so, and look once each.
     *
     * @param networks how many are asked, at least 1
     */
    public List<Look> looks(int networks) {
        return networks < STEADY ? looks(POSES) : plainLooks();
    }

    /** The looks at the image as it is: quicker, and less sure. */
    public List<Look> plainLooks() {
        return looks(List.of(new Pose(1, 0)));
    }

    private List<Look> looks(List<Pose> poses) {
        List<Look> looks = new ArrayList<>();
        for (Pose pose : poses) {
            int length = length(pose.speed());
            // Neighbouring windows overlap by at least half.
            int parts =
                    length <= FRAMES ? 1 : 1 + (int) Math.ceil((length - FRAMES) / (FRAMES / 2.0));
            for (int part = 0; part < parts; part++) {
                looks.add(new Look(pose.speed(), pose.shift(), part, parts));
            }
        }
        return looks;
    }

    private int length(double speed) {
        return (int) Math.max(1, Math.round(frames / speed));
    }

    /**
     * Writes a look as a {@code BANDS x FRAMES} plane, row by row. The first part begins with the
     * image and the last ends with it; an image that is shorter stands in the middle of silence.
     *
     * @param offset index of the first of the {@code BANDS * FRAMES} values written
     */
    public void write(Look look, float[] plane, int offset) {
        int length = length(look.speed());
        int last = look.parts() - 1;
        int start =
                last == 0
                        ? -((FRAMES - length) / 2)
                        : (int) Math.round((double) look.part() * (length - FRAMES) / last);
        for (int x = 0; x < FRAMES; x++) {
            int y = x + start - look.shift();
            if (y < 0 || y >= length) {
                for (int b = 0; b < BANDS; b++) {
                    plane[offset + b * FRAMES + x] = 0;
                }
                continue;
            }
            float frame = (float) Math.min(frames - 1.0, y * look.speed());
            int before = (int) frame;
            int after = Math.min(frames - 1, before + 1);
            float on = frame - before;
            for (int b = 0; b < BANDS; b++) {
                plane[offset + b * FRAMES + x] =
                        levels[before * BANDS + b] * (1 - on) + levels[after * BANDS + b] * on;
            }
        }
    }

    private static boolean isSilent(LogMel mel, int frame) {
        for (int b = 0; b < LogMel.BANDS; b++) {
            if (mel.at(frame, b) > SILENCE_DB) {
                return false;
            }
        }
        return true;
    }
}
