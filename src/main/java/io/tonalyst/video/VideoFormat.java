// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.video;

import java.util.List;
import java.util.Optional;

/**
 * Size and rate of a film.
 *
 * @param name for people and options, such as {@code 1080p}
 * @param width in pixels, even
 * @param height in pixels, even
 * @param framesPerSecond pictures a second, constant
 */
public record VideoFormat(String name, int width, int height, int framesPerSecond) {
    /** Longest side of a film, in pixels: what H.264 encoders agree on. */
    private static final int MAX_SIDE = 4096;

    private static final int MAX_RATE = 120;

    /** Sizes on offer, at 30 pictures a second. */
    public static final List<VideoFormat> SIZES =
            List.of(
                    new VideoFormat("720p", 1280, 720, 30),
                    new VideoFormat("1080p", 1920, 1080, 30),
                    new VideoFormat("4k", 3840, 2160, 30));

    public VideoFormat {
        if (width < 2
                || height < 2
                || width > MAX_SIDE
                || height > MAX_SIDE
                || width % 2 != 0
                || height % 2 != 0) {
            throw new IllegalArgumentException(
                    "A film of "
                            + width
                            + " x "
                            + height
                            + " cannot be made: both sides have to be even, and at most "
                            + MAX_SIDE
                            + " pixels.");
        }
        if (framesPerSecond < 1 || framesPerSecond > MAX_RATE) {
            throw new IllegalArgumentException(
                    "A film has 1 to " + MAX_RATE + " pictures a second, not " + framesPerSecond);
        }
    }

    /** 1920 x 1080 pixels, what windows offer. */
    public static VideoFormat fullHd(int framesPerSecond) {
        return of("1080p", framesPerSecond).orElseThrow();
    }

    /** The size of that name at a rate. */
    public static Optional<VideoFormat> of(String name, int framesPerSecond) {
        return SIZES.stream()
                .filter(size -> size.name.equals(name))
                .map(size -> new VideoFormat(size.name, size.width, size.height, framesPerSecond))
                .findFirst();
    }

    /** When picture {@code number} is shown, in seconds from the start; exact, without drift. */
    public double seconds(long number) {
        return (double) number / framesPerSecond;
    }

    /** Pictures it takes to cover a time, at least one. */
    public long pictures(double seconds) {
        return Math.max(1, (long) Math.ceil(seconds * framesPerSecond - 1e-9));
    }
}
