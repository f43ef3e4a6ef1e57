// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import java.util.Locale;
import java.util.Optional;

/**
 * What of a series is heard as what. A design knows no particular series: the same one can be used
 * for a key figure of a month and for the anger in a call.
 *
 * @param name such as {@code precise}; in lower case for those of the program
 * @param pitch MIDI note numbers, {@value #LOWEST_PITCH} to {@value #HIGHEST_PITCH}
 * @param loudness velocities, 1 to 127
 * @param pan -1 left to 1 right
 * @param brightness 0 dark to 1 bright; 0.5 is the instrument as it is
 * @param duration of a note in milliseconds, {@value #SHORTEST_MS} to {@value #LONGEST_MS}; never
 *     more than 80 % of a step
 * @param scale which pitches are used
 * @param tonic where the scale starts: 0 is C, 11 is B
 * @param instrument empty for the one that suits the series
 * @param stepMs length of a step at speed 1 in milliseconds, {@value #SHORTEST_STEP_MS} to {@value
 *     #LONGEST_STEP_MS}
 * @param earcons whether crossing the threshold is signalled
 * @param ticks whether the divisions of the line are heard
 */
public record SoundDesign(
        String name,
        Channel pitch,
        Channel loudness,
        Channel pan,
        Channel brightness,
        Channel duration,
        Scale scale,
        int tonic,
        Optional<Timbre> instrument,
        int stepMs,
        boolean earcons,
        boolean ticks) {
    public static final int LOWEST_PITCH = 24;

    /** C7: signals still fit above it. */
    public static final int HIGHEST_PITCH = 96;

    public static final int SHORTEST_MS = 40;
    public static final int LONGEST_MS = 2_000;
    public static final int SHORTEST_STEP_MS = 60;
    public static final int LONGEST_STEP_MS = 2_000;

    /** Most characters of a name. */
    public static final int LONGEST_NAME = 60;

    /** The properties of sound that can follow something. */
    public enum Property {
        PITCH("Pitch", LOWEST_PITCH, HIGHEST_PITCH),
        LOUDNESS("Loudness", 1, 127),
        PAN("Left and right", -1, 1),
        BRIGHTNESS("Brightness", 0, 1),
        DURATION("Length of notes", SHORTEST_MS, LONGEST_MS);

        private final String title;
        private final double low;
        private final double high;

        Property(String title, double low, double high) {
            this.title = title;
            this.low = low;
            this.high = high;
        }

        /** Name in files, such as {@code pitch}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Name on screen. */
        public String title() {
            return title;
        }

        /** The least there can be. */
        public double low() {
            return low;
        }

        /** The most there can be. */
        public double high() {
            return high;
        }
    }

    public SoundDesign {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A design has a name of at most 60 characters");
        }
        require(Property.PITCH, pitch);
        require(Property.LOUDNESS, loudness);
        require(Property.PAN, pan);
        require(Property.BRIGHTNESS, brightness);
        require(Property.DURATION, duration);
        if (tonic < 0 || tonic > 11) {
            throw new IllegalArgumentException("A scale starts between 0 and 11, not at " + tonic);
        }
        if (stepMs < SHORTEST_STEP_MS || stepMs > LONGEST_STEP_MS) {
            throw new IllegalArgumentException("A step lasts 60 to 2000 ms, not " + stepMs + " ms");
        }
    }

    /** What a property follows. */
    public Channel channel(Property property) {
        return switch (property) {
            case PITCH -> pitch;
            case LOUDNESS -> loudness;
            case PAN -> pan;
            case BRIGHTNESS -> brightness;
            case DURATION -> duration;
        };
    }

    /** The same with one property following something else. */
    public SoundDesign with(Property property, Channel channel) {
        return new SoundDesign(
                name,
                property == Property.PITCH ? channel : pitch,
                property == Property.LOUDNESS ? channel : loudness,
                property == Property.PAN ? channel : pan,
                property == Property.BRIGHTNESS ? channel : brightness,
                property == Property.DURATION ? channel : duration,
                scale,
                tonic,
                instrument,
                stepMs,
                earcons,
                ticks);
    }

    /** The same under another name. */
    public SoundDesign named(String other) {
        return with(other, scale, tonic, instrument, stepMs, earcons, ticks);
    }

    /** The same in another scale. */
    public SoundDesign in(Scale other, int start) {
        return with(name, other, start, instrument, stepMs, earcons, ticks);
    }

    /** The same on another instrument; empty for the one that suits the series. */
    public SoundDesign on(Optional<Timbre> other) {
        return with(name, scale, tonic, other, stepMs, earcons, ticks);
    }

    /** The same in another tempo. */
    public SoundDesign every(int milliseconds) {
        return with(name, scale, tonic, instrument, milliseconds, earcons, ticks);
    }

    /** The same with or without its signals. */
    public SoundDesign signalling(boolean crossings, boolean divisions) {
        return with(name, scale, tonic, instrument, stepMs, crossings, divisions);
    }

    private SoundDesign with(
            String newName,
            Scale newScale,
            int newTonic,
            Optional<Timbre> newInstrument,
            int newStepMs,
            boolean newEarcons,
            boolean newTicks) {
        return new SoundDesign(
                newName,
                pitch,
                loudness,
                pan,
                brightness,
                duration,
                newScale,
                newTonic,
                newInstrument,
                newStepMs,
                newEarcons,
                newTicks);
    }

    private static void require(Property property, Channel channel) {
        if (channel.least() < property.low || channel.most() > property.high) {
            throw new IllegalArgumentException(
                    "%s lies between %s and %s, not from %s to %s"
                            .formatted(
                                    property.title,
                                    property.low,
                                    property.high,
                                    channel.low(),
                                    channel.high()));
        }
    }
}
