// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.corpus.Corpus;
import io.tonalyst.emotion.ModelManifest;
import io.tonalyst.training.robustness.RobustnessReport;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes {@code MODEL-CARD.md} from the manifest and the evaluation files of a model; no figure in
 * it is typed by hand.
 */
final class ModelCard {
    private final StringBuilder text = new StringBuilder();
    private final ModelFolder folder;
    private final ModelManifest manifest;

    private ModelCard(ModelFolder folder, ModelManifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /** Writes the card anew and seals the manifest; does nothing where no model was shipped yet. */
    static void refresh(ModelFolder folder) throws IOException {
        if (!folder.hasModel()) {
            return;
        }
        var card = new ModelCard(folder, folder.manifest());
        WholeFile.write(folder.path().resolve(ModelFolder.CARD), card.write());
        folder.seal();
    }

    private String write() throws IOException {
        var training =
                JsonMapper.builder()
                        .build()
                        .treeToValue(manifest.training(), ModelFolder.Training.class);
        line("# Model card: %s", manifest.name());
        line("");
        line("Written by `tonalyst train` and `tonalyst evaluate` from the files beside it.");
        line("");
        purpose();
        network(training);
        data(training);
        line("## How well it does");
        line("");
        line("Accuracy is the share of clips told right among eight emotions. UAR is the mean");
        line("recall over the emotions, which a frequent emotion cannot lift.");
        line("");
        for (Protocol protocol : Protocol.values()) {
            var files = new EvaluationFiles(folder.evaluation(), protocol);
            if (files.exist()) {
                protocol(protocol, files.readReport());
            }
        }
        Optional<RobustnessReport> robustness = RobustnessRun.read(folder);
        if (robustness.isPresent()) {
            robustness(robustness.get());
        }
        limits(training);
        return text.toString();
    }

    private void purpose() {
        line("## What it is for");
        line("");
        line("It tells which of eight emotions an English utterance of up to 3 s sounds like:");
        line("%s.", String.join(", ", manifest.labels()));
        line("It recognises **acted expression, not what a caller feels**. Use it to find places");
        line("in recordings worth listening to. It must not be used for decisions about people:");
        line("not to rate, pay, hire, discipline or dismiss agents, not to score customers, not");
        line("to detect lies, illness or intent.");
        line("");
    }

    private void network(ModelFolder.Training training) throws IOException {
        Recipe recipe = training.recipe();
        line("## The network");
        line("");
        line(
                "Residual 2-D convolution net on log-mel images (%d bands x %d frames of %.0f ms),",
                manifest.input().bands(),
                manifest.input().frames(),
                1000.0 * manifest.input().hop() / manifest.input().sampleRate());
        line(
                "%s size with %,d learned values in all, %,d bytes on disk as plain weights.",
                recipe.network(), training.parameters(), bytes(manifest.networks()));
        line(
                "%s Trained for %d epochs with seed %d on %,d clips; epoch %s was kept, chosen with",
                together(recipe),
                recipe.epochs(),
                recipe.seed(),
                training.clips(),
                training.keptEpochs().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(" and ")));
        line(
                "temperature %.3f and abstain threshold %.3f on %s.",
                manifest.temperature(), manifest.abstainBelow(), training.validatedOn());
        List<String> telephone = manifest.telephoneNetworks();
        if (!telephone.isEmpty()) {
            line(
                    "Sound with nothing above 4.3 kHz is told by other networks (%d, %,d bytes), which",
                    telephone.size(), bytes(telephone));
            line("went on from these with the clips as telephones code them.");
        }
        line("");
    }

    private static String together(Recipe recipe) {
        if (recipe.members() == 1) {
            return "One network.";
        }
        return recipe.members()
                + " networks that predict together, "
                + (recipe.wholeMembers() == 0
                        ? "all with blanked stripes in their images."
                        : recipe.wholeMembers()
                                + " of them without blanked stripes in their images.");
    }

    private long bytes(List<String> networks) throws IOException {
        long sum = 0;
        for (String network : networks) {
            sum += Files.size(folder.path().resolve(network));
        }
        return sum;
    }

    private void data(ModelFolder.Training training) throws IOException {
        line("## Data");
        line("");
        if (training.from() != null) {
            line(
                    "It went on from the weights of the model %s, whose terms hold for it too:",
                    training.from());
            line("research and non-commercial use if that was trained on the published corpora.");
            line("");
        }
        if (training.corpora() != null) {
            learned(training.corpora());
            return;
        }
        line("Acted English speech. Taken together, the licences of the recordings allow research");
        line("and non-commercial use only; the same holds for this model.");
        line("");
        line("| corpus | licence | clips |");
        line("|---|---|---|");
        var files = new EvaluationFiles(folder.evaluation(), Protocol.SPEAKER);
        Map<String, Figures> tested = files.exist() ? files.readReport().corpora() : Map.of();
        for (Corpus corpus : Corpus.PUBLISHED) {
            Figures figures = tested.get(corpus.title());
            line(
                    "| %s | %s | %s |",
                    corpus.title(), corpus.licence(), figures == null ? "-" : figures.clips());
        }
        line("");
    }

    private static boolean isOwn(ModelFolder.Training training) {
        return training.from() == null
                && training.corpora() != null
                && training.corpora().keySet().stream()
                        .noneMatch(title -> Corpus.named(title).isPublished());
    }

    private void learned(Map<String, Integer> corpora) {
        List<Corpus> named = corpora.keySet().stream().map(Corpus::named).toList();
        if (named.stream().anyMatch(Corpus::isPublished)) {
            line("Acted English speech. Taken together, the licences of the recordings allow");
            line("research and non-commercial use only; the same holds for this model.");
            line("");
        }
        line("| corpus | licence | clips learned from |");
        line("|---|---|---|");
        corpora.forEach(
                (title, clips) ->
                        line("| %s | %s | %d |", title, Corpus.named(title).licence(), clips));
        line("");
    }

    private void protocol(Protocol protocol, EvaluationReport report) {
        line("### %s", title(protocol));
        line("");
        line("%s", meaning(protocol));
        line(
                "Networks of the same recipe, %d epochs, seed %d; not the shipped weights, which"
                        + " have learned from most of these clips.",
                report.recipe().epochs(), report.recipe().seed());
        line("");
        line("| | clips | accuracy %% | UAR %% |");
        line("|---|---|---|---|");
        row("**all**", report.overall());
        report.corpora().forEach(this::row);
        line("");
        if (report.folds().size() > 1) {
            line(
                    "Over the folds: accuracy %.1f +- %.1f %%, UAR %.1f +- %.1f %% (mean and"
                            + " standard deviation).",
                    100 * report.spread().accuracyMean(),
                    100 * report.spread().accuracyDeviation(),
                    100 * report.spread().uarMean(),
                    100 * report.spread().uarDeviation());
            line("");
        }
        line("| emotion | clips | precision %% | recall %% | F1 |");
        line("|---|---|---|---|---|");
        report.overall()
                .classes()
                .forEach(
                        (name, c) ->
                                line(
                                        "| %s | %d | %.1f | %.1f | %.2f |",
                                        name,
                                        c.clips(),
                                        100 * c.precision(),
                                        100 * c.recall(),
                                        c.f1()));
        line("");
        Confidence confidence = report.confidence();
        line(
                "Expected calibration error %.3f before and %.3f after temperature scaling.",
                confidence.eceBefore(), confidence.eceAfter());
        line(
                "The most confident 70 %% of the clips are told with %.1f %% accuracy. At the"
                        + " abstain threshold %.0f %% of the clips are left, with %.1f %%.",
                100 * confidence.accuracyAt(0.7),
                100 * confidence.abstainShareLeft(),
                100 * confidence.abstainAccuracy());
        line("");
    }

    private void robustness(RobustnessReport report) {
        line("### Changed sound");
        line("");
        line(
                "The networks of the clip protocol on their test clips of %s, %d in all, as codecs,"
                        + " levels and noise change them.",
                String.join(", ", report.corpora()), report.clips());
        line("");
        line("| condition | accuracy %% | UAR %% | points of accuracy lost |");
        line("|---|---|---|---|");
        for (RobustnessReport.Condition c : report.conditions()) {
            line(
                    "| %s | %.1f | %.1f | %.1f |",
                    c.description(), 100 * c.accuracy(), 100 * c.uar(), c.lost());
        }
        line("");
    }

    private static String title(Protocol protocol) {
        return switch (protocol) {
            case CLIP -> "Clip protocol";
            case SPEAKER -> "Speaker protocol";
            case CORPUS -> "Corpus protocol";
        };
    }

    private static String meaning(Protocol protocol) {
        return switch (protocol) {
            case CLIP ->
                    "A quarter of the clips tested, their speakers heard in training; two seeds of"
                            + " split and network.";
            case SPEAKER ->
                    "Four folds; no tested speaker heard in training: what to expect of new voices"
                            + " recorded alike.";
            case CORPUS ->
                    "Each corpus tested by a network that learned from the others: what to expect"
                            + " of other rooms, microphones and actors.";
        };
    }

    private void row(String name, Figures figures) {
        line(
                "| %s | %d | %.1f | %.1f |",
                name, figures.clips(), 100 * figures.accuracy(), 100 * figures.uar());
    }

    private void limits(ModelFolder.Training training) {
        line("## Limits");
        line("");
        if (isOwn(training)) {
            line("- It learned from a user's own recordings alone and was chosen on a few more of");
            line("  the same: expect less of other voices, lines and rooms.");
            line(
                    "- A confidence below the abstain threshold is shown as uncertain; it is no answer.");
            return;
        }
        line("- Actors speaking set sentences in studios. On real calls expect clearly less: a");
        line("  published four-class test fell from 63 to 46 %% accuracy.");
        line("- Listeners agree with the acted label of CREMA-D on 41 %% of its audio clips.");
        line("- English only; calm comes from RAVDESS alone, surprise is not in CREMA-D. TESS has");
        line(
                "  two voices and is nearly free under the clip protocol, hard under the speaker one.");
        line("- A confidence below the abstain threshold is shown as uncertain; it is no answer.");
    }

    // The annotation would be one more dependency for one private method.
    @SuppressWarnings("AnnotateFormatMethod")
    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
