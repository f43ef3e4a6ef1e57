// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.review.Annotation;
import io.tonalyst.review.Review;
import io.tonalyst.review.Reviewed;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a person says beyond the emotion: edges and comment of the chosen segment, stretches of
 * one's own, a note on the recording. Text is taken over when typing rests, so that a crash costs a
 * moment of it.
 */
final class ReviewEditor {
    private static final Duration REST = Duration.seconds(1);

    private final PaneContext context;
    private final Supplier<Optional<Reviewed>> chosen;
    private final TextField comment = new TextField();
    private final TextField note = new TextField();
    private final Button edges = new Button("Edges from selection");
    private final Button mark = new Button("Mark selection");
    private final PauseTransition rest = new PauseTransition(REST);
    private final VBox view;
    private @Nullable RecordingSession editedSession;
    private @Nullable Reviewed editedRow;

    ReviewEditor(PaneContext context, Supplier<Optional<Reviewed>> chosen) {
        this.context = context;
        this.chosen = chosen;
        prepare(comment, "Comment on the chosen segment");
        prepare(note, "Note on the whole recording");
        rest.setOnFinished(event -> take());
        edges.setTooltip(
                new Tooltip("Select a stretch, then give its edges to the chosen segment"));
        edges.setOnAction(event -> moveEdges());
        mark.setTooltip(new Tooltip("Make the selection a segment of your own"));
        mark.setOnAction(event -> markSelection());
        for (Button button : new Button[] {edges, mark}) {
            button.getStyleClass().add("small");
        }
        view = new VBox(4, new HBox(6, edges, mark), comment, note);
        view.getStyleClass().add("review-editor");
    }

    Node view() {
        return view;
    }

    /** Follows the recording in front, its selection and the chosen segment. */
    void refresh() {
        Optional<RecordingSession> session = context.session();
        Optional<Reviewed> row = chosen.get();
        boolean other =
                session.orElse(null) != editedSession
                        || !row.map(r -> editedRow != null && r.isSame(editedRow))
                                .orElse(editedRow == null);
        if (other) {
            take();
        }
        editedSession = session.orElse(null);
        editedRow = row.orElse(null);
        boolean selected = session.flatMap(RecordingSession::selection).isPresent();
        boolean analysed = session.flatMap(RecordingSession::timeline).isPresent();
        edges.setDisable(row.isEmpty() || !selected);
        mark.setDisable(!selected || !analysed);
        comment.setDisable(row.isEmpty());
        note.setDisable(session.isEmpty());
        if (other || !comment.isFocused()) {
            set(comment, row.map(Reviewed::comment).orElse(""));
        }
        if (other || !note.isFocused()) {
            set(note, session.map(s -> s.review().note()).orElse(""));
        }
    }

    /** Takes over what has been typed. */
    private void take() {
        rest.stop();
        RecordingSession session = editedSession;
        if (session == null) {
            return;
        }
        Review review = session.review();
        Reviewed row = editedRow;
        if (row != null && !row.comment().equals(comment.getText())) {
            Annotation said = row.orNew().withComment(comment.getText());
            review = review.with(said);
            editedRow = new Reviewed(row.segment(), Optional.of(said));
        }
        session.review(review.withNote(note.getText()));
    }

    private void moveEdges() {
        take();
        context.session()
                .ifPresent(
                        session ->
                                session.selection()
                                        .ifPresent(
                                                range ->
                                                        session.timeline()
                                                                .ifPresent(
                                                                        t ->
                                                                                moveEdges(
                                                                                        session, t,
                                                                                        range))));
    }

    private void moveEdges(RecordingSession session, PredictionTimeline timeline, TimeRange range) {
        chosen.get()
                .ifPresent(
                        row ->
                                session.review(
                                        session.review()
                                                .move(timeline, row, range.start(), range.end())));
    }

    private void markSelection() {
        take();
        int channels =
                context.session()
                        .flatMap(RecordingSession::timeline)
                        .map(PredictionTimeline::channels)
                        .orElse(1);
        int channel = Math.min(context.lastChannel(), channels - 1);
        context.session()
                .ifPresent(
                        session ->
                                session.selection()
                                        .filter(range -> range.seconds() > 0)
                                        .ifPresent(
                                                range ->
                                                        session.review(
                                                                session.review()
                                                                        .with(
                                                                                own(
                                                                                        channel,
                                                                                        range)))));
    }

    private static Annotation own(int channel, TimeRange range) {
        return new Annotation(
                channel, range.start(), range.end(), Optional.empty(), "", Optional.empty());
    }

    private void prepare(TextInputControl field, String name) {
        field.setPromptText(name);
        field.setAccessibleText(name);
        field.textProperty()
                .addListener(
                        (p, before, after) -> {
                            if (field.isFocused()) {
                                rest.playFromStart();
                            }
                        });
        field.focusedProperty()
                .addListener(
                        (p, before, after) -> {
                            if (!after) {
                                take();
                            }
                        });
    }

    private static void set(TextInputControl field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }
}
