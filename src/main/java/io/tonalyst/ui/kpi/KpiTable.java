// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.CallTotals;
import io.tonalyst.kpi.KpiPoint;
import io.tonalyst.kpi.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * The figures behind the chart, a row a day. The row of the day that is sounding is selected;
 * selecting another moves the playhead there.
 */
final class KpiTable {
    /** One day, with or without calls. */
    private record Row(MotionFrame frame, int day) {
        @Nullable KpiPoint point() {
            return frame.point(day);
        }
    }

    private final TableView<Row> view = new TableView<>();
    private final ScoreController player;
    private @Nullable MotionFrame shown;
    private boolean following;

    /**
     * @param drill shows the calls of the selected day
     */
    KpiTable(ScoreController player, Runnable drill) {
        this.player = player;
        view.setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2) {
                        drill.run();
                    }
                });
        view.setPlaceholder(new Label("No figures to show"));
        view.setAccessibleText("Figures of each day");
        view.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        view.getStyleClass().addAll("kpi-table", "dense", "striped");
        view.getSelectionModel()
                .selectedIndexProperty()
                .addListener((property, before, after) -> selected(after.intValue()));
        player.dayPositionProperty().addListener((property, before, after) -> follow());
    }

    Node view() {
        return view;
    }

    /** Shows the figures of a month. */
    void show(@Nullable MotionFrame frame) {
        following = true;
        if (frame == null) {
            view.getItems().clear();
        } else {
            if (shown == null || !sameColumns(shown, frame)) {
                view.getColumns().setAll(columns(frame));
            }
            List<Row> rows =
                    IntStream.range(0, frame.days()).mapToObj(day -> new Row(frame, day)).toList();
            view.getItems().setAll(rows);
        }
        shown = frame;
        following = false;
        follow();
    }

    private static boolean sameColumns(MotionFrame one, MotionFrame other) {
        return one.series().measure() == other.series().measure();
    }

    private void follow() {
        MotionFrame frame = shown;
        if (frame != null) {
            int day = frame.at(player.dayPositionProperty().get()).currentDay();
            if (day != view.getSelectionModel().getSelectedIndex()) {
                following = true;
                view.getSelectionModel().clearAndSelect(day);
                view.getFocusModel().focus(day);
                following = false;
                if (!view.isFocused()) {
                    view.scrollTo(Math.max(0, day - 4));
                }
            }
        }
    }

    private void selected(int day) {
        if (!following && day >= 0) {
            player.goTo(day);
        }
    }

    private static List<TableColumn<Row, ?>> columns(MotionFrame frame) {
        Measure measure = frame.series().measure();
        var date =
                column(
                        "Date",
                        98,
                        "kpi-date",
                        row -> KpiFormat.shortDate(row.frame().date(row.day())));
        var calls =
                column(
                        "Calls",
                        46,
                        "kpi-number",
                        row -> row.point() == null ? "0" : "" + row.point().calls());
        var value =
                number(
                        measure.shortTitle() + ", " + measure.unit(),
                        78,
                        (row, point) ->
                                (row.frame().breaches(point.value()) ? "◆ " : "")
                                        + KpiFormat.oneDecimal(point.value()));
        var band =
                number(
                        "95 % band",
                        112,
                        (row, point) ->
                                point.estimate().hasBand()
                                        ? KpiFormat.whole(point.low())
                                                + " – "
                                                + KpiFormat.whole(point.high())
                                        : "–");
        List<TableColumn<Row, ?>> components =
                switch (measure) {
                    case FCR -> List.of(component("Resolved", CallTotals::resolved));
                    case ANGRY ->
                            List.of(
                                    component("Angry", CallTotals::angry),
                                    component("Labelled", CallTotals::labelled));
                    case ANGRY_MEASURED ->
                            List.of(
                                    component("Angry", sums -> sums.measured().angry()),
                                    component("Handled", CallTotals::calls));
                    case VALENCE, VALENCE_CHANGE ->
                            List.of(component("Handled", CallTotals::calls));
                    case CALLS -> List.of();
                    case AHT ->
                            List.of(
                                    component("Talk, s", CallTotals::talkS),
                                    component("ACW, s", CallTotals::acwS));
                };
        var all = new ArrayList<TableColumn<Row, ?>>(List.of(date, calls, value));
        all.addAll(components);
        all.add(band);
        return all;
    }

    private static TableColumn<Row, String> component(
            String name, Function<CallTotals, Number> part) {
        return number(
                name,
                66,
                (row, point) -> KpiFormat.whole(part.apply(point.totals()).doubleValue()));
    }

    private static TableColumn<Row, String> number(
            String name, double width, BiFunction<Row, KpiPoint, String> text) {
        return column(
                name,
                width,
                "kpi-number",
                row -> {
                    KpiPoint point = row.point();
                    return point == null ? "–" : text.apply(row, point);
                });
    }

    private static TableColumn<Row, String> column(
            String name, double width, String style, Function<Row, String> text) {
        var column = new TableColumn<Row, String>(name);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().add(style);
        return column;
    }
}
