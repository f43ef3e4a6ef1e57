// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.Corpus;
import io.tonalyst.corpus.CorpusScan;
import io.tonalyst.emotion.Emotion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found in sources of training data, told before anything is read or trained.
 *
 * @param clips to learn from and to validate with
 * @param classes clips an emotion, in order; only those with clips
 * @param corpora titles with their clips an emotion, in order
 * @param speakers how many different ones are known
 * @param clipsWithoutSpeaker clips of which it is not known who speaks
 * @param problems one sentence for each of the first folders, rows and files that are left out
 * @param problemCount number of all of them
 */
public record OwnData(
        int clips,
        Map<Emotion, Integer> classes,
        List<OfCorpus> corpora,
        int speakers,
        int clipsWithoutSpeaker,
        List<String> problems,
        long problemCount) {
    /** So few clips of an emotion that are learned from teach nothing about it. */
    private static final int FEW = 5;

    public OwnData {
        corpora = List.copyOf(corpora);
        problems = List.copyOf(problems);
    }

    /** The clips of one corpus. */
    public record OfCorpus(String title, int clips, Map<Emotion, Integer> classes) {}

    static OwnData of(CorpusScan scan) {
        List<Clip> clips = scan.clips();
        List<OfCorpus> corpora = new ArrayList<>();
        for (Corpus corpus : Corpus.among(clips)) {
            List<Clip> part = clips.stream().filter(c -> c.corpus().equals(corpus)).toList();
            corpora.add(new OfCorpus(corpus.title(), part.size(), classes(part)));
        }
        List<String> speakers = clips.stream().filter(Clip::hasSpeaker).map(Clip::speaker).toList();
        return new OwnData(
                clips.size(),
                classes(clips),
                corpora,
                (int) speakers.stream().distinct().count(),
                clips.size() - speakers.size(),
                scan.problems(),
                scan.problemCount());
    }

    /** Why no training can start with this, in one sentence; empty if it can. */
    public Optional<String> obstacle() {
        if (classes.size() < 2) {
            return Optional.of(
                    "All clips are labelled %s; a model needs clips of at least two emotions."
                            .formatted(classes.keySet().iterator().next().key()));
        }
        long enough = classes.values().stream().filter(n -> n >= FEW).count();
        if (enough < 2) {
            return Optional.of(
                    "There are fewer than %d clips of nearly every emotion; label more of them."
                            .formatted(FEW));
        }
        return Optional.empty();
    }

    /** What a person should know before the training starts, one sentence each. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        classes.forEach(
                (emotion, n) -> {
                    if (n < FEW) {
                        warnings.add(
                                "Of %s there are only %d clips, too few to learn or to judge it."
                                        .formatted(emotion.key(), n));
                    }
                });
        List<String> missing =
                Emotion.ALL.stream()
                        .filter(e -> !classes.containsKey(e))
                        .map(Emotion::key)
                        .toList();
        if (!missing.isEmpty()) {
            warnings.add(
                    "There are no clips of %s; the model will hardly ever tell them."
                            .formatted(String.join(", ", missing)));
        }
        if (clipsWithoutSpeaker > 0) {
            warnings.add(
                    "Of %d clips it is not known who speaks, so that voices heard in training are also validated on and the figures look better than for new voices."
                            .formatted(clipsWithoutSpeaker));
        }
        return warnings;
    }

    private static Map<Emotion, Integer> classes(List<Clip> clips) {
        Map<Emotion, Integer> classes = new EnumMap<>(Emotion.class);
        clips.forEach(clip -> classes.merge(clip.emotion(), 1, Integer::sum));
        return classes;
    }
}
