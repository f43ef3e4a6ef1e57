// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.CallLogImport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which calls count: a choice of codes for each dimension the log has, and two days. */
final class FilterBar {
    private final KpiSelection selection;
    private final FlowPane view = new FlowPane(10, 8);
    private final ToggleButton toggle = new ToggleButton(null, new FontIcon(Feather.FILTER));
    private final DatePicker from = picker("First day that counts");
    private final DatePicker to = picker("Last day that counts");
    private final List<CodeChoice> choices = new ArrayList<>();
    private boolean setting;

    FilterBar(KpiViewModel model) {
        this.selection = model.selection();
        toggle.setId("kpi-filter-toggle");
        toggle.setAccessibleText("Filter");
        toggle.setTooltip(new Tooltip("Let only some calls count"));
        view.visibleProperty().bind(toggle.selectedProperty());
        view.managedProperty().bind(view.visibleProperty());
        view.getStyleClass().add("kpi-filter");
        from.valueProperty().addListener((property, before, after) -> changeDays());
        to.valueProperty().addListener((property, before, after) -> changeDays());
        model.importedProperty().subscribe(this::offer);
        selection.filterProperty().subscribe(this::show);
    }

    Node view() {
        return view;
    }

    /** Shows and hides the bar; tells when a filter is on. */
    Node toggle() {
        return toggle;
    }

    private static DatePicker picker(String name) {
        var picker = new DatePicker();
        picker.setPrefWidth(125);
        picker.setPromptText("any");
        picker.setAccessibleText(name);
        return picker;
    }

    private void offer(@Nullable CallLogImport imported) {
        view.getChildren().clear();
        choices.clear();
        if (imported == null) {
            return;
        }
        CallLog log = imported.log();
        for (CallDimension dimension : CallDimension.values()) {
            List<String> codes = log.codes(dimension);
            if (codes.size() > 1) {
                var choice =
                        new CodeChoice(
                                dimension.title(),
                                codes,
                                code -> log.title(dimension, code),
                                chosen ->
                                        change(
                                                selection
                                                        .filterProperty()
                                                        .get()
                                                        .with(dimension, chosen)));
                choice.show(selection.filterProperty().get().codes(dimension));
                choice.view().setUserData(dimension);
                choices.add(choice);
                view.getChildren().add(named(dimension.title(), choice.view()));
            }
        }
        var reset = new Button("All calls", new FontIcon(Feather.X));
        reset.setOnAction(event -> change(CallFilter.NONE));
        reset.disableProperty().bind(selection.filterProperty().isEqualTo(CallFilter.NONE));
        view.getChildren().addAll(named("From", from), named("To", to), named("", reset));
    }

    private static Node named(String name, Node control) {
        var label = new Label(name);
        label.getStyleClass().add("kpi-field-name");
        label.setLabelFor(control);
        return new VBox(3, label, control);
    }

    private void changeDays() {
        change(selection.filterProperty().get().between(from.getValue(), to.getValue()));
    }

    private void change(CallFilter filter) {
        if (!setting) {
            selection.filterProperty().set(filter);
        }
    }

    private void show(CallFilter filter) {
        setting = true;
        try {
            for (CodeChoice choice : choices) {
                choice.show(filter.codes((CallDimension) choice.view().getUserData()));
            }
            set(from, filter.from());
            set(to, filter.to());
            int parts =
                    filter.chosen().size() + (filter.from() == null && filter.to() == null ? 0 : 1);
            toggle.setText(parts == 0 ? null : Integer.toString(parts));
        } finally {
            setting = false;
        }
    }

    private static void set(DatePicker picker, @Nullable LocalDate day) {
        picker.setValue(day);
    }
}
