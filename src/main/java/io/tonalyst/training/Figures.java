// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.corpus.Corpus;
import io.tonalyst.emotion.Emotion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How well clips were told apart.
 *
 * @param accuracy share told right
 * @param uar unweighted average recall: mean recall over the classes that have clips
 * @param macroF1 mean F1 over the classes that have clips
 * @param classes by key; only those with clips
 * @param confusion rows what was acted, columns what was told, counts, in the order of {@link
 *     Emotion}
 */
public record Figures(
        int clips,
        double accuracy,
        double uar,
        double macroF1,
        Map<String, OfClass> classes,
        int[][] confusion) {

    /**
     * One class. Precision and F1 are 0 where nothing was told as this class.
     *
     * @param clips acted as it
     */
    public record OfClass(int clips, double precision, double recall, double f1) {}

    /**
     * The figures of scored clips.
     *
     * @param scored at least one
     */
    public static Figures of(List<ScoredClip> scored) {
        int n = Emotion.ALL.size();
        int[][] confusion = new int[n][n];
        for (ScoredClip clip : scored) {
            confusion[clip.label().ordinal()][clip.top()]++;
        }
        Map<String, OfClass> classes = new LinkedHashMap<>();
        int right = 0;
        for (int k = 0; k < n; k++) {
            right += confusion[k][k];
            OfClass figures = ofClass(confusion, k);
            if (figures.clips() > 0) {
                classes.put(Emotion.ALL.get(k).key(), figures);
            }
        }
        return new Figures(
                scored.size(),
                (double) right / scored.size(),
                classes.values().stream().mapToDouble(OfClass::recall).average().orElse(0),
                classes.values().stream().mapToDouble(OfClass::f1).average().orElse(0),
                classes,
                confusion);
    }

    /** The figures of each corpus, by title: the published ones first, then others by title. */
    public static Map<String, Figures> byCorpus(List<ScoredClip> scored) {
        Set<String> present = new TreeSet<>();
        scored.forEach(clip -> present.add(clip.corpus()));
        List<String> ordered = new ArrayList<>();
        for (Corpus corpus : Corpus.PUBLISHED) {
            if (present.remove(corpus.title())) {
                ordered.add(corpus.title());
            }
        }
        ordered.addAll(present);
        Map<String, Figures> corpora = new LinkedHashMap<>();
        for (String corpus : ordered) {
            corpora.put(
                    corpus, of(scored.stream().filter(c -> c.corpus().equals(corpus)).toList()));
        }
        return corpora;
    }

    private static OfClass ofClass(int[][] confusion, int k) {
        int acted = 0;
        int told = 0;
        for (int j = 0; j < confusion.length; j++) {
            acted += confusion[k][j];
            told += confusion[j][k];
        }
        double precision = told == 0 ? 0 : (double) confusion[k][k] / told;
        double recall = acted == 0 ? 0 : (double) confusion[k][k] / acted;
        double sum = precision + recall;
        return new OfClass(acted, precision, recall, sum == 0 ? 0 : 2 * precision * recall / sum);
    }
}
