// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.Segment;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * The segments as a table, the same facts as the prediction pane for those who cannot see or point.
 * Choosing a row selects its stretch; Enter or a double click plays it.
 */
final class SegmentTable {
    private final TableView<Segment> table = new TableView<>();
    private final Label placeholder = Controls.muted("");
    private final PaneContext context;
    private final TableColumn<Segment, String> sides = column("Side", 50, this::side);
    private boolean refreshing;

    SegmentTable(PaneContext context) {
        this.context = context;
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
                                column("Conf.", 54, s -> EmotionBars.percent(s.confidence()))));
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, after) -> {
                            if (after != null && !refreshing) {
                                choose(after);
                            }
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

    TableView<Segment> view() {
        return table;
    }

    /** Shows the segments of the recording in front. */
    void refresh() {
        Optional<PredictionTimeline> timeline =
                context.session().flatMap(RecordingSession::timeline);
        placeholder.setText(emptyText(timeline));
        List<Segment> segments = timeline.map(PredictionTimeline::segments).orElse(List.of());
        if (!table.getItems().equals(segments)) {
            refreshing = true;
            table.getItems().setAll(segments);
            refreshing = false;
        }
        sides.setVisible(segments.stream().anyMatch(s -> s.channel() > 0));
    }

    /**
     * Why there are no rows: a recording without speech is not one that is still being analysed.
     */
    static String emptyText(Optional<PredictionTimeline> timeline) {
        return timeline.isPresent() ? "No speech was found" : "No segments yet";
    }

    private void choose(Segment segment) {
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
        Segment segment = table.getSelectionModel().getSelectedItem();
        if (segment != null) {
            context.player().play(new TimeRange(segment.startSeconds(), segment.endSeconds()));
        }
    }

    private String side(Segment segment) {
        int channels =
                context.session()
                        .flatMap(RecordingSession::timeline)
                        .map(t -> t.channels())
                        .orElse(1);
        return Lanes.name(segment.channel(), channels);
    }

    private static TableColumn<Segment, String> column(
            String title, double width, Function<Segment, String> text) {
        TableColumn<Segment, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        return column;
    }

    private static TableColumn<Segment, Segment> emotionColumn() {
        TableColumn<Segment, Segment> column = new TableColumn<>("Emotion");
        column.setPrefWidth(98);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new EmotionCell());
        return column;
    }

    /** The emotion with its colour; a question mark where the model is not sure. */
    private static final class EmotionCell extends TableCell<Segment, Segment> {
        private final Rectangle swatch = new Rectangle(10, 10);
        private final Label label = new Label();

        EmotionCell() {
            swatch.setArcWidth(3);
            swatch.setArcHeight(3);
            label.setGraphic(swatch);
        }

        @Override
        protected void updateItem(@Nullable Segment segment, boolean empty) {
            super.updateItem(segment, empty);
            if (empty || segment == null) {
                setGraphic(null);
                return;
            }
            swatch.setFill(io.tonalyst.ui.Palette.of(segment.emotion()));
            swatch.setOpacity(segment.uncertain() ? 0.4 : 1);
            label.setText(segment.emotion().title() + (segment.uncertain() ? " ?" : ""));
            setAccessibleText(
                    segment.emotion().title() + (segment.uncertain() ? ", uncertain" : ""));
            setGraphic(label);
        }
    }
}
