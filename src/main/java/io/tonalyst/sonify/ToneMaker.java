// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import io.tonalyst.sonify.SoundDesign.Property;
import java.util.function.ToDoubleFunction;

/** How the points of a series sound in a design. */
final class ToneMaker {
    private static final double MIDDLE = 0.5;

    private final SoundSeries series;
    private final SoundDesign design;
    private final Timbre instrument;

    ToneMaker(SoundSeries series, SoundDesign design) {
        this.series = series;
        this.design = design;
        this.instrument = design.instrument().orElse(series.voice());
    }

    /** The tone of a point. */
    Tone of(int index) {
        return tone(property -> level(property, share(design.channel(property), index)));
    }

    /** The tone of a value with nothing else known, and well founded. */
    Tone plain(double value) {
        return tone(property -> level(property, share(design.channel(property), value)));
    }

    /** How long the note of a point is. */
    double durationMs(int index) {
        return level(Property.DURATION, share(design.duration(), index));
    }

    /** Whether a greater value of the source gives less of the property. */
    boolean falls(Channel channel) {
        boolean better =
                series.dimension(channel.source()).map(d -> !d.higherIsWorse()).orElse(false);
        boolean turned = channel.polarity() == Polarity.CONCERN && better;
        return turned != channel.high() < channel.low();
    }

    private Tone tone(ToDoubleFunction<Property> levels) {
        double pitch =
                design.scale()
                        .nearest(
                                levels.applyAsDouble(Property.PITCH),
                                design.tonic(),
                                design.pitch().least(),
                                design.pitch().most());
        return new Tone(
                pitch,
                Math.clamp(Math.round(levels.applyAsDouble(Property.LOUDNESS)), 1, 127),
                levels.applyAsDouble(Property.PAN),
                levels.applyAsDouble(Property.BRIGHTNESS),
                instrument);
    }

    private double level(Property property, double share) {
        Channel channel = design.channel(property);
        boolean better =
                series.dimension(channel.source()).map(d -> !d.higherIsWorse()).orElse(false);
        boolean turned = channel.polarity() == Polarity.CONCERN && better;
        return channel.at(turned ? 1 - share : share);
    }

    private double share(Channel channel, int index) {
        if (channel.source().equals(SoundSeries.TIME)) {
            return (double) series.points().get(index).step() / Math.max(1, series.steps() - 1);
        }
        return series.dimension(channel.source())
                .map(d -> d.share(d.values().get(index)))
                .orElse(unknown(channel));
    }

    private double share(Channel channel, double value) {
        return channel.source().equals(SoundSeries.VALUE)
                ? series.main().share(value)
                : unknown(channel);
    }

    private static double unknown(Channel channel) {
        return channel.source().equals(SoundSeries.CERTAINTY) ? 1 : MIDDLE;
    }
}
