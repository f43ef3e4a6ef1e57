// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.Measure;
import io.tonalyst.sonify.Mapping;
import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is chosen for the chart: agent, month, measure, definition, threshold, mapping. */
final class KpiToolbar {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("error");

    private final FlowPane view = new FlowPane();
    private final KpiSelection model;

    /**
     * @param mappings to choose from
     * @param actions shown after the choices
     */
    KpiToolbar(KpiSelection model, ObservableList<Mapping> mappings, Node actions) {
        this.model = model;
        view.getChildren()
                .addAll(
                        field("Agent", agents()),
                        field("Month", months()),
                        field("Measure", measures()),
                        field("Definition", definitions()),
                        field("Threshold", threshold()),
                        field("Sound mapping", mappings(mappings)),
                        actions);
        view.setRowValignment(VPos.BOTTOM);
        view.getStyleClass().add("kpi-toolbar");
    }

    Node view() {
        return view;
    }

    private Node agents() {
        var box = new SearchableComboBox<Integer>(model.agents());
        box.setConverter(new Titles<>(model::agentTitle));
        box.valueProperty().bindBidirectional(model.agentProperty());
        box.setPrefWidth(130);
        box.setTooltip(new Tooltip("Type to search; Up and Down change the agent"));
        box.setAccessibleText("Agent");
        return box;
    }

    private Node months() {
        var before = new Button(null, new FontIcon(Feather.CHEVRON_LEFT));
        before.getStyleClass().addAll("button-icon", "left-pill");
        before.setOnAction(event -> model.stepMonth(-1));
        before.setTooltip(new Tooltip("Month before"));
        before.setAccessibleText("Month before");
        var after = new Button(null, new FontIcon(Feather.CHEVRON_RIGHT));
        after.getStyleClass().addAll("button-icon", "right-pill");
        after.setOnAction(event -> model.stepMonth(1));
        after.setTooltip(new Tooltip("Month after"));
        after.setAccessibleText("Month after");
        var box = choice(model.months(), KpiFormat::month);
        box.valueProperty().bindBidirectional(model.monthProperty());
        box.setPrefWidth(145);
        box.getStyleClass().add("center-pill");
        box.setAccessibleText("Month");
        return new HBox(before, box, after);
    }

    private Node measures() {
        var group = new ToggleGroup();
        var row = new HBox();
        model.measures().addListener((ListChangeListener<Measure>) change -> fill(row, group));
        fill(row, group);
        // One measure is always chosen: pressing it again does not let go of it.
        group.selectedToggleProperty()
                .addListener(
                        (property, before, after) -> {
                            if (after == null && before != null) {
                                group.selectToggle(before);
                            }
                        });
        model.measureProperty()
                .subscribe(
                        now ->
                                group.getToggles()
                                        .forEach(t -> t.setSelected(t.getUserData() == now)));
        return row;
    }

    /** A button for each measure that the open log has. */
    private void fill(HBox row, ToggleGroup group) {
        row.getChildren().clear();
        List.copyOf(group.getToggles()).forEach(toggle -> toggle.setToggleGroup(null));
        var all = model.measures();
        for (Measure measure : all) {
            var button = new ToggleButton(measure.shortTitle());
            button.setTooltip(new Tooltip(measure.title()));
            button.setUserData(measure);
            button.setSelected(model.measureProperty().get() == measure);
            button.setToggleGroup(group);
            button.getStyleClass()
                    .add(
                            measure == all.getFirst()
                                    ? "left-pill"
                                    : measure == all.getLast() ? "right-pill" : "center-pill");
            button.setOnAction(event -> model.measureProperty().set(measure));
            row.getChildren().add(button);
        }
    }

    private Node definitions() {
        var box = choice(FXCollections.observableArrayList(Definition.values()), Definition::title);
        box.valueProperty().bindBidirectional(model.definitionProperty());
        box.setAccessibleText("Definition");
        box.disableProperty().bind(model.measureProperty().isNotEqualTo(Measure.AHT));
        return box;
    }

    private Node threshold() {
        var field = new TextField();
        field.setPrefColumnCount(5);
        field.setAccessibleText("Threshold");
        var unit = new Label();
        model.measureProperty().subscribe(measure -> unit.setText(measure.unit()));
        model.thresholdProperty()
                .subscribe(value -> field.setText(KpiFormat.plain(value.doubleValue())));
        field.setOnAction(event -> model.enterThreshold(field.getText()));
        field.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                model.enterThreshold(field.getText());
                            }
                        });
        model.thresholdProblemProperty()
                .subscribe(
                        problem -> {
                            field.pseudoClassStateChanged(INVALID, !problem.isEmpty());
                            field.setTooltip(problem.isEmpty() ? null : new Tooltip(problem));
                        });
        var row = new HBox(6, field, unit);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node mappings(ObservableList<Mapping> mappings) {
        var box = choice(mappings, Mapping::title);
        box.setPrefWidth(165);
        box.valueProperty().bindBidirectional(model.mappingProperty());
        box.setAccessibleText("Sound mapping");
        return box;
    }

    private static <T> ComboBox<T> choice(ObservableList<T> items, Function<T, String> title) {
        var box = new ComboBox<T>(items);
        box.setConverter(new Titles<>(title));
        return box;
    }

    private static Node field(String name, Node control) {
        var label = new Label(name);
        label.getStyleClass().add("kpi-field-name");
        return new VBox(3, label, control);
    }

    /** Shows items by a title; nothing is typed in. */
    private static final class Titles<T> extends StringConverter<T> {
        private final Function<T, String> title;

        Titles(Function<T, String> title) {
            this.title = title;
        }

        @Override
        public String toString(T item) {
            return item == null ? "" : title.apply(item);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("Items are chosen, not typed");
        }
    }
}
