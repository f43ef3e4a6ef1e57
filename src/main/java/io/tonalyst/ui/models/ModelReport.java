// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import java.util.List;

/**
 * What the files of a model say of it.
 *
 * @param name of the model
 * @param facts name and value pairs from its manifest, in order
 * @param history one entry an epoch
 * @param protocols evaluations found, in order of name
 * @param card text of the model card, Markdown; empty when there is none
 */
record ModelReport(
        String name, List<Fact> facts, List<Epoch> history, List<Protocol> protocols, String card) {
    ModelReport {
        facts = List.copyOf(facts);
        history = List.copyOf(history);
        protocols = List.copyOf(protocols);
    }

    /** One line of the description. */
    record Fact(String name, String value) {}

    /**
     * One epoch of the training.
     *
     * @param learningRate of its last step
     */
    record Epoch(
            int number,
            double trainLoss,
            double trainAccuracy,
            double validationLoss,
            double validationAccuracy,
            double learningRate) {}

    /**
     * One evaluation.
     *
     * @param name such as {@code clip}
     * @param figures headline figures in order
     * @param corpora one row a corpus
     * @param classes one row an emotion
     * @param confusion clips by label (row) and prediction (column), in the order of the emotions
     */
    record Protocol(
            String name,
            List<Fact> figures,
            List<CorpusRow> corpora,
            List<ClassRow> classes,
            int[][] confusion) {}

    /** Figures of one corpus; rates 0 to 1. */
    record CorpusRow(String corpus, int clips, double accuracy, double uar) {}

    /** Figures of one emotion; rates 0 to 1. */
    record ClassRow(String emotion, double precision, double recall, double f1, int clips) {}
}
