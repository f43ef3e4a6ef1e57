// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.emotion.ModelException;
import io.tonalyst.emotion.ModelManifest;
import io.tonalyst.training.EpochRecord;
import io.tonalyst.training.EvaluationReport;
import io.tonalyst.training.Figures;
import io.tonalyst.training.Protocol;
import io.tonalyst.ui.models.ModelReport.ClassRow;
import io.tonalyst.ui.models.ModelReport.CorpusRow;
import io.tonalyst.ui.models.ModelReport.Epoch;
import io.tonalyst.ui.models.ModelReport.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads what the folder of a model says of it; what is missing is left out. */
final class ModelReportReader {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private ModelReportReader() {}

    /**
     * @throws ModelException with one sentence, if there is no readable manifest
     * @throws IOException if a file that is there cannot be read
     */
    static ModelReport read(Path folder) throws ModelException, IOException {
        ModelManifest manifest = ModelManifest.read(folder);
        List<ModelReport.Protocol> protocols = new ArrayList<>();
        for (Protocol protocol : Protocol.values()) {
            Path file = folder.resolve("evaluation").resolve(protocol.key() + ".json");
            if (Files.isRegularFile(file)) {
                protocols.add(protocol(JSON.readValue(file.toFile(), EvaluationReport.class)));
            }
        }
        Path card = folder.resolve("MODEL-CARD.md");
        return new ModelReport(
                manifest.name(),
                facts(manifest),
                history(folder.resolve("history.json")),
                protocols,
                Files.isRegularFile(card) ? Files.readString(card) : "");
    }

    private static List<Fact> facts(ModelManifest manifest) {
        List<Fact> facts = new ArrayList<>();
        var input = manifest.input();
        facts.add(
                new Fact(
                        "Input",
                        String.format(
                                Locale.ROOT,
                                "log-mel, %d bands x %d frames of %d ms, %d Hz",
                                input.bands(),
                                input.frames(),
                                1000 * input.hop() / input.sampleRate(),
                                input.sampleRate())));
        JsonNode training = manifest.training();
        facts.add(new Fact("Weights", training.path("parameters").asText("unknown")));
        facts.add(new Fact("Kept epoch", training.path("keptEpoch").asText("unknown")));
        facts.add(new Fact("Validated on", training.path("validatedOn").asText("unknown")));
        facts.add(
                new Fact(
                        "Temperature", String.format(Locale.ROOT, "%.3f", manifest.temperature())));
        facts.add(
                new Fact(
                        "Uncertain below",
                        String.format(Locale.ROOT, "%.0f %%", 100 * manifest.abstainBelow())));
        String hash = manifest.sha256().getOrDefault(manifest.network(), "");
        facts.add(new Fact("SHA-256", hash.substring(0, Math.min(16, hash.length())) + "…"));
        return facts;
    }

    private static List<Epoch> history(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        return Arrays.stream(JSON.readValue(file.toFile(), EpochRecord[].class))
                .map(
                        e ->
                                new Epoch(
                                        e.epoch(),
                                        e.trainLoss(),
                                        e.trainAccuracy(),
                                        e.validationLoss(),
                                        e.validationAccuracy(),
                                        e.learningRate()))
                .toList();
    }

    private static ModelReport.Protocol protocol(EvaluationReport report) {
        Figures overall = report.overall();
        List<Fact> figures = new ArrayList<>();
        figures.add(new Fact("Test clips", String.valueOf(overall.clips())));
        figures.add(new Fact("Accuracy", percent(overall.accuracy())));
        figures.add(new Fact("UAR (mean recall)", percent(overall.uar())));
        if (report.folds().size() > 1) {
            figures.add(
                    new Fact(
                            "Spread over folds",
                            String.format(
                                    Locale.ROOT,
                                    "accuracy ± %.1f, UAR ± %.1f points",
                                    100 * report.spread().accuracyDeviation(),
                                    100 * report.spread().uarDeviation())));
        }
        var confidence = report.confidence();
        figures.add(
                new Fact(
                        "ECE before / after",
                        String.format(
                                Locale.ROOT,
                                "%.3f / %.3f",
                                confidence.eceBefore(),
                                confidence.eceAfter())));
        figures.add(
                new Fact(
                        "When abstaining",
                        percent(confidence.abstainAccuracy())
                                + " accuracy on "
                                + percent(confidence.abstainShareLeft())
                                + " of the clips"));
        return new ModelReport.Protocol(
                report.protocol(),
                figures,
                report.corpora().entrySet().stream()
                        .map(
                                e ->
                                        new CorpusRow(
                                                e.getKey(),
                                                e.getValue().clips(),
                                                e.getValue().accuracy(),
                                                e.getValue().uar()))
                        .toList(),
                overall.classes().entrySet().stream()
                        .map(
                                e ->
                                        new ClassRow(
                                                e.getKey(),
                                                e.getValue().precision(),
                                                e.getValue().recall(),
                                                e.getValue().f1(),
                                                e.getValue().clips()))
                        .toList(),
                overall.confusion());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
