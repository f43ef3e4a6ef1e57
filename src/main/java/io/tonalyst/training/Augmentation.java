// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

/**
 * How strongly images are changed in training; each draw lies within these limits.
 *
 * @param speed largest change of the speed, as a share
 * @param frequency largest shift of all frequencies, as a share (vocal tract length)
 * @param tiltDb largest slope over all bands, either way
 * @param noiseShare share of the images whose noise floor is raised
 * @param telephoneShare share of the images cut to the telephone band; those that come from a
 *     telephone stay as they are
 * @param stripes blanked stripes in time and in frequency, each
 * @param stripeFrames widest stripe in time
 * @param stripeBands highest stripe in frequency
 */
public record Augmentation(
        double speed,
        double frequency,
        double tiltDb,
        double noiseShare,
        double telephoneShare,
        int stripes,
        int stripeFrames,
        int stripeBands) {
    /** The same, with another share of telephone images. */
    Augmentation withTelephoneShare(double share) {
        return new Augmentation(
                speed, frequency, tiltDb, noiseShare, share, stripes, stripeFrames, stripeBands);
    }

    /** The same that blanks nothing. */
    Augmentation withoutStripes() {
        return new Augmentation(
                speed, frequency, tiltDb, noiseShare, telephoneShare, 0, stripeFrames, stripeBands);
    }

    /** What the shipped model learned with. */
    public static Augmentation standard() {
        return new Augmentation(0.12, 0.06, 8, 0.25, 0.2, 2, 24, 14);
    }
}
