// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.overview.Granularity;
import io.tonalyst.ui.kpi.explore.Titles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be chosen for a chart: each view has its own row of boxes. */
final class ChartControls {
    private static final List<Integer> TRAILS = List.of(0, 3, 6, 12, 24, BubbleSpec.MAX_TRAIL);

    private final ChartsModel model;
    private final FlowPane view = new FlowPane();
    private final Node export;
    private final Map<ChartView, List<Node>> rows = new EnumMap<>(ChartView.class);

    /**
     * @param export stands at the end of each row
     */
    ChartControls(ChartsModel model, Node export) {
        this.model = model;
        this.export = export;
        rows.put(ChartView.COMPARE, List.of(agent("with"), other("and with")));
        rows.put(
                ChartView.BUBBLES,
                List.of(
                        field("Period", lengths()),
                        field("Across", measures("Across", model.xProperty())),
                        field("Up", measures("Up", model.yProperty())),
                        field("Area", measures("Area", model.sizeProperty())),
                        field("Colour", colours()),
                        field("Trail", trails()),
                        field("", nobody())));
        rows.put(
                ChartView.MULTIPLES,
                List.of(
                        field("Measure", measures("Measure", model.measureProperty())),
                        field("Definition", definitions()),
                        field("Period", lengths()),
                        field("Order", orders()),
                        field("Page", pages())));
        rows.put(
                ChartView.CALENDAR,
                List.of(
                        field("Agent", agents()),
                        field("Measure", measures("Measure", model.measureProperty())),
                        field("Definition", definitions())));
        view.setRowValignment(VPos.BOTTOM);
        view.getStyleClass().add("charts-controls");
        model.viewProperty().subscribe(this::arrange);
    }

    Node view() {
        return view;
    }

    private void arrange(ChartView now) {
        List<Node> nodes = rows.get(now);
        if (nodes != null) {
            view.getChildren().setAll(nodes);
            view.getChildren().add(export);
        }
    }

    private static Node field(String name, Node control) {
        var label = new Label(name);
        label.getStyleClass().add("kpi-field-name");
        label.setLabelFor(control);
        return new VBox(3, label, control);
    }

    private static <T> ComboBox<T> box(
            String name, List<T> items, Function<T, String> title, ObjectProperty<T> value) {
        ComboBox<T> box = Titles.box(name, title);
        box.getItems().setAll(items);
        box.valueProperty().bindBidirectional(value);
        return box;
    }

    private Node measures(String name, ObjectProperty<Measure> value) {
        ComboBox<Measure> box = Titles.box(name, Measure::shortTitle);
        box.setItems(model.measures());
        box.valueProperty().bindBidirectional(value);
        return box;
    }

    private Node colours() {
        ComboBox<Optional<Measure>> box =
                Titles.box(
                        "Colour", choice -> choice.map(Measure::shortTitle).orElse("one colour"));
        box.getItems().add(Optional.empty());
        Runnable offer =
                () -> {
                    box.getItems()
                            .removeIf(
                                    one ->
                                            one.filter(m -> !model.measures().contains(m))
                                                    .isPresent());
                    for (Measure one : model.measures()) {
                        if (!box.getItems().contains(Optional.of(one))) {
                            box.getItems().add(Optional.of(one));
                        }
                    }
                };
        model.measures().subscribe(offer);
        offer.run();
        box.valueProperty().bindBidirectional(model.colourProperty());
        return box;
    }

    private Node lengths() {
        return box(
                "Period",
                List.of(Granularity.values()),
                g -> "by " + g.key(),
                model.granularityProperty());
    }

    private Node definitions() {
        return box(
                "Definition",
                List.of(Definition.values()),
                Definition::title,
                model.choices().definition());
    }

    private Node orders() {
        return box(
                "Order",
                List.of(MultiplesOrder.values()),
                MultiplesOrder::title,
                model.orderProperty());
    }

    private Node trails() {
        return box("Trail", TRAILS, n -> n == 0 ? "none" : n + " periods", model.trailProperty());
    }

    private Node nobody() {
        var none = new Button("All agents", new FontIcon(Feather.X));
        none.setTooltip(new Tooltip("Let go of the agents chosen by clicking their bubbles"));
        none.setOnAction(event -> model.chosen().clear());
        return none;
    }

    private Node agents() {
        ComboBox<Integer> box = Titles.box("Agent", model::agentTitle);
        box.setItems(model.choices().agents());
        box.valueProperty().bindBidirectional(model.choices().agent());
        return box;
    }

    private Node agent(String name) {
        return field(name, others(name, model.secondProperty()));
    }

    private Node other(String name) {
        return field(name, others(name, model.thirdProperty()));
    }

    /** Nobody, or one of the agents of the log. */
    private Node others(String name, ObjectProperty<Optional<Integer>> value) {
        ComboBox<Optional<Integer>> box =
                Titles.box(
                        "Compare " + name,
                        choice -> choice.map(model::agentTitle).orElse("nobody"));
        Runnable offer =
                () -> {
                    var items = new ArrayList<Optional<Integer>>(List.of(Optional.empty()));
                    model.choices().agents().forEach(agent -> items.add(Optional.of(agent)));
                    box.getItems().setAll(items);
                };
        model.choices().agents().subscribe(offer);
        offer.run();
        box.valueProperty().bindBidirectional(value);
        return box;
    }

    private Node pages() {
        var label = new Label();
        var back = new Button(null, new FontIcon(Feather.CHEVRON_LEFT));
        back.setAccessibleText("Page before");
        back.setOnAction(event -> turn(-1));
        var on = new Button(null, new FontIcon(Feather.CHEVRON_RIGHT));
        on.setAccessibleText("Next page");
        on.setOnAction(event -> turn(1));
        model.chartProperty()
                .subscribe(
                        chart -> {
                            if (chart instanceof MultiplesChart multiples) {
                                label.setText((multiples.page() + 1) + " of " + multiples.pages());
                                back.setDisable(multiples.page() == 0);
                                on.setDisable(multiples.page() + 1 >= multiples.pages());
                            }
                        });
        var row = new HBox(6, back, label, on);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void turn(int by) {
        if (model.chartProperty().get() instanceof MultiplesChart chart) {
            model.pageProperty().set(Math.clamp(chart.page() + by, 0, chart.pages() - 1));
        }
    }
}
