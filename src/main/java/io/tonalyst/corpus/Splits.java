// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import io.tonalyst.corpus.Clip.Sex;
import io.tonalyst.emotion.Emotion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Splits clips into training, validation and test parts. The same clips and seed give the same
 * split. Clips of one recording stay on one side.
 */
public final class Splits {
    /** Folds of the speaker protocol. */
    public static final int SPEAKER_FOLDS = 4;

    private static final double TEST_SHARE = 0.25;
    private static final double VALIDATION_SHARE = 0.1;
    private static final double SHIPPED_VALIDATION_SHARE = 0.05;

    private static final double OWN_VALIDATION_SHARE = 0.2;
    private static final int MIN_OWN_SPEAKERS = 5;

    /** Only speaker groups of this size give speakers away for validation. */
    private static final int MIN_SPEAKERS_FOR_VALIDATION = 8;

    private Splits() {}

    /**
     * The clip protocol: a quarter of the clips of each corpus and emotion is the test part, a
     * tenth of the rest validation. A test speaker may be heard in training.
     */
    public static Fold byClip(List<Clip> clips, long seed) {
        Set<Clip> test = stratified(clips, TEST_SHARE, seed);
        List<Clip> rest = clips.stream().filter(c -> !test.contains(c)).toList();
        Set<Clip> validation = stratified(rest, VALIDATION_SHARE, seed + 1);
        return fold(0, clips, validation::contains, test::contains);
    }

    /**
     * The speaker protocol: four folds that share no test speaker, so that each clip is tested once
     * by a network that never heard its speaker. The speakers of a corpus are dealt out in random
     * order, men and women apart where the corpus tells; so one SAVEE speaker falls on each fold
     * and the two of TESS on the first two. Validation speakers are a tenth of the remaining ones
     * of CREMA-D and RAVDESS; the other corpora have too few to give away.
     *
     * @throws IllegalArgumentException with one sentence, if clips have no speaker
     */
    public static List<Fold> bySpeaker(List<Clip> clips, long seed) {
        requireSpeakers(clips);
        List<Set<String>> testSpeakers = new ArrayList<>();
        for (int i = 0; i < SPEAKER_FOLDS; i++) {
            testSpeakers.add(new HashSet<>());
        }
        for (List<String> group : speakerGroups(clips, seed)) {
            for (int i = 0; i < group.size(); i++) {
                testSpeakers.get(i % SPEAKER_FOLDS).add(group.get(i));
            }
        }
        List<Fold> folds = new ArrayList<>();
        for (int i = 0; i < SPEAKER_FOLDS; i++) {
            Set<String> test = testSpeakers.get(i);
            List<Clip> rest = clips.stream().filter(c -> !test.contains(c.speaker())).toList();
            Set<Clip> validation = validation(rest, VALIDATION_SHARE, seed + 1 + i);
            folds.add(fold(i, clips, validation::contains, c -> test.contains(c.speaker())));
        }
        return folds;
    }

    /**
     * The corpus protocol: each corpus is tested once by a network that learned from the others.
     * Validation as in the speaker protocol.
     *
     * @throws IllegalArgumentException with one sentence, if there is but one corpus
     */
    public static List<Fold> byCorpus(List<Clip> clips, long seed) {
        List<Corpus> corpora = Corpus.among(clips);
        if (corpora.size() < 2) {
            throw new IllegalArgumentException(
                    "The corpus protocol needs at least two corpora; give more folders.");
        }
        List<Fold> folds = new ArrayList<>();
        for (Corpus corpus : corpora) {
            List<Clip> rest = clips.stream().filter(c -> !c.corpus().equals(corpus)).toList();
            Set<Clip> validation = validation(rest, VALIDATION_SHARE, seed + 1);
            folds.add(
                    fold(
                            folds.size(),
                            clips,
                            validation::contains,
                            c -> c.corpus().equals(corpus)));
        }
        return folds;
    }

    /**
     * The split of the shipped model: no test part, and a twentieth of the speakers of CREMA-D and
     * RAVDESS for validation, so that its calibration holds for new speakers. Of a user's own clips
     * alone it is {@link #forOwn}.
     */
    public static Fold forShipping(List<Clip> clips, long seed) {
        if (clips.stream().noneMatch(c -> c.corpus().isPublished())) {
            return forOwn(clips, seed);
        }
        Set<Clip> validation = validation(clips, SHIPPED_VALIDATION_SHARE, seed + 1);
        return fold(0, clips, validation::contains, c -> false);
    }

    /**
     * The split for a model of a user's own clips: no test part, and for validation a fifth of the
     * speakers if all are known and there are at least five, else a fifth of the clips of each
     * emotion, in whole recordings.
     */
    public static Fold forOwn(List<Clip> clips, long seed) {
        List<String> speakers =
                new ArrayList<>(new TreeSet<>(clips.stream().map(Clip::speaker).toList()));
        if (speakers.size() < MIN_OWN_SPEAKERS || speakers.contains("")) {
            Set<Clip> validation = stratified(clips, OWN_VALIDATION_SHARE, seed + 1);
            return fold(0, clips, validation::contains, c -> false);
        }
        Collections.shuffle(speakers, new Random(seed + 1));
        int count = (int) Math.round(speakers.size() * OWN_VALIDATION_SHARE);
        Set<String> chosen = Set.copyOf(speakers.subList(0, count));
        return fold(0, clips, c -> chosen.contains(c.speaker()), c -> false);
    }

    private static Fold fold(
            int index, List<Clip> clips, Predicate<Clip> validation, Predicate<Clip> test) {
        List<Clip> train = new ArrayList<>();
        List<Clip> validated = new ArrayList<>();
        List<Clip> tested = new ArrayList<>();
        for (Clip clip : clips) {
            (test.test(clip) ? tested : validation.test(clip) ? validated : train).add(clip);
        }
        return new Fold(index, train, validated, tested);
    }

    private static void requireSpeakers(List<Clip> clips) {
        List<Clip> unknown = clips.stream().filter(c -> !c.hasSpeaker()).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "The speaker protocol needs to know who speaks, which is not known of "
                            + unknown.size()
                            + " of the "
                            + clips.size()
                            + " clips, such as "
                            + unknown.getFirst().id()
                            + "; name the speakers in a CSV with path,label,speaker or use the clip"
                            + " protocol.");
        }
    }

    /** Clips of whole speakers; a share of the clips of each kind where speakers are too few. */
    private static Set<Clip> validation(List<Clip> clips, double share, long seed) {
        Set<String> speakers = new HashSet<>();
        for (List<String> group : speakerGroups(clips, seed)) {
            if (group.size() >= MIN_SPEAKERS_FOR_VALIDATION) {
                int count = Math.max(1, (int) Math.round(group.size() * share));
                speakers.addAll(group.subList(0, count));
            }
        }
        if (speakers.isEmpty()) {
            return stratified(clips, share, seed);
        }
        Set<Clip> chosen = new HashSet<>(clips);
        chosen.removeIf(c -> !speakers.contains(c.speaker()));
        return chosen;
    }

    /** Known speakers by corpus and sex, each group in random order. */
    private static List<List<String>> speakerGroups(Collection<Clip> clips, long seed) {
        record Key(Corpus corpus, Sex sex) {}
        Map<Key, Set<String>> groups = new LinkedHashMap<>();
        for (Corpus corpus : Corpus.among(clips)) {
            for (Sex sex : Sex.values()) {
                groups.put(new Key(corpus, sex), new TreeSet<>());
            }
        }
        for (Clip clip : clips) {
            if (clip.hasSpeaker()) {
                groups.getOrDefault(new Key(clip.corpus(), clip.sex()), new TreeSet<>())
                        .add(clip.speaker());
            }
        }
        var random = new Random(seed);
        List<List<String>> shuffled = new ArrayList<>();
        for (Set<String> group : groups.values()) {
            List<String> speakers = new ArrayList<>(group);
            Collections.shuffle(speakers, random);
            shuffled.add(speakers);
        }
        return shuffled;
    }

    /**
     * The given share of the clips of each corpus and emotion, in whole recordings. A recording
     * with clips of several emotions counts for that of its first clip.
     */
    private static Set<Clip> stratified(List<Clip> clips, double share, long seed) {
        record Stratum(Corpus corpus, Emotion emotion) {}
        Map<Stratum, Map<String, List<Clip>>> strata = new LinkedHashMap<>();
        for (Corpus corpus : Corpus.among(clips)) {
            for (Emotion emotion : Emotion.ALL) {
                strata.put(new Stratum(corpus, emotion), new TreeMap<>());
            }
        }
        Map<String, List<Clip>> recordings = new TreeMap<>();
        clips.stream()
                .sorted(Comparator.comparing(Clip::id))
                .forEach(
                        clip ->
                                recordings
                                        .computeIfAbsent(clip.recording(), r -> new ArrayList<>())
                                        .add(clip));
        recordings.forEach(
                (name, parts) -> {
                    Clip first = parts.getFirst();
                    strata.getOrDefault(
                                    new Stratum(first.corpus(), first.emotion()), new TreeMap<>())
                            .put(name, parts);
                });
        var random = new Random(seed);
        Set<Clip> chosen = new HashSet<>();
        for (Map<String, List<Clip>> stratum : strata.values()) {
            List<List<Clip>> shuffled = new ArrayList<>(stratum.values());
            Collections.shuffle(shuffled, random);
            int total = shuffled.stream().mapToInt(List::size).sum();
            long wanted = Math.round(total * share);
            int taken = 0;
            for (List<Clip> recording : shuffled) {
                if (taken >= wanted) {
                    break;
                }
                chosen.addAll(recording);
                taken += recording.size();
            }
        }
        return chosen;
    }
}
