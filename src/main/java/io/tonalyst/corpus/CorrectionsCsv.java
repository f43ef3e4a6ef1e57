// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Labels that a person gave to parts of recordings, as a table that can be trained on: {@code
 * path,label,speaker,start,end,channel}, then what the model had said, which training passes over.
 */
public final class CorrectionsCsv {
    private static final String HEADER =
            "path,label,speaker,start,end,channel,predicted,confidence\r\n";

    private CorrectionsCsv() {}

    /**
     * The label of one part.
     *
     * @param label given by the person
     * @param startSeconds from the start of the recording
     * @param channel 0 is the first (left); empty for a recording of one channel
     * @param predicted by the model; empty for a stretch of which it said nothing
     * @param confidence of the model, 0 to 1; 0 where it said nothing
     */
    public record Correction(
            Path recording,
            Emotion label,
            double startSeconds,
            double endSeconds,
            OptionalInt channel,
            Optional<Emotion> predicted,
            double confidence) {}

    /** Writes the table, in one move; who speaks is left open. */
    public static void write(Path file, List<Correction> corrections) throws IOException {
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        var text = new StringBuilder(HEADER);
        for (Correction c : corrections) {
            OptionalInt channel = c.channel();
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%s,%s,,%.3f,%.3f,%s,%s\r\n",
                            quoted(path(folder, c.recording())),
                            c.label().key(),
                            c.startSeconds(),
                            c.endSeconds(),
                            channel.isPresent() ? channel.getAsInt() : "",
                            predicted(c)));
        }
        WholeFile.write(file, text.toString());
    }

    private static String predicted(Correction c) {
        return c.predicted()
                .map(e -> String.format(Locale.ROOT, "%s,%.4f", e.key(), c.confidence()))
                .orElse(",");
    }

    /** Relative where the recording lies in the folder of the table or below, so both can move. */
    private static String path(Path folder, Path recording) {
        Path absolute = recording.toAbsolutePath().normalize();
        return absolute.startsWith(folder)
                ? folder.relativize(absolute).toString().replace('\\', '/')
                : absolute.toString();
    }

    private static String quoted(String text) {
        return text.matches("[^,;\"\\t]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
