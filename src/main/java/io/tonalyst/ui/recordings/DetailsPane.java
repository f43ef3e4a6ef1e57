// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.review.AngerCourse;
import io.tonalyst.review.EmotionStretch;
import io.tonalyst.review.Review;
import java.util.ArrayList;
import java.util.List;
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
import org.jspecify.annotations.Nullable;

/** What is known of the whole recording and of the selection, and the table of segments. */
final class DetailsPane {
    private final PaneContext context;
    private final Label title = new Label();
    private final Label format = Controls.muted("");
    private final Label verdict = new Label();
    private final Button again = new Button("Analyse again");
    private final Label speech = Controls.muted("");
    private final EmotionBars bars = new EmotionBars(true);
    private final Label anger = Controls.muted("");
    private final EmotionWheel wheel = new EmotionWheel();
    private final Label selection = new Label();
    private final Label selectionEmotions = Controls.muted("");
    private final SegmentTable segments;
    private final VBox view;
    private @Nullable EmotionDistribution chosen;

    /**
     * @param explanation shown with the selection
     */
    DetailsPane(PaneContext context, Node explanation) {
        this.context = context;
        this.segments = new SegmentTable(context);
        again.getStyleClass().addAll("flat", "small");
        again.managedProperty().bind(again.visibleProperty());
        again.setOnAction(event -> context.analyseAgain());
        anger.managedProperty().bind(anger.textProperty().isNotEmpty());
        speech.managedProperty().bind(speech.textProperty().isNotEmpty());
        format.managedProperty().bind(format.textProperty().isNotEmpty());
        title.getStyleClass().add("recording-title");
        verdict.getStyleClass().add("verdict");
        for (Label label :
                new Label[] {verdict, speech, anger, format, selection, selectionEmotions}) {
            label.setWrapText(true);
        }
        anger.setMinHeight(Region.USE_PREF_SIZE);
        speech.setMinHeight(Region.USE_PREF_SIZE);
        verdict.setMinHeight(Region.USE_PREF_SIZE);
        selectionEmotions.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(segments.view(), Priority.ALWAYS);
        segments.view().setMinHeight(68);
        segments.view().setPrefHeight(240);
        var words = new VBox(5, selection, selectionEmotions);
        HBox.setHgrow(words, Priority.ALWAYS);
        var ofSelection = new HBox(words, wheel);
        view =
                new VBox(
                        title,
                        format,
                        new HBox(Controls.heading("Whole recording"), Controls.spacer(), again),
                        verdict,
                        speech,
                        anger,
                        bars,
                        Controls.heading("Selection"),
                        ofSelection,
                        explanation,
                        segments.heading(),
                        segments.search(),
                        segments.view(),
                        segments.editor());
        view.getStyleClass().add("details");
        view.setMinWidth(240);
        view.heightProperty().subscribe(this::refreshWheel);
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
        anger.setText(timeline.filter(t -> overall.isPresent()).map(this::anger).orElse(""));
        speech.setText(
                query.map(
                                q ->
                                        "Speech: "
                                                + TimeText.of(q.spokenSeconds(), 1)
                                                + "  ·  acted expression, not felt emotion")
                        .orElse(""));
    }

    /** Where anger begins, where it lasts longest, and whether it rises. */
    private String anger(PredictionTimeline timeline) {
        Review review = context.session().map(RecordingSession::review).orElse(Review.NONE);
        AngerCourse course = AngerCourse.of(timeline, review);
        int channels = timeline.channels();
        List<String> words = new ArrayList<>();
        course.first()
                .ifPresentOrElse(
                        first -> words.add("First anger at " + place(first, channels)),
                        () -> words.add("No anger told"));
        course.longest()
                .filter(longest -> !course.first().equals(Optional.of(longest)))
                .ifPresent(
                        longest ->
                                words.add(
                                        "longest for %s at %s"
                                                .formatted(
                                                        TimeText.of(longest.seconds(), 1),
                                                        place(longest, channels))));
        course.trendInWords().ifPresent(words::add);
        return String.join("  ·  ", words);
    }

    private static String place(EmotionStretch stretch, int channels) {
        String side = channels == 1 ? "" : " " + Lanes.name(stretch.channel(), channels);
        return TimeText.of(stretch.startSeconds(), 1) + side;
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

    /** The chart stands where there is room for it beside the table. */
    private void refreshWheel() {
        wheel.setVisible(chosen != null);
        if (view.minHeight(view.getWidth()) > view.getHeight()) {
            wheel.setVisible(false);
        }
    }

    private void showSelection(Optional<PredictionTimeline> timeline) {
        chosen =
                context.session()
                        .flatMap(RecordingSession::selection)
                        .flatMap(range -> timeline.flatMap(t -> new TimelineQuery(t).mean(range)))
                        .orElse(null);
        if (chosen != null) {
            wheel.show(chosen);
        }
        refreshWheel();
        Optional<TimeRange> range = context.session().flatMap(RecordingSession::selection);
        if (range.isEmpty()) {
            selection.setText("Nothing selected");
            selectionEmotions.setText("Drag over a pane to select a stretch.");
            return;
        }
        TimeRange stretch = range.get();
        selection.setText(
                String.format(
                        Locale.ROOT,
                        "%s – %s  (%.2f s)",
                        TimeText.of(stretch.start(), 2),
                        TimeText.of(stretch.end(), 2),
                        stretch.seconds()));
        String level =
                context.session()
                        .flatMap(RecordingSession::sound)
                        .map(sound -> level(sound, stretch))
                        .orElse("");
        String emotions =
                Optional.ofNullable(chosen)
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
