// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.corpus.CorpusScanner;
import io.tonalyst.corpus.CorpusSummary;
import io.tonalyst.corpus.CorpusSurvey;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.Failures;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The recordings a model is made of: how many, by whom, how long, and how they look and sound. */
final class DataPage {
    private static final String INTRO =
            "Actors speaking set sentences in studios. The corpora differ in size, voices and rooms,"
                    + " and not every corpus has every emotion: figures are therefore given by corpus,"
                    + " and by UAR beside accuracy.";

    private final CorpusTools tools;
    private final PageTools charts;
    private final VBox numbers = Layout.stack();
    private final ExamplesPane examples;
    private final Button measure = new Button("Measure these folders", new FontIcon(Feather.CLOCK));

    DataPage(Optional<CorpusSummary> shipped, CorpusTools tools, PageTools charts) {
        this.tools = tools;
        this.charts = charts;
        this.examples = new ExamplesPane(tools, charts);
        shipped.ifPresentOrElse(
                summary -> show(summary, "The corpora of this model"),
                () ->
                        numbers.getChildren()
                                .add(
                                        Layout.paragraph(
                                                "This model ships no summary of its corpora; 'tonalyst"
                                                        + " corpora --corpora DIR --out models/NAME'"
                                                        + " writes it.")));
    }

    Node view() {
        var choose = new Button("Choose a folder…", new FontIcon(Feather.FOLDER));
        choose.setOnAction(
                event ->
                        charts.files()
                                .folder("Choose a folder that contains corpora")
                                .ifPresent(folder -> look(List.of(folder))));
        measure.setDisable(tools.folders().get().isEmpty());
        measure.setOnAction(event -> measure());
        var head = new HBox(12, choose, measure);
        head.setAlignment(Pos.CENTER_LEFT);
        return Layout.page(
                "Data",
                INTRO,
                numbers,
                Layout.section("Examples from the corpora on this machine"),
                head,
                examples.view());
    }

    private void look(List<Path> folders) {
        tools.folders().set(folders);
        measure.setDisable(folders.isEmpty());
        examples.look(folders);
    }

    private void measure() {
        List<Path> folders = tools.folders().get();
        String job = "Measuring corpora";
        measure.setDisable(true);
        var token = new CancelToken[1];
        ProgressSink progress =
                (fraction, message) -> {
                    CancelToken cancel = token[0];
                    if (cancel != null) {
                        tools.status().progress(job, fraction, cancel);
                    }
                };
        token[0] =
                tools.jobs()
                        .<CorpusSummary>submit(
                                (cancel, sink) ->
                                        new CorpusSurvey(tools.decoder())
                                                .survey(
                                                        new CorpusScanner().scan(folders),
                                                        cancel,
                                                        sink),
                                progress,
                                outcome -> tools.fx().execute(() -> measured(outcome, folders)));
    }

    private void measured(JobOutcome<CorpusSummary> outcome, List<Path> folders) {
        measure.setDisable(false);
        tools.status().progress("Measuring corpora", 1, new CancelToken());
        switch (outcome) {
            case JobOutcome.Done<CorpusSummary>(CorpusSummary summary) -> {
                show(summary, "The corpora in " + folders.getFirst());
                for (String problem : summary.problems().stream().limit(5).toList()) {
                    numbers.getChildren().add(Layout.paragraph("⚠ " + problem));
                }
            }
            case JobOutcome.Failed<CorpusSummary>(Exception cause) ->
                    tools.status().problem(Failures.sentence(cause));
            case JobOutcome.Cancelled<CorpusSummary>() -> tools.status().say("Not measured.");
        }
    }

    private void show(CorpusSummary summary, String title) {
        var matrix = new ChartPane(CorpusCharts.clips(summary), 60 + 46.0 * rows(summary), charts);
        var durations = new ChartPane(CorpusCharts.byCorpus(summary), 230, charts);
        List<String> views = new ArrayList<>(List.of("By corpus", "By emotion"));
        summary.corpora().forEach(c -> views.add(c.corpus()));
        durations.with(
                Layout.choice(
                        "Which histograms",
                        views,
                        number -> durations.show(histograms(summary, number))));
        numbers.getChildren()
                .setAll(
                        Layout.section(title),
                        Layout.paragraph(CorpusCharts.sentence(summary)),
                        Layout.columns(50, matrix.view(), corpora(summary)),
                        durations.view());
    }

    private static int rows(CorpusSummary summary) {
        return Math.max(2, summary.corpora().size());
    }

    private static Chart histograms(CorpusSummary summary, int number) {
        return switch (number) {
            case 0 -> CorpusCharts.byCorpus(summary);
            case 1 -> CorpusCharts.byEmotion(summary);
            default -> CorpusCharts.within(summary, summary.corpora().get(number - 2));
        };
    }

    private static Node corpora(CorpusSummary summary) {
        return Layout.stack(
                Tables.of(
                        "Corpora in figures",
                        10,
                        summary.corpora(),
                        List.of(
                                Tables.text("Corpus", 86, CorpusSummary.OfCorpus::corpus),
                                Tables.count("Clips", 64, CorpusSummary.OfCorpus::clips),
                                Tables.count("Speakers", 72, c -> c.speakers().size()),
                                Tables.number(
                                        "Length", 70, c -> c.durations().total(), Format::duration),
                                Tables.number(
                                        "Shortest",
                                        70,
                                        c -> c.durations().shortest(),
                                        Format::seconds),
                                Tables.number(
                                        "Median", 70, c -> c.durations().median(), Format::seconds),
                                Tables.number(
                                        "Longest",
                                        70,
                                        c -> c.durations().longest(),
                                        Format::seconds))),
                Tables.of(
                        "Licences",
                        10,
                        summary.corpora(),
                        List.of(
                                Tables.text("Corpus", 86, CorpusSummary.OfCorpus::corpus),
                                Tables.text("Licence", 200, CorpusSummary.OfCorpus::licence),
                                Tables.text("Voices", 220, CorpusCharts::voices))));
    }
}
