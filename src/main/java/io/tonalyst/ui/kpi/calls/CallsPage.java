// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.calls;

import io.tonalyst.join.JoinTables;
import io.tonalyst.join.JoinedLog;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The calls of a day: from the chart to the calls, from a call to its recording, and back. It can
 * also list what could not be joined.
 */
public final class CallsPage {
    private final Label title = new Label();
    private final Label summary = new Label();
    private final RowsView calls;
    private final RowsView left =
            new RowsView("What could not be joined", "Everything is joined.", i -> {});
    private final Button open = new Button("Open the recording", new FontIcon(Feather.PLAY));
    private final CallRecordings recordings;
    private final VBox lower = new VBox(6);
    private final VBox view;
    private @Nullable DayCalls shown;

    /**
     * @param back leads to the chart
     * @param step goes days forth or back
     * @param joined what belongs together; null while nothing is joined
     */
    public CallsPage(
            CallRecordings recordings,
            Runnable back,
            IntConsumer step,
            ObservableValue<@Nullable JoinedLog> joined) {
        this.recordings = recordings;
        calls = new RowsView("Calls of the day", "No calls on this day.", this::open);
        title.getStyleClass().add("kpi-calls-title");
        summary.getStyleClass().add("kpi-field-name");
        var toChart = new Button("Chart", new FontIcon(Feather.ARROW_LEFT));
        toChart.setId("kpi-calls-back");
        toChart.setTooltip(new Tooltip("Back to the chart (Esc)"));
        toChart.setOnAction(event -> back.run());
        open.setId("kpi-calls-open");
        open.setOnAction(event -> openSelected());
        open.setTooltip(new Tooltip("Its emotion timeline, in the recordings (Enter)"));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head =
                new HBox(
                        10,
                        toChart,
                        arrow(Feather.CHEVRON_LEFT, "Day before", () -> step.accept(-1)),
                        arrow(Feather.CHEVRON_RIGHT, "Day after", () -> step.accept(1)),
                        new VBox(1, title, summary),
                        space,
                        open);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(calls.view(), Priority.ALWAYS);
        var leftTitle =
                new Label("Not joined: recordings without a call, calls without a recording");
        leftTitle.getStyleClass().add("kpi-field-name");
        left.view().setPrefHeight(180);
        left.view().setMinHeight(80);
        lower.getChildren().addAll(leftTitle, left.view());
        joined.subscribe(this::showLeft);
        calls.view()
                .getSelectionModel()
                .selectedIndexProperty()
                .addListener((property, before, after) -> offer());
        view = new VBox(10, head, calls.view(), lower);
        view.getStyleClass().add("kpi-calls");
        view.setOnKeyPressed(
                event -> {
                    if (event.getCode() == javafx.scene.input.KeyCode.ESCAPE) {
                        back.run();
                        event.consume();
                    }
                });
    }

    private static Node arrow(Feather icon, String name, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.getStyleClass().add("button-icon");
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        button.setOnAction(event -> action.run());
        return button;
    }

    public Node view() {
        return view;
    }

    /** Shows the calls of a day, the most striking one selected; null shows none. */
    void show(@Nullable DayCalls day) {
        shown = day;
        title.setText(day == null ? "" : day.title());
        summary.setText(day == null ? "" : day.summary());
        if (day != null) {
            calls.show(day.table(), day.striking());
        } else {
            calls.view().getItems().clear();
        }
        offer();
        if (view.getScene() != null) {
            calls.view().requestFocus();
        }
    }

    private void showLeft(@Nullable JoinedLog joined) {
        boolean any = joined != null && !(joined.left().isEmpty() && joined.missing().isEmpty());
        lower.setVisible(any);
        lower.setManaged(any);
        if (joined != null && any) {
            left.show(JoinTables.left(joined), -1);
        }
    }

    private void offer() {
        DayCalls day = shown;
        int place = calls.selected();
        open.setDisable(day == null || place < 0 || day.recording(place).isEmpty());
    }

    /** Opens the recording of the selected call, if it has one. */
    public void openSelected() {
        if (calls.selected() >= 0) {
            open(calls.selected());
        }
    }

    private void open(int place) {
        DayCalls day = shown;
        if (day != null) {
            day.recording(place).ifPresent(file -> recordings.open(file, day.title()));
        }
    }
}
