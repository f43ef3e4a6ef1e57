// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import io.tonalyst.emotion.Emotion;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns the rows of one table into clips. */
final class ClipRowParser {
    /** A shorter part holds no utterance, in seconds. */
    private static final double SHORTEST = 0.1;

    private static final int MAX_CHANNEL = 63;

    private final Path folder;
    private final ClipColumns columns;
    private final boolean decimalComma;
    private final ClipCollector clips;
    private final String title;

    ClipRowParser(Path file, ClipColumns columns, char delimiter, ClipCollector clips) {
        Path absolute = file.toAbsolutePath().normalize();
        this.folder = absolute.resolveSibling("");
        this.columns = columns;
        this.decimalComma = delimiter != ',';
        this.clips = clips;
        this.title = clips.newTitle(titleOf(absolute));
    }

    /** A table is called as its file, the index of a folder of images as the folder. */
    private static String titleOf(Path file) {
        String name = String.valueOf(file.getFileName());
        Path parent = file.getParent();
        if (name.equals(ClipTable.INDEX) && parent != null && parent.getFileName() != null) {
            return parent.getFileName().toString();
        }
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /**
     * Adds the clip of a row.
     *
     * @throws RowException if it cannot be used
     */
    void take(List<String> fields) throws RowException {
        if (fields.size() != columns.size()) {
            throw new RowException(
                    "it has %d fields where the first line names %d"
                            .formatted(fields.size(), columns.size()));
        }
        String label = columns.of(fields, ClipColumns.LABEL);
        Optional<Emotion> emotion = EmotionNames.parse(label);
        if (emotion.isEmpty()) {
            throw new RowException(
                    "the label \"%s\" is none of %s"
                            .formatted(ClipColumns.quote(label), EmotionNames.accepted()));
        }
        String named = ClipCollector.fit(columns.of(fields, ClipColumns.CORPUS));
        Corpus corpus = Corpus.named(named.isEmpty() ? title : named);
        String speaker = speaker(corpus, columns.of(fields, ClipColumns.SPEAKER));
        if (columns.has(ClipColumns.PATH)) {
            sound(fields, corpus, speaker, emotion.get());
        } else {
            image(fields, corpus, speaker, emotion.get());
        }
    }

    private void sound(List<String> fields, Corpus corpus, String speaker, Emotion emotion)
            throws RowException {
        String text = columns.of(fields, ClipColumns.PATH);
        Path file = file(text, text);
        Optional<ClipKind> kind = SoundFiles.kind(file);
        if (kind.isEmpty()) {
            throw new RowException(
                    "%s is not called as a sound file".formatted(ClipColumns.quote(text)));
        }
        ClipPart part = part(fields);
        if (kind.get() == ClipKind.LOG_MEL && !part.isWhole()) {
            throw new RowException("start, end and channel are for sound, not for an image");
        }
        String place = file.startsWith(folder) ? folder.relativize(file).toString() : name(file);
        String recording = corpus.title() + "/" + ClipCollector.fitPlace(place);
        clips.addOwn(
                new Clip(
                        recording + part.suffix(),
                        corpus,
                        speaker,
                        emotion,
                        file,
                        kind.get(),
                        clips.recording(file, recording),
                        part));
    }

    private void image(List<String> fields, Corpus corpus, String speaker, Emotion emotion)
            throws RowException {
        String text = columns.of(fields, ClipColumns.CLIP);
        String id =
                ClipCollector.fitPlace(
                        text.endsWith(".png") ? text.substring(0, text.length() - 4) : text);
        if (id.isEmpty()) {
            throw new RowException("the clip has no name");
        }
        Path file = file(id + ".png", text);
        String recording = ClipCollector.fitPlace(columns.of(fields, ClipColumns.RECORDING));
        var clip =
                new Clip(
                        id,
                        corpus,
                        speaker,
                        emotion,
                        file,
                        ClipKind.LOG_MEL,
                        clips.recording(file, recording.isEmpty() ? id : recording),
                        ClipPart.WHOLE);
        if (corpus.isPublished() && ClipNames.isPublished(id)) {
            clips.addPublished(clip);
        } else {
            clips.addOwn(clip);
        }
    }

    private Path file(String place, String shown) throws RowException {
        if (place.isEmpty()) {
            throw new RowException("it names no file");
        }
        try {
            Path file = folder.resolve(place).normalize();
            if (!Files.isRegularFile(file)) {
                throw new RowException(
                        "there is no file for %s".formatted(ClipColumns.quote(shown)));
            }
            return file;
        } catch (InvalidPathException e) {
            throw new RowException("%s is no path".formatted(ClipColumns.quote(shown)));
        }
    }

    private ClipPart part(List<String> fields) throws RowException {
        String from = columns.of(fields, ClipColumns.START);
        String to = columns.of(fields, ClipColumns.END);
        double start = from.isEmpty() ? 0 : seconds(from);
        double end = to.isEmpty() ? Double.POSITIVE_INFINITY : seconds(to);
        if (!(end - start >= SHORTEST)) {
            throw new RowException(
                    "the part from %s to %s s is shorter than %s s"
                            .formatted(ClipColumns.quote(from), ClipColumns.quote(to), SHORTEST));
        }
        return new ClipPart(start, end, channel(columns.of(fields, ClipColumns.CHANNEL)));
    }

    private double seconds(String text) throws RowException {
        try {
            double value = Double.parseDouble(decimalComma ? text.replace(',', '.') : text);
            if (value >= 0 && value <= 1e6) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw notSeconds(text);
        }
        throw notSeconds(text);
    }

    private static RowException notSeconds(String text) {
        return new RowException(
                "\"%s\" is no number of seconds, 0 or more".formatted(ClipColumns.quote(text)));
    }

    private static OptionalInt channel(String text) throws RowException {
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.matches("\\d{1,2}") || Integer.parseInt(text) > MAX_CHANNEL) {
            throw new RowException(
                    "the channel \"%s\" is no number; 0 is the first (left)"
                            .formatted(ClipColumns.quote(text)));
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    /** Speakers of different corpora are told apart by the name of the corpus before theirs. */
    private static String speaker(Corpus corpus, String text) {
        String name = ClipCollector.fit(text);
        String prefix = corpus.title() + "-";
        return name.isEmpty() || name.startsWith(prefix) ? name : prefix + name;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
