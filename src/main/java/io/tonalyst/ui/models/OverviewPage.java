// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import com.fasterxml.jackson.databind.JsonNode;
import io.tonalyst.corpus.Corpus;
import io.tonalyst.corpus.CorpusSummary;
import io.tonalyst.training.Confidence;
import io.tonalyst.ui.models.Layout.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What the model is, what to expect of it and what it must not be used for. */
final class OverviewPage {
    private static final double COVERAGE = 0.7;

    /** How the names of network files end. */
    private static final String NETWORK = ".fb";

    private final ModelReport report;
    private final PageTools tools;

    OverviewPage(ModelReport report, PageTools tools) {
        this.report = report;
        this.tools = tools;
    }

    Node view() {
        List<Node> parts = new ArrayList<>();
        report.expected().ifPresent(e -> parts.addAll(expected(e)));
        var left = Layout.stack(Layout.section("The network"), Layout.facts(facts()));
        left.getChildren().add(Layout.section("Data and licences"));
        left.getChildren().add(corpora());
        left.getChildren()
                .add(
                        Layout.muted(
                                "Taken together, the licences allow research and non-commercial use"
                                        + " only; the same holds for this model."));
        parts.add(Layout.columns(46, left, coverage()));
        parts.add(protocols());
        parts.add(
                Layout.columns(
                        50,
                        text("What it is for, and what not", "What it is for"),
                        text("Limits", "Limits")));
        for (String problem : report.problems()) {
            parts.add(Layout.paragraph("⚠ " + problem));
        }
        return Layout.page(
                "Model " + report.name(),
                "It recognises acted expression, not what a caller feels; on real calls it is right"
                        + " less often than here.",
                parts.toArray(Node[]::new));
    }

    private static List<Node> expected(Evaluation evaluation) {
        List<Fact> figures = new ArrayList<>();
        var all = evaluation.overall().figures();
        figures.add(new Fact("accuracy", Format.percent(all.accuracy())));
        figures.add(new Fact("UAR, the mean recall", Format.percent(all.uar())));
        evaluation
                .confidence()
                .ifPresent(
                        c -> {
                            figures.add(
                                    new Fact(
                                            "accuracy of the surest 70 %",
                                            Format.percent(c.accuracyAt(COVERAGE))));
                            figures.add(
                                    new Fact(
                                            "calibration error (ECE)", Format.three(c.eceAfter())));
                        });
        return List.of(
                Layout.tiles(figures),
                Layout.muted(
                        "%s, %s clips. %s"
                                .formatted(
                                        evaluation.title(),
                                        Format.count(all.clips()),
                                        evaluation.explanation())));
    }

    private List<Fact> facts() {
        var manifest = report.manifest();
        var input = manifest.input();
        JsonNode training = manifest.training();
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new Fact(
                        "Input",
                        String.format(
                                Locale.ROOT,
                                "log-mel, %d bands × %d frames of %d ms, %d Hz",
                                input.bands(),
                                input.frames(),
                                1000 * input.hop() / input.sampleRate(),
                                input.sampleRate())));
        if (training.has("parameters")) {
            facts.add(
                    new Fact("Learned values", Format.count(training.path("parameters").asLong())));
        }
        facts.add(new Fact("Size on disk", Format.bytes(report.bytes())));
        if (training.has("clips")) {
            facts.add(
                    new Fact(
                            "Trained on",
                            Format.count(training.path("clips").asLong()) + " clips"));
        }
        String kept = epochs(training);
        if (!kept.isEmpty()) {
            facts.add(
                    new Fact(
                            "Kept epoch",
                            kept + " of " + training.path("recipe").path("epochs").asText("?")));
        }
        facts.add(new Fact("Selected on", training.path("validatedOn").asText("not stated")));
        facts.add(new Fact("Temperature", Format.three(manifest.temperature())));
        facts.add(
                new Fact(
                        "Abstains below", Format.percent(manifest.abstainBelow()) + " confidence"));
        hash(manifest.sha256()).ifPresent(facts::add);
        return facts;
    }

    /** One kept epoch, or those of the members. */
    private static String epochs(JsonNode training) {
        List<String> epochs = new ArrayList<>();
        training.path("keptEpochs").forEach(epoch -> epochs.add(epoch.asText()));
        return epochs.isEmpty() ? training.path("keptEpoch").asText("") : String.join(", ", epochs);
    }

    private static Optional<Fact> hash(Map<String, String> sha256) {
        List<String> networks =
                sha256.keySet().stream().filter(name -> name.endsWith(NETWORK)).sorted().toList();
        if (networks.isEmpty()) {
            return Optional.empty();
        }
        String first = sha256.getOrDefault(networks.getFirst(), "");
        String start = first.substring(0, Math.min(16, first.length())) + "…";
        return Optional.of(
                new Fact(
                        "SHA-256",
                        networks.size() == 1
                                ? start
                                : start
                                        + " and of %d more networks"
                                                .formatted(networks.size() - 1)));
    }

    private record CorpusRow(String corpus, String licence, double clips, double speakers) {}

    private TableView<CorpusRow> corpora() {
        List<CorpusRow> rows = new ArrayList<>();
        Optional<CorpusSummary> data = report.data();
        if (data.isPresent()) {
            for (CorpusSummary.OfCorpus c : data.get().corpora()) {
                rows.add(new CorpusRow(c.corpus(), c.licence(), c.clips(), c.speakers().size()));
            }
        } else {
            report.expected()
                    .ifPresent(
                            e -> e.corpora().stream().map(OverviewPage::tested).forEach(rows::add));
        }
        return Tables.of(
                "Corpora and their licences",
                8,
                rows,
                List.of(
                        Tables.text("Corpus", 90, CorpusRow::corpus),
                        Tables.text("Licence", 190, CorpusRow::licence),
                        Tables.count("Clips", 70, CorpusRow::clips),
                        Tables.number(
                                "Speakers",
                                80,
                                CorpusRow::speakers,
                                v -> Double.isNaN(v) ? "–" : Format.count(Math.round(v)))));
    }

    private static CorpusRow tested(Evaluation.Part part) {
        return new CorpusRow(
                part.name(),
                Corpus.named(part.name()).licence(),
                part.figures().clips(),
                Double.NaN);
    }

    private Node coverage() {
        List<CoverageChart.Line> lines = new ArrayList<>();
        for (Evaluation e : report.evaluations()) {
            if (!e.isLeaky() && e.confidence().isPresent()) {
                lines.add(new CoverageChart.Line(e.title(), e.confidence().get()));
            }
        }
        if (lines.isEmpty()) {
            return new Region();
        }
        var table =
                Tables.of(
                        "Accuracy by coverage",
                        6,
                        lines.getFirst().confidence().coverage(),
                        List.of(
                                Tables.number(
                                        "Answered",
                                        80,
                                        Confidence.Coverage::share,
                                        Format::wholePercent)));
        for (CoverageChart.Line line : lines) {
            table.getColumns()
                    .add(Tables.percent(line.title(), 120, c -> accuracy(line.confidence(), c)));
        }
        return Layout.stack(
                new ChartPane(new CoverageChart("Accuracy when it may abstain", lines), 280, tools)
                        .view(),
                table);
    }

    private static double accuracy(Confidence confidence, Confidence.Coverage at) {
        return confidence.coverage().stream()
                .filter(c -> Math.abs(c.share() - at.share()) < 1e-9)
                .mapToDouble(Confidence.Coverage::accuracy)
                .findFirst()
                .orElse(Double.NaN);
    }

    private Node protocols() {
        var table =
                Tables.of(
                        "Figures of all protocols",
                        8,
                        report.evaluations(),
                        List.of(
                                Tables.text("Protocol", 140, Evaluation::title),
                                Tables.count("Test clips", 80, e -> e.overall().figures().clips()),
                                Tables.percent(
                                        "Accuracy", 80, e -> e.overall().figures().accuracy()),
                                Tables.percent("UAR", 80, e -> e.overall().figures().uar()),
                                Tables.number(
                                        "ECE before",
                                        80,
                                        e -> of(e.confidence().orElse(null), 0),
                                        Format::three),
                                Tables.number(
                                        "ECE after",
                                        80,
                                        e -> of(e.confidence().orElse(null), 1),
                                        Format::three),
                                Tables.percent(
                                        "Surest 70 %", 90, e -> of(e.confidence().orElse(null), 2)),
                                Tables.percent(
                                        "Answered", 90, e -> of(e.confidence().orElse(null), 3)),
                                Tables.percent(
                                        "Answers right",
                                        90,
                                        e -> of(e.confidence().orElse(null), 4))));
        return Layout.stack(
                Layout.section("All protocols"),
                table,
                Layout.muted(
                        "Networks of the same recipe, trained for each fold; not the shipped weights,"
                                + " which have learned from most of these clips. The last two"
                                + " columns hold at the abstain threshold."));
    }

    private static double of(@Nullable Confidence confidence, int figure) {
        if (confidence == null) {
            return Double.NaN;
        }
        return switch (figure) {
            case 0 -> confidence.eceBefore();
            case 1 -> confidence.eceAfter();
            case 2 -> confidence.accuracyAt(COVERAGE);
            case 3 -> confidence.abstainShareLeft();
            default -> confidence.abstainAccuracy();
        };
    }

    private Node text(String heading, String section) {
        var box = Layout.stack(Layout.section(heading));
        for (String text : report.card().section(section)) {
            Label label = Layout.paragraph(text);
            box.getChildren().add(label);
        }
        if (box.getChildren().size() == 1) {
            box.getChildren().add(Layout.muted("The model has no card that says so."));
        }
        return box;
    }
}
