// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A file name for each recording of a batch, without its ending. Recordings of one name, such as
 * {@code call.wav} and {@code call.mp3} or those of two folders, get eight digits that depend on
 * their path, so that the names are the same when the batch goes on later.
 */
public final class ExportNames {
    private final Map<Path, String> names;

    private ExportNames(Map<Path, String> names) {
        this.names = names;
    }

    public static ExportNames of(List<Path> recordings) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (Path recording : Set.copyOf(recordings)) {
            String folded = folded(recording);
            if (!seen.add(folded)) {
                twice.add(folded);
            }
        }
        Map<Path, String> names = new HashMap<>();
        for (Path recording : recordings) {
            String base = AnalysedRecording.baseName(recording);
            names.put(
                    recording,
                    twice.contains(folded(recording)) ? base + "-" + digits(recording) : base);
        }
        return new ExportNames(names);
    }

    /** The name of a recording, one of those given before. */
    public String of(Path recording) {
        String name = names.get(recording);
        return name == null ? AnalysedRecording.baseName(recording) : name;
    }

    /** Some file systems do not tell upper from lower case. */
    private static String folded(Path recording) {
        return AnalysedRecording.baseName(recording).toLowerCase(Locale.ROOT);
    }

    private static String digits(Path recording) {
        var crc = new CRC32();
        String path = recording.toAbsolutePath().normalize().toString();
        crc.update(path.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
