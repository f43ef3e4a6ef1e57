// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.Segment;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * The segments as a table, the same facts as the prediction pane for those who cannot see or point.
 * Choosing a row selects its stretch; Enter or a double click plays it.
 */
final class SegmentTable {
    private final TableView<Segment> table = new TableView<>();
    private final Label placeholder = Controls.muted("");
    private final PaneContext context;
    private final TableColumn<Segment, String> sides = column("Side", 50, this::side);
    private final LabelChoice labels;
    private List<Optional<Emotion>> shownLabels = List.of();
    private boolean refreshing;

    SegmentTable(PaneContext context) {
        this.context = context;
        labels = new LabelChoice(context, this::chosen);
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
                                column("Conf.", 54, s -> EmotionBars.percent(s.confidence()))));
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, after) -> {
                            if (after != null && !refreshing) {
                                choose(after);
                            }
                            labels.refresh();
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

    /** The heading over the table, with the label of the chosen segment. */
    Node heading() {
        return labels.view();
    }

    private Optional<Segment> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
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
        List<Optional<Emotion>> given = segments.stream().map(this::label).toList();
        if (!given.equals(shownLabels)) {
            shownLabels = given;
            table.refresh();
        }
        labels.refresh();
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

    private Optional<Emotion> label(Segment segment) {
        return context.session().flatMap(session -> session.label(segment));
    }

    private TableColumn<Segment, Segment> emotionColumn() {
        TableColumn<Segment, Segment> column = new TableColumn<>("Emotion");
        column.setPrefWidth(98);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new EmotionCell(this::label));
        return column;
    }
}
