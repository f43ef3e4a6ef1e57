// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is known of the whole recording and of the selection, and the table of segments. */
final class DetailsPane {
    private final PaneContext context;
    private final Label title = new Label();
    private final Label format = Controls.muted("");
    private final Label verdict = new Label();
    private final Button again = new Button("Analyse again");
    private final Label speech = Controls.muted("");
    private final EmotionBars bars = new EmotionBars(true);
    private final Label selection = new Label();
    private final Label selectionEmotions = Controls.muted("");
    private final SegmentTable segments;
    private final VBox view;

    /**
     * @param explanation shown with the selection
     */
    DetailsPane(PaneContext context, Node explanation) {
        this.context = context;
        this.segments = new SegmentTable(context);
        again.getStyleClass().addAll("flat", "small");
        again.managedProperty().bind(again.visibleProperty());
        again.setOnAction(event -> context.analyseAgain());
        speech.managedProperty().bind(speech.textProperty().isNotEmpty());
        format.managedProperty().bind(format.textProperty().isNotEmpty());
        title.getStyleClass().add("recording-title");
        verdict.getStyleClass().add("verdict");
        for (Label label : new Label[] {verdict, speech, format, selection, selectionEmotions}) {
            label.setWrapText(true);
        }
        verdict.setMinHeight(Region.USE_PREF_SIZE);
        selectionEmotions.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(segments.view(), Priority.ALWAYS);
        segments.view().setMinHeight(110);
        segments.view().setPrefHeight(240);
        view =
                new VBox(
                        title,
                        format,
                        new HBox(Controls.heading("Whole recording"), Controls.spacer(), again),
                        verdict,
                        speech,
                        bars,
                        Controls.heading("Selection"),
                        selection,
                        selectionEmotions,
                        explanation,
                        segments.heading(),
                        segments.search(),
                        segments.view(),
                        segments.editor());
        view.getStyleClass().add("details");
        view.setMinWidth(240);
    }

    Node view() {
        return view;
    }

    /** Follows the recording in front and its selection. */
    void refresh() {
        title.setText(context.session().map(RecordingSession::name).orElse(""));
        format.setText(
                context.session()
                        .map(
                                s ->
                                        RecordingCell.describe(s)
                                                + s.sound().map(x -> " · " + x.format()).orElse(""))
                        .orElse(""));
        Optional<PredictionTimeline> timeline =
                context.session().flatMap(RecordingSession::timeline);
        showAgain();
        showSummary(timeline);
        showSelection(timeline);
        segments.refresh();
    }

    /** Offered where the result is not fresh: told before, or missing. */
    private void showAgain() {
        SessionStatus status = context.session().map(RecordingSession::status).orElse(null);
        again.setVisible(
                context.canAnalyse()
                        && (status instanceof SessionStatus.Kept
                                || status instanceof SessionStatus.NotAnalysed));
        again.setTooltip(
                new Tooltip(
                        status instanceof SessionStatus.Kept
                                ? "The result is of an earlier analysis of this file with this"
                                        + " model"
                                : "Tell the emotions of this recording"));
    }

    private void showSummary(Optional<PredictionTimeline> timeline) {
        Optional<EmotionDistribution> overall = timeline.flatMap(PredictionTimeline::overall);
        Optional<TimelineQuery> query = timeline.map(TimelineQuery::new);
        bars.show(
                overall.orElse(null),
                overall.isPresent() ? query.map(TimelineQuery::shares).orElse(null) : null);
        verdict.getStyleClass().remove("found");
        if (overall.isPresent()) {
            verdict.getStyleClass().add("found");
        }
        verdict.setText(
                overall.map(d -> "Mostly " + ranking(d, 3))
                        .orElseGet(() -> reason(timeline.isPresent())));
        speech.setText(
                query.map(
                                q ->
                                        "Speech: "
                                                + TimeText.of(q.spokenSeconds(), 1)
                                                + "  ·  acted expression, not felt emotion")
                        .orElse(""));
    }

    private String reason(boolean analysed) {
        if (analysed) {
            return "No speech was found.";
        }
        return context.session()
                .map(
                        session ->
                                switch (session.status()) {
                                    case SessionStatus.NotAnalysed(String text) -> text;
                                    case SessionStatus.Problem(String text) -> text;
                                    case SessionStatus.WaitingForModel() ->
                                            "The emotion model is still loading.";
                                    case SessionStatus.Analysing(double f) -> "Analysing…";
                                    default -> "";
                                })
                .orElse("");
    }

    private void showSelection(Optional<PredictionTimeline> timeline) {
        Optional<TimeRange> range = context.session().flatMap(RecordingSession::selection);
        if (range.isEmpty()) {
            selection.setText("Nothing selected");
            selectionEmotions.setText("Drag over a pane to select a stretch.");
            return;
        }
        TimeRange chosen = range.get();
        selection.setText(
                String.format(
                        Locale.ROOT,
                        "%s – %s  (%.2f s)",
                        TimeText.of(chosen.start(), 2),
                        TimeText.of(chosen.end(), 2),
                        chosen.seconds()));
        String level =
                context.session()
                        .flatMap(RecordingSession::sound)
                        .map(sound -> level(sound, chosen))
                        .orElse("");
        String emotions =
                timeline.flatMap(t -> new TimelineQuery(t).mean(chosen))
                        .map(d -> ranking(d, 3))
                        .orElse(timeline.isPresent() ? "no speech in it" : "");
        selectionEmotions.setText(level + (emotions.isEmpty() ? "" : "\n" + emotions));
    }

    private static String level(Sound sound, TimeRange range) {
        int channels = sound.channels();
        return "Level "
                + IntStream.range(0, channels)
                        .mapToObj(
                                c ->
                                        String.format(
                                                Locale.ROOT,
                                                "%s %s dBFS",
                                                channels == 1 ? "" : Lanes.name(c, channels),
                                                TimeText.decibels(sound.levelDb(c, range), 1)))
                        .map(String::strip)
                        .collect(Collectors.joining(", "));
    }

    /** Such as {@code Angry 42 %, Sad 20 %, Fear 11 %}. */
    static String ranking(EmotionDistribution distribution, int count) {
        return TimelineQuery.ranked(distribution).stream()
                .limit(count)
                .map(e -> entry(distribution, e))
                .collect(Collectors.joining(", "));
    }

    private static String entry(EmotionDistribution distribution, Emotion emotion) {
        return emotion.title() + " " + EmotionBars.percent(distribution.of(emotion));
    }
}
