// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How values become notes; {@code docs/decisions/0031} says how notes become sound. */
public sealed interface Mapping {
    /**
     * The default: pitch linear in semitones over MIDI 48 to 84 on the visible axis, unquantised, a
     * quarter of a second a day.
     *
     * @param polarity which way the pitch goes
     * @param velocityFloor velocity of days with very few calls, 1 to 100; days with enough calls
     *     have 100
     */
    record Precise(Polarity polarity, int velocityFloor) implements Mapping {
        /** Velocity of days with few calls unless another is asked for. */
        public static final int VELOCITY_FLOOR = 40;

        public Precise {
            if (velocityFloor < 1 || velocityFloor > 100) {
                throw new IllegalArgumentException(
                        "A velocity floor lies between 1 and 100, not at " + velocityFloor);
            }
        }

        /** Up is up. */
        public Precise() {
            this(Polarity.UP, VELOCITY_FLOOR);
        }

        @Override
        public String key() {
            return "precise";
        }

        @Override
        public String title() {
            return "Precise";
        }
    }

    /** The two notes of the VolaPhone charts, one beat for each day that has calls. */
    record ReferenceSimple() implements Mapping {
        @Override
        public String key() {
            return "reference-simple";
        }

        @Override
        public String title() {
            return "Reference, simple";
        }
    }

    /** The two ranges of notes of the VolaPhone charts, one beat for each day that has calls. */
    record ReferenceVaried() implements Mapping {
        @Override
        public String key() {
            return "reference-varied";
        }

        @Override
        public String title() {
            return "Reference, varied";
        }
    }

    /** Name on the command line and in files. */
    String key();

    /** Name on screen. */
    String title();

    /** Whether this is one of the VolaPhone mappings. */
    default boolean isReference() {
        return !(this instanceof Precise);
    }

    /** All mappings with their usual settings, the default first. */
    static List<Mapping> all() {
        return List.of(new Precise(), new ReferenceSimple(), new ReferenceVaried());
    }

    /** The mapping with this {@link #key}; capitals do not matter. */
    static Optional<Mapping> ofKey(String key) {
        String wanted = key.toLowerCase(Locale.ROOT);
        return all().stream().filter(m -> m.key().equals(wanted)).findFirst();
    }
}
