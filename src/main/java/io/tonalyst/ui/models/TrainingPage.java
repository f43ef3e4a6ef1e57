// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.training.EpochRecord;
import io.tonalyst.ui.models.HistoryChart.Measure;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.util.StringConverter;

/** The course of the trainings: curves of the runs that are ticked, epochs of the one selected. */
final class TrainingPage {
    /** More curves than this cannot be told apart. */
    private static final int MOST = 6;

    private final PageTools tools;
    private final List<Entry> entries;
    private final List<ChartPane> charts = new ArrayList<>();
    private final TableView<EpochRecord> epochs;

    /** A run and whether its curves are shown. */
    private record Entry(TrainingHistory history, BooleanProperty shown) {}

    /**
     * @param histories at least one
     */
    TrainingPage(List<TrainingHistory> histories, PageTools tools) {
        this.tools = tools;
        this.entries =
                histories.stream()
                        .map(
                                h ->
                                        new Entry(
                                                h,
                                                new SimpleBooleanProperty(
                                                        h == histories.getFirst())))
                        .toList();
        this.epochs =
                Tables.of(
                        "Epochs of the selected run",
                        14,
                        histories.getFirst().epochs(),
                        List.of(
                                Tables.count("Epoch", 56, EpochRecord::epoch),
                                Tables.number("Loss", 66, EpochRecord::trainLoss, Format::three),
                                Tables.percent("Accuracy", 74, EpochRecord::trainAccuracy),
                                Tables.number(
                                        "Val. loss",
                                        72,
                                        EpochRecord::validationLoss,
                                        Format::three),
                                Tables.percent("Val. acc.", 74, EpochRecord::validationAccuracy),
                                Tables.percent("Val. UAR", 74, EpochRecord::validationUar),
                                Tables.number(
                                        "Rate", 70, EpochRecord::learningRate, Format::rate)));
    }

    Node view() {
        for (Measure measure : Measure.values()) {
            double height = measure == Measure.RATE ? 110 : 210;
            charts.add(new ChartPane(new HistoryChart(measure, shown()), height, tools));
        }
        for (Entry entry : entries) {
            entry.shown()
                    .addListener(
                            (property, before, after) -> {
                                if (after && shown().size() > MOST) {
                                    entry.shown().set(false);
                                }
                                refresh();
                            });
        }
        var list = new ListView<Entry>();
        list.getItems().setAll(entries);
        list.setCellFactory(
                view ->
                        new CheckBoxListCell<>(
                                Entry::shown,
                                new StringConverter<>() {
                                    @Override
                                    public String toString(Entry entry) {
                                        return entry.history().name();
                                    }

                                    @Override
                                    public Entry fromString(String text) {
                                        throw new UnsupportedOperationException();
                                    }
                                }));
        list.setPrefHeight(Math.clamp(40.0 * entries.size() + 4, 60, 210));
        list.setMinHeight(60);
        list.setAccessibleText("Runs; ticked ones are drawn");
        list.getSelectionModel().select(0);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        entry -> {
                            if (entry != null) {
                                Tables.fill(epochs, 14, entry.history().epochs());
                            }
                        });
        var left =
                Layout.stack(
                        Layout.section("Runs"),
                        list,
                        Layout.section("Epochs of the selected run"),
                        epochs);
        var right = Layout.stack();
        charts.forEach(chart -> right.getChildren().add(chart.view()));
        return Layout.page(
                "Training",
                "Loss and accuracy of the training part are taken on a fixed sample of it as it is,"
                        + " without augmentation.",
                Layout.columns(44, left, right));
    }

    private List<TrainingHistory> shown() {
        return entries.stream().filter(e -> e.shown().get()).map(Entry::history).toList();
    }

    private void refresh() {
        Measure[] measures = Measure.values();
        for (int i = 0; i < charts.size(); i++) {
            charts.get(i).show(new HistoryChart(measures[i], shown()));
        }
    }
}
