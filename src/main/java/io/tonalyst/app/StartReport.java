// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import com.sun.management.OperatingSystemMXBean;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Tells when the window was there, for those who measure how long it takes to open.
 *
 * @param file is written whole: a JSON object with {@code window_epoch_ms}, when the window was
 *     shown, {@code picture_epoch_ms}, when its first picture had been painted, and {@code cpu_ms},
 *     the processor time of the process until then
 */
record StartReport(Path file) {
    /**
     * Writes the report.
     *
     * @param shown when the window was shown, in milliseconds since 1970
     * @param painted when its first picture had been painted, likewise
     */
    void write(long shown, long painted) {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        try {
            WholeFile.write(
                    file,
                    String.format(
                            Locale.ROOT,
                            "{\"window_epoch_ms\":%d,\"picture_epoch_ms\":%d,\"cpu_ms\":%d}%n",
                            shown,
                            painted,
                            system.getProcessCpuTime() / 1_000_000));
        } catch (IOException e) {
            throw new UncheckedIOException("The report " + file + " cannot be written", e);
        }
    }
}
