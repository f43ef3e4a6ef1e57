// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import io.tonalyst.emotion.Emotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A user's folder with one subfolder a class. The corpus is called as the folder; who speaks is not
 * known, for neither deeper folders nor file names tell it reliably.
 */
final class ClassFolders {
    private static final int MAX_DEPTH = 8;

    private ClassFolders() {}

    /** Whether at least one direct subfolder is called as an emotion. */
    static boolean isOne(Path folder) throws CorpusException {
        return children(folder).stream()
                .anyMatch(f -> Files.isDirectory(f) && EmotionNames.parse(name(f)).isPresent());
    }

    /** Adds the clips of the folder; what is left out is told as problems. */
    static void read(Path folder, ClipCollector clips) throws CorpusException {
        Corpus corpus = Corpus.own(clips.newTitle(name(folder.toAbsolutePath().normalize())));
        int loose = 0;
        for (Path child : children(folder)) {
            if (Files.isDirectory(child)) {
                Optional<Emotion> emotion = EmotionNames.parse(name(child));
                if (emotion.isPresent()) {
                    readClass(folder, child, corpus, emotion.get(), clips);
                } else if (!name(child).startsWith(".")) {
                    clips.problems()
                            .add(
                                    "The folder %s is left out, because its name is no emotion; call it one of %s."
                                            .formatted(child, EmotionNames.accepted()));
                }
            } else if (SoundFiles.kind(child).filter(ClipKind.AUDIO::equals).isPresent()) {
                loose++;
            }
        }
        if (loose > 0) {
            clips.problems()
                    .add(
                            "%d sound files lie in %s itself and are left out; move them into the folder of their emotion."
                                    .formatted(loose, folder));
        }
    }

    private static void readClass(
            Path root, Path folder, Corpus corpus, Emotion emotion, ClipCollector clips)
            throws CorpusException {
        boolean any = false;
        for (Path file : filesBelow(folder)) {
            Optional<ClipKind> kind = SoundFiles.kind(file);
            if (kind.isEmpty()) {
                continue;
            }
            any = true;
            String place = ClipCollector.fitPlace(root.relativize(file).toString());
            String id = corpus.title() + "/" + place;
            clips.addOwn(
                    new Clip(
                            id,
                            corpus,
                            "",
                            emotion,
                            file,
                            kind.get(),
                            clips.recording(file, id),
                            ClipPart.WHOLE));
        }
        if (!any) {
            clips.problems().add("The folder " + folder + " holds no sound file.");
        }
    }

    private static List<Path> children(Path folder) throws CorpusException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new CorpusException("The folder " + folder + " cannot be read.", e);
        }
    }

    /** Plain files below a folder in order of their paths. */
    static List<Path> filesBelow(Path folder) throws CorpusException {
        try (Stream<Path> walk = Files.walk(folder, MAX_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new CorpusException("The folder " + folder + " cannot be read.", e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
