// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.training.Confidence;
import io.tonalyst.training.Figures;
import io.tonalyst.training.Reliability;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of a model under one protocol.
 *
 * @param key of the protocol, such as {@code speaker}
 * @param overall all folds or seeds together
 * @param corpora one a corpus, in the order of the file
 * @param folds one a fold or seed, in order
 * @param confidence calibration and coverage, where the file has them
 * @param reliability by name of the part: all clips first, then the corpora; empty where the rows
 *     are missing
 */
record Evaluation(
        String key,
        Part overall,
        List<Part> corpora,
        List<Part> folds,
        Optional<Confidence> confidence,
        Map<String, Reliability> reliability) {
    Evaluation {
        corpora = List.copyOf(corpora);
        folds = List.copyOf(folds);
    }

    /** Figures of some of the clips, under a name for people. */
    record Part(String name, Figures figures) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Name of the protocol on screen. */
    String title() {
        return title(key);
    }

    static String title(String key) {
        return switch (key) {
            case "leaky" -> "Leaky split";
            case "" -> "";
            default -> Character.toUpperCase(key.charAt(0)) + key.substring(1) + " protocol";
        };
    }

    /** What the protocol asks of the model, for an analyst. */
    String explanation() {
        return switch (key) {
            case "clip" ->
                    "A quarter of the clips is tested; no copy of them was learned from, but their"
                            + " speakers were heard in training. Callers are new voices, so expect"
                            + " less than this.";
            case "speaker" ->
                    "No speaker of a tested clip was heard in training; each clip is tested once."
                            + " This is what to expect of new voices that act as these actors do.";
            case "corpus" ->
                    "Trained on all corpora but one and tested on that one: other actors, rooms,"
                            + " microphones and sentences. The hardest and most telling test.";
            case "leaky" ->
                    "Copies of the tested recordings were learned from. This split is wrong and"
                            + " stands here only to show what it does to the figures.";
            default -> "";
        };
    }

    /** Whether the figures must not be taken for the quality of the model. */
    boolean isLeaky() {
        return key.equals("leaky");
    }

    /** What the entries of {@link #folds} are. */
    String foldWord() {
        return switch (key) {
            case "clip" -> "Seed";
            case "corpus" -> "Corpus tested";
            default -> "Fold";
        };
    }
}
