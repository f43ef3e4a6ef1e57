// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the clips of the four corpora below folders, in whatever layout. */
public final class CorpusScanner {
    /** The deepest published layout has four levels. */
    private static final int MAX_DEPTH = 8;

    /**
     * Looks through folders, each a corpus or the parent of several. Where a clip is found more
     * than once (some downloads contain a corpus twice), sound wins over an image, then the first
     * path in order.
     *
     * @throws CorpusException if a folder is missing or unreadable, or no clip is found at all
     */
    public CorpusScan scan(List<Path> folders) throws CorpusException {
        Map<String, Clip> byId = new TreeMap<>();
        int unknown = 0;
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                Optional<Clip> clip = ClipNames.parse(file);
                if (clip.isPresent()) {
                    byId.merge(clip.get().id(), clip.get(), CorpusScanner::better);
                } else if (looksLikeSound(file)) {
                    unknown++;
                }
            }
        }
        if (byId.isEmpty()) {
            throw new CorpusException(
                    "No clip of RAVDESS, CREMA-D, TESS or SAVEE was found in "
                            + folders
                            + "; name a folder that contains at least one of them.");
        }
        return new CorpusScan(new ArrayList<>(byId.values()), unknown);
    }

    private static Clip better(Clip first, Clip second) {
        return first.kind() == ClipKind.LOG_MEL && second.kind() == ClipKind.AUDIO ? second : first;
    }

    private static List<Path> files(Path folder) throws CorpusException {
        if (!Files.isDirectory(folder)) {
            throw new CorpusException("There is no corpus folder " + folder + ".");
        }
        try (Stream<Path> walk = Files.walk(folder, MAX_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new CorpusException("The corpus folder " + folder + " cannot be read.", e);
        }
    }

    private static boolean looksLikeSound(Path file) {
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ClipNames.isAudio(ending);
    }
}
