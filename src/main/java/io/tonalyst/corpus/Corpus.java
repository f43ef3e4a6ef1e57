// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import io.tonalyst.emotion.Emotion;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Clips that were recorded and labelled together: one of the four published corpora of acted
 * English speech, or a user's own under a name of its own.
 *
 * @param title its usual name, as in files and tables, such as {@code CREMA-D}
 * @param licence of the recordings, in a few words
 * @param emotions those it can contain
 */
public record Corpus(String title, String licence, Set<Emotion> emotions)
        implements Comparable<Corpus> {
    /** Livingstone and Russo 2018; 24 professional actors. */
    public static final Corpus RAVDESS =
            new Corpus("RAVDESS", "CC BY-NC-SA 4.0", EnumSet.allOf(Emotion.class));

    /** Cao et al. 2014; 91 actors, crowd-sourced. */
    public static final Corpus CREMA_D =
            new Corpus(
                    "CREMA-D",
                    "ODbL 1.0",
                    EnumSet.complementOf(EnumSet.of(Emotion.CALM, Emotion.SURPRISE)));

    /** Pichora-Fuller and Dupuis 2020; two actresses, 200 words. */
    public static final Corpus TESS =
            new Corpus("TESS", "CC BY-NC-ND 4.0", EnumSet.complementOf(EnumSet.of(Emotion.CALM)));

    /** Haq and Jackson 2009; four men. */
    public static final Corpus SAVEE =
            new Corpus(
                    "SAVEE",
                    "research only, by registration",
                    EnumSet.complementOf(EnumSet.of(Emotion.CALM)));

    /** The four published corpora, in the order of tables. */
    public static final List<Corpus> PUBLISHED = List.of(RAVDESS, CREMA_D, TESS, SAVEE);

    private static final String OWN_LICENCE = "own recordings";

    public Corpus {
        emotions = Set.copyOf(emotions);
    }

    /** A user's corpus, which may contain any of the emotions. */
    public static Corpus own(String title) {
        return new Corpus(title, OWN_LICENCE, EnumSet.allOf(Emotion.class));
    }

    /** The published corpus with this title, or else a user's own. */
    public static Corpus named(String title) {
        return PUBLISHED.stream()
                .filter(corpus -> corpus.title.equals(title))
                .findFirst()
                .orElseGet(() -> own(title));
    }

    /** The corpora the clips belong to, in order. */
    public static List<Corpus> among(Collection<Clip> clips) {
        return clips.stream().map(Clip::corpus).distinct().sorted().toList();
    }

    /** Whether it is one of the four published corpora. */
    public boolean isPublished() {
        return PUBLISHED.contains(this);
    }

    /** The published corpora come first, in the order of tables; then others by title. */
    @Override
    public int compareTo(Corpus other) {
        int byRank = Integer.compare(rank(), other.rank());
        return byRank != 0 ? byRank : title.compareTo(other.title);
    }

    private int rank() {
        int place = PUBLISHED.indexOf(this);
        return place < 0 ? PUBLISHED.size() : place;
    }

    /** Its title. */
    @Override
    public String toString() {
        return title;
    }
}
