// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import java.util.List;
import java.util.Locale;

/** Sizes of the network on offer. */
public enum NetworkSize {
    /** For tests. */
    TINY(List.of(4, 4, 8, 8)),
    /** About 0.27 million weights. */
    SMALL(List.of(16, 32, 64, 96)),
    /** About 0.5 million weights, twice the time. */
    MEDIUM(List.of(24, 48, 96, 128));

    private final List<Integer> channels;

    NetworkSize(List<Integer> channels) {
        this.channels = channels;
    }

    /** Filters of the first layer and the stages. */
    public List<Integer> channels() {
        return channels;
    }

    /** Name in files and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
