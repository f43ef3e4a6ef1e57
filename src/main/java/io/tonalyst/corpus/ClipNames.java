// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import io.tonalyst.emotion.Emotion;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells corpus, speaker and emotion of a clip from its file name. The naming schemes of the four
 * corpora do not overlap, so that the folder layout does not matter.
 */
final class ClipNames {
    private static final Set<String> AUDIO_ENDINGS =
            Set.of("wav", "flac", "aif", "aiff", "ogg", "opus", "mp3", "m4a");

    /** Modality 03 = audio only, channel 01 = speech (02 = song, not used). */
    private static final Pattern RAVDESS =
            Pattern.compile("03-01-(0[1-8])-\\d\\d-\\d\\d-\\d\\d-(\\d\\d)");

    /** One published name ends in a single X: {@code 1040_ITH_SAD_X}. */
    private static final Pattern CREMA_D =
            Pattern.compile("(\\d{4})_[A-Z]{3}_(ANG|DIS|FEA|HAP|NEU|SAD)_(?:XX?|LO|MD|HI)");

    /** One published name lacks a letter: {@code OA_bite_neutral}. */
    private static final Pattern TESS =
            Pattern.compile(
                    "(OA|YA)F?_[a-z]+_(angry|disgust|fear|happy|neutral|ps|sad)",
                    Pattern.CASE_INSENSITIVE);

    /** The two-letter codes come first: {@code sa} is not an {@code s} or an {@code a}. */
    private static final Pattern SAVEE = Pattern.compile("(DC|JE|JK|KL)_(sa|su|a|d|f|h|n)(\\d\\d)");

    private static final Pattern SAVEE_IN_FOLDER = Pattern.compile("(?:sa|su|a|d|f|h|n)\\d\\d");

    private static final Map<String, Emotion> CREMA_D_EMOTIONS =
            Map.of(
                    "ANG", Emotion.ANGRY,
                    "DIS", Emotion.DISGUST,
                    "FEA", Emotion.FEAR,
                    "HAP", Emotion.HAPPY,
                    "NEU", Emotion.NEUTRAL,
                    "SAD", Emotion.SAD);

    private static final Map<String, Emotion> TESS_EMOTIONS =
            Map.of(
                    "angry", Emotion.ANGRY,
                    "disgust", Emotion.DISGUST,
                    "fear", Emotion.FEAR,
                    "happy", Emotion.HAPPY,
                    "neutral", Emotion.NEUTRAL,
                    "ps", Emotion.SURPRISE,
                    "sad", Emotion.SAD);

    private static final Map<String, Emotion> SAVEE_EMOTIONS =
            Map.of(
                    "a", Emotion.ANGRY,
                    "d", Emotion.DISGUST,
                    "f", Emotion.FEAR,
                    "h", Emotion.HAPPY,
                    "n", Emotion.NEUTRAL,
                    "sa", Emotion.SAD,
                    "su", Emotion.SURPRISE);

    private ClipNames() {}

    /** The clip a file holds; empty if it is not named as a clip of one of the corpora. */
    static Optional<Clip> parse(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        if (dot <= 0) {
            return Optional.empty();
        }
        String stem = name.substring(0, dot);
        String ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (ending.equals("png")) {
            return cremaD(stem, file, ClipKind.LOG_MEL);
        }
        if (!isAudio(ending)) {
            return Optional.empty();
        }
        return ravdess(stem, file)
                .or(() -> cremaD(stem, file, ClipKind.AUDIO))
                .or(() -> tess(stem, file))
                .or(() -> savee(stem, file));
    }

    /** Whether a clip of one of the corpora has this id. */
    static boolean isPublished(String id) {
        return parse(Path.of(id + ".wav")).filter(clip -> clip.id().equals(id)).isPresent();
    }

    static boolean isAudio(String ending) {
        return AUDIO_ENDINGS.contains(ending);
    }

    private static Optional<Clip> ravdess(String stem, Path file) {
        Matcher m = RAVDESS.matcher(stem);
        if (!m.matches()) {
            return Optional.empty();
        }
        Emotion emotion = Emotion.ALL.get(Integer.parseInt(m.group(1)) - 1);
        return Optional.of(
                new Clip(
                        stem,
                        Corpus.RAVDESS,
                        "RAVDESS-" + m.group(2),
                        emotion,
                        file,
                        ClipKind.AUDIO));
    }

    private static Optional<Clip> cremaD(String stem, Path file, ClipKind kind) {
        Matcher m = CREMA_D.matcher(stem);
        if (!m.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new Clip(
                        stem,
                        Corpus.CREMA_D,
                        "CREMA-D-" + m.group(1),
                        emotion(CREMA_D_EMOTIONS, m.group(2)),
                        file,
                        kind));
    }

    private static Optional<Clip> tess(String stem, Path file) {
        Matcher m = TESS.matcher(stem);
        if (!m.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new Clip(
                        stem,
                        Corpus.TESS,
                        "TESS-" + m.group(1).toUpperCase(Locale.ROOT) + "F",
                        emotion(TESS_EMOTIONS, m.group(2).toLowerCase(Locale.ROOT)),
                        file,
                        ClipKind.AUDIO));
    }

    private static Optional<Clip> savee(String stem, Path file) {
        String id = SAVEE_IN_FOLDER.matcher(stem).matches() ? folderName(file) + "_" + stem : stem;
        Matcher m = SAVEE.matcher(id);
        if (!m.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new Clip(
                        id,
                        Corpus.SAVEE,
                        "SAVEE-" + m.group(1),
                        emotion(SAVEE_EMOTIONS, m.group(2)),
                        file,
                        ClipKind.AUDIO));
    }

    private static String folderName(Path file) {
        Path folder = file.getParent();
        return folder == null ? "" : String.valueOf(folder.getFileName());
    }

    /** The pattern lets only known codes through. */
    private static Emotion emotion(Map<String, Emotion> codes, String code) {
        return Objects.requireNonNull(codes.get(code), code);
    }
}
