// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.corpus.CorpusSummary;
import io.tonalyst.corpus.CorpusSummary.OfClass;
import io.tonalyst.corpus.CorpusSummary.OfCorpus;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.ui.models.HistogramChart.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The charts and sentences of a summary of corpora. */
final class CorpusCharts {
    private CorpusCharts() {}

    /** The whole in a sentence. */
    static String sentence(CorpusSummary summary) {
        int images = summary.corpora().stream().mapToInt(OfCorpus::logMelClips).sum();
        String text =
                "%s clips of %s speakers in %d corpora, %s in all."
                        .formatted(
                                Format.count(summary.clips()),
                                Format.count(summary.speakers()),
                                summary.corpora().size(),
                                Format.duration(summary.seconds()));
        return images == 0
                ? text
                : text
                        + " %s of them are stored as log-mel images, which hold the first 3 s only."
                                .formatted(Format.count(images));
    }

    /** The speakers of a corpus by sex, in words. */
    static String voices(OfCorpus corpus) {
        List<String> parts = new ArrayList<>();
        for (String sex : List.of("female", "male", "unknown")) {
            long count = corpus.speakers().stream().filter(s -> s.sex().equals(sex)).count();
            if (count > 0) {
                parts.add(count + " " + (sex.equals("unknown") ? "of unknown sex" : sex));
            }
        }
        return parts.isEmpty() ? "unknown" : String.join(", ", parts);
    }

    /** Clips by corpus and emotion. */
    static MatrixChart clips(CorpusSummary summary) {
        int most =
                summary.corpora().stream()
                        .flatMap(c -> c.classes().stream())
                        .mapToInt(OfClass::clips)
                        .max()
                        .orElse(1);
        List<MatrixChart.Cell> cells = new ArrayList<>();
        for (OfCorpus corpus : summary.corpora()) {
            for (Emotion emotion : Emotion.ALL) {
                cells.add(cell(corpus, emotion, most));
            }
        }
        return new MatrixChart(
                "Clips by corpus and emotion",
                "corpus",
                "emotion, clips",
                summary.corpora().stream().map(OfCorpus::corpus).toList(),
                Emotion.ALL.stream().map(Emotion::title).toList(),
                cells,
                false);
    }

    private static MatrixChart.Cell cell(OfCorpus corpus, Emotion emotion, int most) {
        Optional<OfClass> found = find(corpus, emotion);
        if (found.isEmpty()) {
            return new MatrixChart.Cell(
                    0, "–", "%s has no clips acted %s.".formatted(corpus.corpus(), emotion.key()));
        }
        OfClass c = found.get();
        return new MatrixChart.Cell(
                (double) c.clips() / most,
                Format.count(c.clips()),
                "%s, %s: %s clips of %d speakers, %s in all, %s to %s, median %s."
                        .formatted(
                                corpus.corpus(),
                                emotion.key(),
                                Format.count(c.clips()),
                                c.speakers(),
                                Format.duration(c.durations().total()),
                                Format.seconds(c.durations().shortest()),
                                Format.seconds(c.durations().longest()),
                                Format.seconds(c.durations().median())));
    }

    private static Optional<OfClass> find(OfCorpus corpus, Emotion emotion) {
        return corpus.classes().stream().filter(c -> c.label().equals(emotion.key())).findFirst();
    }

    /** Durations, a histogram a corpus. */
    static HistogramChart byCorpus(CorpusSummary summary) {
        return new HistogramChart(
                "How long the clips are, by corpus",
                summary.binSeconds(),
                summary.corpora().stream()
                        .map(c -> new Panel(c.corpus(), c.durations().histogram()))
                        .toList());
    }

    /** Durations over all corpora, a histogram an emotion. */
    static HistogramChart byEmotion(CorpusSummary summary) {
        List<Panel> panels = new ArrayList<>();
        for (Emotion emotion : Emotion.ALL) {
            List<Integer> sum = new ArrayList<>();
            for (OfCorpus corpus : summary.corpora()) {
                find(corpus, emotion).ifPresent(c -> add(sum, c.durations().histogram()));
            }
            panels.add(new Panel(emotion.title(), sum));
        }
        return new HistogramChart(
                "How long the clips are, by emotion", summary.binSeconds(), panels);
    }

    private static void add(List<Integer> sum, List<Integer> counts) {
        for (int i = 0; i < counts.size(); i++) {
            if (i == sum.size()) {
                sum.add(0);
            }
            sum.set(i, sum.get(i) + counts.get(i));
        }
    }

    /** Durations in one corpus, a histogram an emotion. */
    static HistogramChart within(CorpusSummary summary, OfCorpus corpus) {
        List<Panel> panels = new ArrayList<>();
        for (Emotion emotion : Emotion.ALL) {
            find(corpus, emotion)
                    .ifPresent(
                            c -> panels.add(new Panel(emotion.title(), c.durations().histogram())));
        }
        return new HistogramChart(
                "How long the clips of " + corpus.corpus() + " are", summary.binSeconds(), panels);
    }
}
