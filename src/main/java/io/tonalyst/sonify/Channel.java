// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

/**
 * One property of the sound and what it follows. The least value of the source sounds as {@code
 * low}, the greatest as {@code high}, those between in proportion.
 *
 * @param source {@link #NONE}, {@link SoundSeries#VALUE}, {@link SoundSeries#TIME}, or the key of
 *     another {@link Dimension} of the series; where a series lacks it, the property stays in the
 *     middle of the range
 * @param low at the least value; with {@link #NONE} what the property stays at
 * @param high at the greatest value; may lie below {@code low}
 * @param polarity whether the greatest or the worst value gets {@code high}
 */
public record Channel(String source, double low, double high, Polarity polarity) {
    /** The source of a property that follows nothing. */
    public static final String NONE = "none";

    public Channel {
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException("Not a range: " + low + " to " + high);
        }
    }

    /** A property that stays the same. */
    public static Channel fixed(double level) {
        return new Channel(NONE, level, level, Polarity.UP);
    }

    /** A property that follows a source, a greater value giving more of it. */
    public static Channel following(String source, double low, double high) {
        return new Channel(source, low, high, Polarity.UP);
    }

    /** The same with another source. */
    public Channel from(String other) {
        return new Channel(other, low, high, polarity);
    }

    /** The same with another range. */
    public Channel within(double lowest, double highest) {
        return new Channel(source, lowest, highest, polarity);
    }

    /** The same with another polarity. */
    public Channel with(Polarity other) {
        return new Channel(source, low, high, other);
    }

    /** Whether it follows nothing. */
    public boolean isFixed() {
        return source.equals(NONE);
    }

    /** The property at a share of the source's range, 0 to 1. */
    double at(double share) {
        return isFixed() ? low : low + (high - low) * share;
    }

    /** The greatest level there can be. */
    double most() {
        return isFixed() ? low : Math.max(low, high);
    }

    /** The least level there can be. */
    double least() {
        return isFixed() ? low : Math.min(low, high);
    }
}
