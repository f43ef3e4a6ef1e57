// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds clips. A source is a folder of published corpora in whatever layout, a user's folder with
 * one subfolder an emotion, a folder of log-mel images with its {@code clips.csv}, or a user's
 * table.
 */
public final class CorpusScanner {
    /**
     * Looks through sources. Where a published clip is found more than once (some downloads contain
     * a corpus twice), sound wins over an image, then the first path in order; of a user's clips
     * the last source wins. What cannot be used is left out and told in {@link
     * CorpusScan#problems()}.
     *
     * @throws CorpusException if a source is missing or unreadable, or no clip is found at all
     */
    public CorpusScan scan(List<Path> sources) throws CorpusException {
        var clips = new ClipCollector();
        for (Path source : sources) {
            read(source, clips);
        }
        if (clips.isEmpty()) {
            List<String> problems = clips.problems().described();
            throw new CorpusException(
                    problems.isEmpty()
                            ? "No clip of RAVDESS, CREMA-D, TESS or SAVEE was found in "
                                    + sources
                                    + "; name a folder that contains at least one of them, or a"
                                    + " folder of your own with one subfolder an emotion ("
                                    + EmotionNames.accepted()
                                    + ")."
                            : "No clip can be used of " + sources + ". " + problems.getFirst());
        }
        return clips.scan();
    }

    private static void read(Path source, ClipCollector clips) throws CorpusException {
        if (Files.isRegularFile(source)) {
            ClipTable.read(source, clips);
        } else if (!Files.isDirectory(source)) {
            throw new CorpusException("There is no corpus folder " + source + ".");
        } else if (ClipTable.isIn(source)) {
            ClipTable.read(source.resolve(ClipTable.INDEX), clips);
        } else if (ClassFolders.isOne(source)) {
            ClassFolders.read(source, clips);
        } else {
            readPublished(source, clips);
        }
    }

    private static void readPublished(Path folder, ClipCollector clips) throws CorpusException {
        for (Path file : ClassFolders.filesBelow(folder)) {
            Optional<Clip> clip = ClipNames.parse(file);
            if (clip.isPresent()) {
                clips.addPublished(clip.get());
            } else if (looksLikeSound(file)) {
                clips.addUnknown();
            }
        }
    }

    private static boolean looksLikeSound(Path file) {
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ClipNames.isAudio(ending);
    }
}
