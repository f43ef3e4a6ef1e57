// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.CorpusScan;
import io.tonalyst.corpus.CorpusScanner;
import io.tonalyst.recording.SignalSource;
import io.tonalyst.signal.Signal;
import io.tonalyst.work.Failures;
import io.tonalyst.work.LatestOnly;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A clip of each emotion as waveform and log-mel image, to be heard where there is sound. The clips
 * are read from the folders the person chose; nothing of them is kept.
 */
final class ExamplesPane {
    private static final int COLUMNS = 4;
    private static final double CHART_HEIGHT = 150;

    private final CorpusTools tools;
    private final PageTools charts;
    private final ExampleLoader loader;
    private final LatestOnly<CorpusScan> scans;
    private final LatestOnly<List<Example>> reads;
    private final ComboBox<String> corpus = new ComboBox<>();
    private final Button next = new Button("Other clips", new FontIcon(Feather.SHUFFLE));
    private final Label note = Layout.muted("");
    private final GridPane cards = new GridPane(16, 14);
    private final VBox root;
    private List<Clip> clips = List.of();
    private int number;

    ExamplesPane(CorpusTools tools, PageTools charts) {
        this.tools = tools;
        this.charts = charts;
        this.loader = new ExampleLoader(tools.decoder());
        this.scans = new LatestOnly<>(tools.jobs(), tools.fx());
        this.reads = new LatestOnly<>(tools.jobs(), tools.fx());
        for (int i = 0; i < COLUMNS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            column.setMinWidth(0);
            cards.getColumnConstraints().add(column);
        }
        corpus.setAccessibleText("Corpus the examples are of");
        corpus.valueProperty()
                .subscribe(
                        chosen -> {
                            number = 0;
                            read();
                        });
        next.setOnAction(
                event -> {
                    number++;
                    read();
                });
        var head = new HBox(12, corpus, next);
        head.setAlignment(Pos.CENTER_LEFT);
        root = Layout.stack(head, note, cards);
        look(tools.folders().get());
    }

    Node view() {
        return root;
    }

    /** Looks for corpora in folders and shows the first one's clips. */
    void look(List<Path> folders) {
        clips = List.of();
        corpus.getItems().clear();
        cards.getChildren().clear();
        corpus.setDisable(true);
        next.setDisable(true);
        if (folders.isEmpty()) {
            note.setText(
                    "Choose the folder where RAVDESS, CREMA-D, TESS or SAVEE lie to see and hear a"
                            + " clip of each emotion.");
            return;
        }
        note.setText("Looking for clips in " + names(folders) + "…");
        scans.request(
                (cancel, progress) -> new CorpusScanner().scan(folders),
                ProgressSink.NONE,
                outcome -> outcome.settle(this::found, this::fail));
    }

    private void fail(Exception cause) {
        note.setText(Failures.sentence(cause));
    }

    private static String names(List<Path> folders) {
        return String.join(", ", folders.stream().map(Path::toString).toList());
    }

    private void found(CorpusScan scan) {
        clips = scan.clips();
        List<String> titles = clips.stream().map(c -> c.corpus().title()).distinct().toList();
        note.setText("");
        corpus.setDisable(false);
        next.setDisable(false);
        corpus.getItems().setAll(titles);
        corpus.setValue(titles.contains("RAVDESS") ? "RAVDESS" : titles.getFirst());
    }

    private void read() {
        String title = corpus.getValue();
        if (title == null) {
            return;
        }
        List<Clip> picked = ExampleLoader.pick(clips, title, number);
        reads.request(
                (cancel, progress) -> loader.read(picked, cancel),
                ProgressSink.NONE,
                outcome -> outcome.settle(this::show, this::fail));
    }

    private void show(List<Example> examples) {
        cards.getChildren().clear();
        boolean silent = examples.stream().allMatch(e -> e.sound().isEmpty());
        note.setText(
                silent
                        ? "These clips are stored as log-mel images of their first 3 s, without"
                                + " sound. Bright is loud; low pitches are at the bottom."
                        : "Waveform above, and below it the log-mel image the network sees: bright is"
                                + " loud, low pitches are at the bottom.");
        for (int i = 0; i < examples.size(); i++) {
            cards.add(card(examples.get(i)), i % COLUMNS, i / COLUMNS);
        }
    }

    private Node card(Example example) {
        ChartPane pane =
                new ChartPane(ExampleChart.of(example), CHART_HEIGHT, charts)
                        .withHint(example.clip().id());
        example.sound().ifPresent(sound -> pane.with(playButton(example, sound)));
        return pane.view();
    }

    private Button playButton(Example example, Signal sound) {
        var button = new Button("", new FontIcon(Feather.PLAY));
        button.getStyleClass().addAll("flat", "chart-export");
        button.setAccessibleText("Play " + example.clip().emotion().key());
        button.setOnAction(
                event -> {
                    tools.playback().load(new SignalSource(sound));
                    tools.playback().play();
                });
        return button;
    }
}
