// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How values become notes; {@code docs/decisions/0031} says how notes become sound. */
public sealed interface Mapping {
    /** After a design, a person's own or one of {@link SoundPresets}. */
    record Designed(SoundDesign design) implements Mapping {
        @Override
        public String key() {
            return design.name();
        }

        @Override
        public String title() {
            String name = design.name();
            return SoundPresets.all().contains(design)
                    ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)
                    : name;
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
        return !(this instanceof Designed);
    }

    /** The default. */
    static Mapping precise() {
        return new Designed(SoundPresets.precise());
    }

    /** All mappings of the program, the default first. */
    static List<Mapping> all() {
        return List.of(
                precise(),
                new ReferenceSimple(),
                new ReferenceVaried(),
                new Designed(SoundPresets.musical()),
                new Designed(SoundPresets.concern()));
    }

    /** The mapping of the program with this {@link #key}; capitals do not matter. */
    static Optional<Mapping> ofKey(String key) {
        String wanted = key.toLowerCase(Locale.ROOT);
        return all().stream().filter(m -> m.key().equals(wanted)).findFirst();
    }
}
