// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.session;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What was looked at of a call log, and how. Texts are the keys of command line and files; one that
 * is not known any more is passed over.
 *
 * @param source where the calls are
 * @param agent as the log has it
 * @param month such as {@code 2017-01}
 * @param measure such as {@code aht}
 * @param definition such as {@code standard}
 * @param threshold that was entered; empty for the default
 * @param sound the mapping as the JSON text of its file; empty for the default
 * @param speed of the score
 * @param page that was shown; empty for the first
 * @param filter codes that count, by dimension
 * @param from first day that counts
 * @param to last day that counts
 * @param joining how recordings were joined; empty if they were not
 * @param charts the views of the figures; empty in files of before they were kept
 */
public record KpiState(
        Source source,
        String agent,
        String month,
        String measure,
        String definition,
        OptionalDouble threshold,
        String sound,
        double speed,
        String page,
        Map<String, List<String>> filter,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Joining> joining,
        Optional<ChartsState> charts) {
    public KpiState {
        filter = Collections.unmodifiableMap(new TreeMap<>(filter));
    }

    /** The file of the calls, absolute; see {@link Source#log}. */
    public Path log() {
        return source.log();
    }

    /**
     * Where the calls are.
     *
     * @param log the file, absolute; of a database its title in the place of one
     * @param mapping what the columns mean, as the JSON text of a mapping file; empty where they
     *     are recognised
     * @param database empty for a file
     */
    public record Source(Path log, String mapping, Optional<Database> database) {}

    /**
     * A table of a database. The password is never part of it.
     *
     * @param driverJar path of a driver that does not come with the program; empty for one that
     *     does
     */
    public record Database(String url, String user, String table, String driverJar) {}

    /**
     * How recordings were joined to calls.
     *
     * @param names pattern of file names; empty for that of the library
     * @param toleranceSeconds how far starts may lie apart
     * @param channel counted from 1; 0 for all
     */
    public record Joining(String names, int toleranceSeconds, int channel) {}
}
