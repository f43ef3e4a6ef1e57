// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import io.tonalyst.emotion.Emotion;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The names under which users' folders and tables know the emotions. Only letters count: case,
 * blanks, dashes, underscores and numbers make no difference, so that {@code 05_Angry} is angry.
 */
public final class EmotionNames {
    private static final Map<Emotion, List<String>> SYNONYMS =
            Map.of(
                    Emotion.NEUTRAL, List.of("neutral", "neu"),
                    Emotion.CALM, List.of("calm", "calmness", "cal"),
                    Emotion.HAPPY, List.of("happy", "happiness", "joy", "joyful", "hap"),
                    Emotion.SAD, List.of("sad", "sadness"),
                    Emotion.ANGRY, List.of("angry", "anger", "ang"),
                    Emotion.FEAR, List.of("fear", "fearful", "afraid", "fea"),
                    Emotion.DISGUST, List.of("disgust", "disgusted", "dis"),
                    Emotion.SURPRISE,
                            List.of(
                                    "surprise",
                                    "surprised",
                                    "pleasant surprise",
                                    "pleasant surprised",
                                    "pleasantly surprised",
                                    "ps",
                                    "sur"));

    private static final Map<String, Emotion> BY_LETTERS = byLetters();

    private EmotionNames() {}

    /** The emotion a name stands for; empty if it is none of the accepted ones. */
    public static Optional<Emotion> parse(String name) {
        return Optional.ofNullable(BY_LETTERS.get(letters(name)));
    }

    /** All accepted names of an emotion, the usual one first. */
    public static List<String> of(Emotion emotion) {
        return SYNONYMS.getOrDefault(emotion, List.of());
    }

    /** The eight usual names, for a sentence. */
    public static String accepted() {
        return Emotion.ALL.stream().map(Emotion::key).collect(Collectors.joining(", "));
    }

    private static Map<String, Emotion> byLetters() {
        Map<String, Emotion> map = new HashMap<>();
        SYNONYMS.forEach((emotion, names) -> names.forEach(n -> map.put(letters(n), emotion)));
        return Map.copyOf(map);
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }
}
