// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import io.tonalyst.sonify.SoundDesign.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A design in plain words. */
final class DesignText {
    private static final Map<Property, List<String>> WAYS =
            Map.of(
                    Property.LOUDNESS, List.of("louder", "quieter"),
                    Property.PAN, List.of("further to the right", "further to the left"),
                    Property.BRIGHTNESS, List.of("brighter", "darker"),
                    Property.DURATION, List.of("longer", "shorter"));

    private final SoundSeries series;
    private final SoundDesign design;
    private final ToneMaker tones;

    DesignText(SoundSeries series, SoundDesign design, ToneMaker tones) {
        this.series = series;
        this.design = design;
        this.tones = tones;
    }

    /**
     * One sentence on everything that is heard.
     *
     * @param stepMs length of a step
     */
    String sentence(double stepMs) {
        List<String> parts = new ArrayList<>();
        parts.add(pitch());
        parts.add(String.format(Locale.ROOT, "a %s lasts %.0f ms", series.step(), stepMs));
        for (Property property : List.of(Property.PAN, Property.BRIGHTNESS, Property.DURATION)) {
            follow(property, parts);
        }
        if (!series.gap().isEmpty()) {
            parts.add(series.gap() + " are silent");
        }
        follow(Property.LOUDNESS, parts);
        String text = parts.getFirst() + "; " + String.join(", ", parts.subList(1, parts.size()));
        return text + signals() + ".";
    }

    private String pitch() {
        Channel pitch = design.pitch();
        if (pitch.isFixed()) {
            return "Pitch stays at " + Pitch.inWords(tones.plain(0).pitch());
        }
        String way = tones.falls(pitch) ? "falls" : "rises";
        String scale =
                design.scale().isStepped()
                        ? String.format(
                                Locale.ROOT,
                                " in %d %s",
                                design.scale()
                                        .notesWithin(design.tonic(), pitch.least(), pitch.most()),
                                scaleName())
                        : "";
        if (!pitch.source().equals(SoundSeries.VALUE)) {
            return "Pitch %s with %s%s, from %s to %s"
                    .formatted(
                            way,
                            title(pitch),
                            scale,
                            Pitch.inWords(pitch.least()),
                            Pitch.inWords(pitch.most()));
        }
        double low = series.main().low();
        double high = series.main().high();
        return "Pitch %s with %s%s: %s sounds as %s, %s as %s"
                .formatted(
                        way,
                        series.name(),
                        scale,
                        series.inWords(low),
                        Pitch.inWords(tones.plain(low).pitch()),
                        series.inWords(high),
                        Pitch.inWords(tones.plain(high).pitch()));
    }

    private String scaleName() {
        return design.scale() == Scale.CHROMATIC
                ? "semitones"
                : "steps of the "
                        + Pitch.name(design.tonic())
                        + " "
                        + design.scale().title().toLowerCase(Locale.ROOT)
                        + " scale";
    }

    private void follow(Property property, List<String> parts) {
        Channel channel = design.channel(property);
        if (channel.isFixed() || channel.low() == channel.high()) {
            return;
        }
        if (channel.source().equals(SoundSeries.CERTAINTY)) {
            if (property == Property.LOUDNESS && !tones.falls(channel)) {
                if (series.dimension(SoundSeries.CERTAINTY).isPresent()) {
                    parts.add(
                            series.step()
                                    + (series.dimension("calls").isPresent()
                                            ? "s with few calls are quieter"
                                            : "s that are less certain are quieter"));
                }
                return;
            }
        }
        String way =
                WAYS.getOrDefault(property, List.of("more", "less"))
                        .get(tones.falls(channel) ? 1 : 0);
        if (channel.source().equals(SoundSeries.TIME)) {
            parts.add("later " + series.step() + "s sound " + way);
        } else if (series.dimension(channel.source()).isPresent()) {
            parts.add("a higher " + title(channel) + " sounds " + way);
        }
    }

    private String title(Channel channel) {
        return switch (channel.source()) {
            case SoundSeries.VALUE -> series.name();
            case SoundSeries.TIME -> "time";
            default ->
                    series.dimension(channel.source()).map(Dimension::title).orElse("nothing here");
        };
    }

    private String signals() {
        return !design.earcons() || series.threshold().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", and two quick notes rise where %s gets worse than %s and fall where it"
                                + " recovers",
                        series.name(),
                        series.inWords(series.threshold().getAsDouble()));
    }
}
