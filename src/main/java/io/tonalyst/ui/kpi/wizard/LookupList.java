// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.wizard;

import io.tonalyst.kpi.source.CallField;
import io.tonalyst.kpi.source.Lookup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The tables that are joined: each with its keys and what it gives. */
final class LookupList {
    private final ImportModel model;
    private final Supplier<Optional<Path>> choose;
    private final VBox list = new VBox(6);
    private final VBox view;
    private List<Lookup> shown = List.of();

    LookupList(ImportModel model, Supplier<Optional<Path>> choose) {
        this.model = model;
        this.choose = choose;
        var title = new Label("Lookup tables");
        title.getStyleClass().add("wizard-section");
        var add = new Button("Add a lookup table…", new FontIcon(Feather.PLUS));
        add.setOnAction(event -> add());
        view = new VBox(8, title, list, add);
        model.lookups().columnsProperty().addListener((property, before, after) -> rebuild());
    }

    Node view() {
        return view;
    }

    void show(Proposal proposal) {
        if (!proposal.mapping().lookups().equals(shown)) {
            shown = proposal.mapping().lookups();
            model.lookups().lookAt(shown);
            rebuild();
        }
    }

    private void rebuild() {
        list.getChildren().setAll(shown.stream().map(this::row).toList());
    }

    private void add() {
        choose.get().ifPresent(model.lookups()::add);
    }

    private Node row(Lookup lookup) {
        List<String> columns =
                model.lookups().columnsProperty().get().getOrDefault(lookup.file(), List.of());
        var keys =
                new Choices<String>(
                        "Column with the codes",
                        c -> c,
                        c -> replace(lookup, with(lookup, c, lookup.value())));
        keys.show(columns, lookup.key());
        var values =
                new Choices<String>(
                        "Column with what is given",
                        c -> c,
                        c -> replace(lookup, with(lookup, lookup.key(), c)));
        values.show(columns, lookup.value());
        var of =
                new Choices<CallField>(
                        "Field that is explained",
                        CallField::title,
                        f -> replace(lookup, of(lookup, f)));
        of.show(List.copyOf(Lookup.KEYS), lookup.of());
        var gives =
                new Choices<CallField>(
                        "What is given",
                        f -> f == lookup.of() ? "its words" : f.title(),
                        f -> replace(lookup, gives(lookup, f)));
        List<CallField> given = new ArrayList<>(List.of(lookup.of()));
        Lookup.FILLED.stream().filter(f -> f != lookup.of()).forEach(given::add);
        gives.show(given, lookup.gives());
        var remove = new Button(null, new FontIcon(Feather.TRASH_2));
        remove.setAccessibleText("Remove the table " + lookup.file());
        remove.getStyleClass().addAll("button-icon", "flat");
        remove.setOnAction(event -> remove(lookup));
        var row =
                new HBox(
                        6,
                        new Label(
                                String.valueOf(Path.of(lookup.file()).getFileName())
                                        + (lookup.optional() ? " (if there):" : ":")),
                        keys.box(),
                        new Label("are codes of"),
                        of.box(),
                        new Label(","),
                        values.box(),
                        new Label("gives"),
                        gives.box(),
                        remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Lookup with(Lookup lookup, String key, String value) {
        return new Lookup(
                lookup.file(), lookup.of(), key, lookup.gives(), value, lookup.optional());
    }

    private static Lookup of(Lookup lookup, CallField of) {
        CallField gives = lookup.gives() == lookup.of() ? of : lookup.gives();
        boolean allowed = gives == of || Lookup.FILLED.contains(gives);
        return new Lookup(
                lookup.file(),
                of,
                lookup.key(),
                allowed ? gives : of,
                lookup.value(),
                lookup.optional());
    }

    private static Lookup gives(Lookup lookup, CallField gives) {
        return new Lookup(
                lookup.file(), lookup.of(), lookup.key(), gives, lookup.value(), lookup.optional());
    }

    private void replace(Lookup old, Lookup changed) {
        model.setLookups(shown.stream().map(l -> l.equals(old) ? changed : l).toList());
    }

    private void remove(Lookup lookup) {
        model.setLookups(shown.stream().filter(l -> !l.equals(lookup)).toList());
    }
}
