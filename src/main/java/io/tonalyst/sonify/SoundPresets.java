// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import io.tonalyst.sonify.SoundDesign.Property;
import java.util.List;
import java.util.Optional;

/** The designs that come with the program. */
public final class SoundPresets {
    private static final int QUIETEST = 40;
    private static final int LOUDEST = 100;

    private SoundPresets() {}

    /**
     * The default: pitch linear in semitones over MIDI 48 to 84 on the visible axis, unquantised, a
     * quarter of a second a step, quieter where a value rests on little.
     */
    public static SoundDesign precise() {
        return new SoundDesign(
                "precise",
                Channel.following(SoundSeries.VALUE, 48, 84),
                Channel.following(SoundSeries.CERTAINTY, QUIETEST, LOUDEST),
                Channel.fixed(0),
                Channel.fixed(Spectrum.NATURAL),
                Channel.fixed(200),
                Scale.FREE,
                0,
                Optional.empty(),
                250,
                true,
                true);
    }

    /** Pleasant to listen to for long: a major scale on a harp that goes from left to right. */
    public static SoundDesign musical() {
        return precise()
                .named("musical")
                .with(Property.PAN, Channel.following(SoundSeries.TIME, -0.6, 0.6))
                .in(Scale.MAJOR, 0)
                .on(Optional.of(Timbre.HARP));
    }

    /** Bad news stand out: a worse value sounds higher, louder and brighter. */
    public static SoundDesign concern() {
        return precise()
                .named("concern")
                .with(
                        Property.PITCH,
                        Channel.following(SoundSeries.VALUE, 48, 84).with(Polarity.CONCERN))
                .with(
                        Property.LOUDNESS,
                        Channel.following(SoundSeries.VALUE, 64, 110).with(Polarity.CONCERN))
                .with(
                        Property.BRIGHTNESS,
                        Channel.following(SoundSeries.VALUE, 0.2, 0.9).with(Polarity.CONCERN))
                .on(Optional.of(Timbre.CLARINET));
    }

    /** All of them, the default first. */
    public static List<SoundDesign> all() {
        return List.of(precise(), musical(), concern());
    }
}
