// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import io.tonalyst.reference.ReferenceSummary.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The same networks judged in three ways: what the published figures owe to copies of the test
 * recordings in training.
 *
 * @param rows by pipeline, then from the leaky protocol to the one by speaker; only those that were
 *     run
 */
public record LeakageTable(List<Row> rows) {
    public LeakageTable {
        rows = List.copyOf(rows);
    }

    /**
     * One pipeline under one protocol. Shares and figures are 0 to 1.
     *
     * @param network the size of the network and of the training in a few words
     * @param testRows judged, all folds together
     * @param siblingShare share of the test rows with another copy of their recording in training
     * @param speakerShare share of the test rows whose speaker is heard in training
     * @param uar mean recall over the classes
     * @param corpusAccuracy by title of the corpus
     * @param sentence what the figure says, for an analyst
     */
    public record Row(
            ReferencePipeline pipeline,
            ReferenceProtocol protocol,
            String network,
            int testRows,
            double siblingShare,
            double speakerShare,
            double accuracy,
            double uar,
            Map<String, Double> corpusAccuracy,
            String sentence) {}

    /**
     * Reads the table from the summaries of both pipelines; empty if there are none.
     *
     * @param models folder with {@code reference-features} and {@code reference-frames} in it
     * @throws IOException with one sentence, if a summary is damaged
     */
    public static LeakageTable read(Path models) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (ReferencePipeline pipeline : ReferencePipeline.values()) {
            Map<String, Outcome> outcomes =
                    ReferenceSummary.read(pipeline, models.resolve(pipeline.folder())).protocols();
            for (ReferenceProtocol protocol : ReferenceProtocol.values()) {
                Outcome outcome = outcomes.get(protocol.key());
                if (outcome != null) {
                    rows.add(row(pipeline, protocol, outcome));
                }
            }
        }
        return new LeakageTable(rows);
    }

    private static Row row(
            ReferencePipeline pipeline, ReferenceProtocol protocol, Outcome outcome) {
        return new Row(
                pipeline,
                protocol,
                network(outcome.recipe()),
                outcome.testRows(),
                outcome.siblingShare(),
                outcome.speakerShare(),
                outcome.accuracy(),
                outcome.uar(),
                outcome.corpusAccuracy(),
                sentence(protocol, outcome));
    }

    private static String network(ReferenceRecipe recipe) {
        String widths = String.join("-", recipe.widths().stream().map(String::valueOf).toList());
        return widths + " filters, " + recipe.epochs() + " epochs";
    }

    private static String sentence(ReferenceProtocol protocol, Outcome outcome) {
        return switch (protocol) {
            case LEAKY ->
                    String.format(
                            Locale.ROOT,
                            "%.1f %% of the test rows have a copy of their recording in training:"
                                    + " it is asked about recordings that it has learned.",
                            100 * outcome.siblingShare());
            case CLIP ->
                    String.format(
                            Locale.ROOT,
                            "The recordings are new, but %.1f %% of them are of voices that were"
                                    + " learned: it holds for callers known beforehand.",
                            100 * outcome.speakerShare());
            case SPEAKER ->
                    "Recordings and voices are new, as with any caller: the figure to go by.";
        };
    }
}
