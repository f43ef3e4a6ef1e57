// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.wizard;

import io.tonalyst.kpi.source.Binding;
import io.tonalyst.kpi.source.CallField;
import io.tonalyst.kpi.source.ColumnMapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The second page: what the columns mean, checked on the samples as it is chosen. */
final class ColumnsPage {
    private static final PseudoClass BLOCKED = PseudoClass.getPseudoClass("blocked");

    private final ImportModel model;
    private final Choices<ColumnMapping> mappings;
    private final List<FieldRow> rows = new ArrayList<>();
    private final LookupList lookups;
    private final Label verdict = new Label();
    private final VBox view;

    /**
     * @param chooseTable asks for a lookup table
     */
    ColumnsPage(ImportModel model, Supplier<Optional<Path>> chooseTable) {
        this.model = model;
        mappings = new Choices<>("Start from a mapping", ColumnMapping::title, model::use);
        mappings.box().setPrefWidth(320);
        lookups = new LookupList(model, chooseTable);
        var grid = new GridPane(10, 6);
        grid.getColumnConstraints().addAll(fixed(190), fixed(205), fixed(215), growing());
        int at = 0;
        for (CallField field : CallField.values()) {
            var row = new FieldRow(model, field);
            rows.add(row);
            grid.addRow(at++, row.cells());
            var constraint = new RowConstraints();
            constraint.setValignment(VPos.CENTER);
            grid.getRowConstraints().add(constraint);
        }
        grid.getStyleClass().add("wizard-fields");
        var fields = new VBox(14, grid, lookups.view());
        var scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "wizard-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        verdict.setWrapText(true);
        verdict.setMinHeight(Region.USE_PREF_SIZE);
        verdict.getStyleClass().add("wizard-result");
        var head = new HBox(12, Choices.named("Start from a mapping", mappings.box()), verdict);
        head.getStyleClass().add("wizard-head");
        HBox.setHgrow(verdict, Priority.ALWAYS);
        view = new VBox(10, head, scroll);
        model.proposalProperty().subscribe(this::show);
        model.mappings().subscribe(() -> show(model.proposalProperty().get()));
    }

    private static ColumnConstraints fixed(double width) {
        var column = new ColumnConstraints(width, width, width);
        column.setFillWidth(true);
        return column;
    }

    private static ColumnConstraints growing() {
        var column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        column.setMinWidth(0);
        return column;
    }

    Node view() {
        return view;
    }

    private void show(@Nullable Proposal proposal) {
        if (proposal == null) {
            return;
        }
        Binding binding = proposal.binding();
        ColumnMapping now =
                model.mappings().stream()
                        .filter(m -> m.fields().equals(proposal.mapping().fields()))
                        .findFirst()
                        .orElse(null);
        mappings.show(List.copyOf(model.mappings()), now);
        mappings.box().setPromptText("proposed by column names");
        rows.forEach(row -> row.show(proposal));
        lookups.show(proposal);
        verdict.setText(
                binding.isReady()
                        ? "All that is needed is there."
                        : binding.issues().stream()
                                .filter(Binding.Issue::blocking)
                                .map(Binding.Issue::sentence)
                                .collect(Collectors.joining(" ")));
        verdict.pseudoClassStateChanged(BLOCKED, !binding.isReady());
    }
}
