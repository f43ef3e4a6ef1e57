// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.corpus.CorpusSummary;
import io.tonalyst.emotion.ModelManifest;
import io.tonalyst.training.RunLog;
import io.tonalyst.training.robustness.RobustnessReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the files of a model say of it; what is missing is empty.
 *
 * @param folder of the model
 * @param bytes size of all files the program needs to run it
 * @param evaluations by protocol: speaker, clip, corpus, then others
 * @param histories of the shipped training, its members, and runs under way
 * @param runs the log of all trainings
 * @param robustness what changed sound does, if that was tried
 * @param data summary of the corpora
 * @param card the model card
 * @param problems one sentence for each file that is there and could not be read
 */
record ModelReport(
        Path folder,
        ModelManifest manifest,
        long bytes,
        List<Evaluation> evaluations,
        List<TrainingHistory> histories,
        RunLog.Contents runs,
        Optional<RobustnessReport> robustness,
        Optional<CorpusSummary> data,
        CardText card,
        List<String> problems) {
    ModelReport {
        evaluations = List.copyOf(evaluations);
        histories = List.copyOf(histories);
        problems = List.copyOf(problems);
    }

    String name() {
        return manifest.name();
    }

    /** The evaluation that says what to expect of the model: by speaker, else the first honest. */
    Optional<Evaluation> expected() {
        return evaluations.stream().filter(e -> !e.isLeaky()).findFirst();
    }
}
