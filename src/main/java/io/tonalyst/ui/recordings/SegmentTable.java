// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.review.Review;
import io.tonalyst.review.Reviewed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * The segments as a table, the same facts as the prediction pane for those who cannot see or point.
 * Choosing a row selects its stretch; Enter or a double click plays it.
 */
final class SegmentTable {
    private final TableView<Reviewed> table = new TableView<>();
    private final Label placeholder = Controls.muted("");
    private final PaneContext context;
    private final TableColumn<Reviewed, String> sides = column("Side", 50, this::side);
    private final LabelChoice labels;
    private final TextField search = new TextField();
    private final ReviewEditor editor;
    private @Nullable PredictionTimeline shownTimeline;
    private @Nullable Review shownReview;
    private List<Reviewed> all = List.of();
    private boolean refreshing;

    SegmentTable(PaneContext context) {
        this.context = context;
        labels = new LabelChoice(context, this::chosen);
        editor = new ReviewEditor(context, this::chosen);
        search.setPromptText("Search emotion, comment, uncertain, corrected");
        search.setAccessibleText("Search the segments");
        search.textProperty().addListener((p, before, after) -> showRows());
        table.setContextMenu(labels.menu());
        table.setAccessibleText("Segments with emotion and confidence");
        table.setPlaceholder(placeholder);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().addAll("dense", "segment-table");
        table.getColumns()
                .setAll(
                        List.of(
                                column("Start", 60, s -> TimeText.of(s.startSeconds(), 1)),
                                column("End", 60, s -> TimeText.of(s.endSeconds(), 1)),
                                sides,
                                emotionColumn(),
                                column("Conf.", 54, SegmentTable::confidence)));
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, after) -> {
                            if (after != null && !refreshing) {
                                choose(after);
                            }
                            labels.refresh();
                            editor.refresh();
                        });
        table.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        playChosen();
                        event.consume();
                    }
                });
        table.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    if (event.getClickCount() == 2) {
                        playChosen();
                    }
                });
    }

    TableView<Reviewed> view() {
        return table;
    }

    /** The heading over the table, with the label of the chosen segment. */
    Node heading() {
        return labels.view();
    }

    private Optional<Reviewed> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    /** Shows the segments of the recording in front. */
    void refresh() {
        Optional<PredictionTimeline> timeline =
                context.session().flatMap(RecordingSession::timeline);
        placeholder.setText(emptyText(timeline));
        Review review = context.session().map(RecordingSession::review).orElse(Review.NONE);
        if (timeline.orElse(null) != shownTimeline || review != shownReview) {
            shownTimeline = timeline.orElse(null);
            shownReview = review;
            all = timeline.map(review::over).orElse(List.of());
            showRows();
        }
        labels.refresh();
        editor.refresh();
        sides.setVisible(all.stream().anyMatch(s -> s.channel() > 0));
    }

    /** Shows the rows that the search finds; the chosen one stays chosen. */
    private void showRows() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        List<Reviewed> rows = all.stream().filter(r -> r.matches(wanted)).toList();
        if (table.getItems().equals(rows)) {
            return;
        }
        int index = table.getSelectionModel().getSelectedIndex();
        Optional<Reviewed> chosen = chosen();
        boolean sameCount = rows.size() == table.getItems().size();
        refreshing = true;
        table.getItems().setAll(rows);
        chosen.flatMap(c -> rows.stream().filter(c::isSame).findFirst())
                .ifPresentOrElse(
                        table.getSelectionModel()::select,
                        () -> {
                            // A stretch of one's own is another value once it is changed.
                            if (sameCount && index >= 0) {
                                table.getSelectionModel().select(index);
                            }
                        });
        refreshing = false;
    }

    /** The field that filters the rows. */
    Node search() {
        return search;
    }

    /** Edges and comment of the chosen segment. */
    Node editor() {
        return editor.view();
    }

    private static String confidence(Reviewed row) {
        return row.segment().map(s -> EmotionBars.percent(s.confidence())).orElse("");
    }

    /**
     * Why there are no rows: a recording without speech is not one that is still being analysed.
     */
    static String emptyText(Optional<PredictionTimeline> timeline) {
        return timeline.isPresent() ? "No speech was found" : "No segments yet";
    }

    private void choose(Reviewed segment) {
        context.session()
                .ifPresent(
                        session -> {
                            var range = new TimeRange(segment.startSeconds(), segment.endSeconds());
                            session.select(range);
                            if (!context.player().isPlaying()) {
                                context.player().seek(range.start());
                            }
                            session.axis().reveal(range.start());
                        });
    }

    private void playChosen() {
        Reviewed segment = table.getSelectionModel().getSelectedItem();
        if (segment != null) {
            context.player().play(new TimeRange(segment.startSeconds(), segment.endSeconds()));
        }
    }

    private String side(Reviewed segment) {
        int channels =
                context.session()
                        .flatMap(RecordingSession::timeline)
                        .map(t -> t.channels())
                        .orElse(1);
        return Lanes.name(segment.channel(), channels);
    }

    private static TableColumn<Reviewed, String> column(
            String title, double width, Function<Reviewed, String> text) {
        TableColumn<Reviewed, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        return column;
    }

    private TableColumn<Reviewed, Reviewed> emotionColumn() {
        TableColumn<Reviewed, Reviewed> column = new TableColumn<>("Emotion");
        column.setPrefWidth(98);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new EmotionCell());
        return column;
    }
}
