// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import java.util.List;

/**
 * What corpora hold, in numbers; no sound.
 *
 * @param binSeconds width of the bins of all histograms; the last bin also counts longer clips
 * @param corpora those with clips
 * @param unknown sound files whose names belong to none of the corpora
 * @param problems one sentence for each folder, row or clip that could not be read; these are not
 *     counted
 */
public record CorpusSummary(
        double binSeconds, List<OfCorpus> corpora, int unknown, List<String> problems) {
    public CorpusSummary {
        corpora = List.copyOf(corpora);
        problems = List.copyOf(problems);
    }

    /**
     * One corpus.
     *
     * @param corpus its title
     * @param licence of its recordings, in a few words
     * @param logMelClips how many of the clips are log-mel images, which hold the first 3 s
     * @param classes in the order of the emotions; only those with clips
     * @param speakers that are known, in order of their names
     */
    public record OfCorpus(
            String corpus,
            String licence,
            int clips,
            int logMelClips,
            Durations durations,
            List<OfClass> classes,
            List<OfSpeaker> speakers) {
        public OfCorpus {
            classes = List.copyOf(classes);
            speakers = List.copyOf(speakers);
        }
    }

    /**
     * The clips of one emotion in a corpus.
     *
     * @param label key of the emotion
     */
    public record OfClass(String label, int clips, int speakers, Durations durations) {}

    /**
     * The clips of one speaker.
     *
     * @param sex {@code female}, {@code male} or {@code unknown}
     */
    public record OfSpeaker(String speaker, String sex, int clips, double seconds) {}

    /**
     * Lengths of clips in seconds.
     *
     * @param total of all clips
     * @param histogram clips a bin; bin 0 begins at 0 s
     */
    public record Durations(
            double total, double shortest, double median, double longest, List<Integer> histogram) {
        public Durations {
            histogram = List.copyOf(histogram);
        }
    }

    /** Clips of all corpora. */
    public int clips() {
        return corpora.stream().mapToInt(OfCorpus::clips).sum();
    }

    /** Speakers of all corpora. */
    public int speakers() {
        return corpora.stream().mapToInt(c -> c.speakers().size()).sum();
    }

    /** Length of all clips in seconds. */
    public double seconds() {
        return corpora.stream().mapToDouble(c -> c.durations().total()).sum();
    }
}
