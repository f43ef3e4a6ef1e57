// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui;

import io.tonalyst.sonify.Mapping;
import io.tonalyst.sonify.Scale;
import io.tonalyst.sonify.SoundDesign;
import io.tonalyst.sonify.SoundDesign.Property;
import io.tonalyst.sonify.SoundPresets;
import io.tonalyst.sonify.SoundSeries;
import io.tonalyst.sonify.Timbre;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * The designer of sound mappings: what is heard as what, on which instrument, in which scale and
 * tempo. Every change is a new mapping in the property at once, so that it is heard. Knows no
 * particular series; {@link #offer} tells it what there is to follow. For the FX thread.
 */
public final class DesignEditor {
    /** Name of a preset that has been changed. */
    public static final String OWN = "my mapping";

    private final ObjectProperty<Mapping> mapping;
    private final Map<Property, ChannelRow> rows = new EnumMap<>(Property.class);
    private final ComboBox<Optional<Timbre>> instrument = new ComboBox<>();
    private final ComboBox<Scale> scale = new ComboBox<>();
    private final ComboBox<Integer> tonic = new ComboBox<>();
    private final Slider step = new Slider(SoundDesign.SHORTEST_STEP_MS, 1_000, 250);
    private final Label stepText = new Label();
    private final CheckBox earcons = new CheckBox("Threshold signals");
    private final CheckBox ticks = new CheckBox("Ticks");
    private final Label fixed =
            new Label(
                    "The reference mappings are those of the VolaPhone charts, note by note: they"
                            + " take no settings. Choose another mapping to design one.");
    private final VBox view;
    private boolean showing;

    /**
     * @param mapping what is shown and changed
     */
    public DesignEditor(ObjectProperty<Mapping> mapping) {
        this.mapping = mapping;
        var grid = new GridPane(8, 4);
        for (Property property : Property.values()) {
            var row = new ChannelRow(property, channel -> change(d -> d.with(property, channel)));
            row.addTo(grid, rows.size());
            rows.put(property, row);
        }
        List<Optional<Timbre>> instruments = new ArrayList<>();
        instruments.add(Optional.empty());
        for (Timbre timbre : Timbre.values()) {
            instruments.add(Optional.of(timbre));
        }
        fill(instrument, instruments, t -> t.map(Timbre::title).orElse("as fits"), "Instrument");
        fill(scale, List.of(Scale.values()), Scale::title, "Scale");
        List<Integer> notes = new ArrayList<>();
        for (int note = 0; note < NoteNames.OCTAVE.size(); note++) {
            notes.add(note);
        }
        fill(tonic, notes, NoteNames.OCTAVE::get, "The scale starts at");
        instrument
                .valueProperty()
                .addListener((p, before, after) -> change(d -> d.on(chosen(after, d))));
        scale.valueProperty().addListener((p, b, a) -> change(d -> d.in(a, d.tonic())));
        tonic.valueProperty().addListener((p, b, a) -> change(d -> d.in(d.scale(), a)));
        step.setPrefWidth(110);
        step.setBlockIncrement(10);
        step.setAccessibleText("Length of a step in milliseconds at speed 1");
        step.valueProperty()
                .addListener((p, b, a) -> change(d -> d.every(10 * (a.intValue() / 10))));
        earcons.setTooltip(new Tooltip("Two quick notes where the threshold is crossed"));
        earcons.selectedProperty()
                .addListener((p, b, a) -> change(d -> d.signalling(a, d.ticks())));
        ticks.setTooltip(new Tooltip("A soft tick each week, a stronger one each month"));
        ticks.selectedProperty()
                .addListener((p, b, a) -> change(d -> d.signalling(d.earcons(), a)));
        stepText.setMinWidth(52);
        stepText.getStyleClass().add("design-value");
        var tempo = new HBox(6, step, stepText);
        tempo.setAlignment(Pos.CENTER_LEFT);
        var signals = new HBox(12, earcons, ticks);
        signals.setAlignment(Pos.CENTER_LEFT);
        signals.setMinHeight(30);
        tempo.setMinHeight(30);
        var top =
                new HBox(
                        14,
                        named("Instrument", instrument),
                        named("Scale", new HBox(4, scale, tonic)),
                        named("A step lasts", tempo),
                        named("Signals", signals));
        fixed.setWrapText(true);
        fixed.setPrefWidth(430);
        fixed.setMaxWidth(430);
        fixed.getStyleClass().add("design-fixed");
        var settings = new VBox(8, top, grid);
        fixed.visibleProperty().bind(settings.visibleProperty().not());
        fixed.managedProperty().bind(fixed.visibleProperty());
        settings.managedProperty().bind(settings.visibleProperty());
        view = new VBox(fixed, settings);
        view.getStyleClass().add("design-editor");
        mapping.subscribe(now -> show(now, settings));
    }

    public Node view() {
        return view;
    }

    /** Offers what a series has to follow; without one, what all have. */
    public void offer(@Nullable SoundSeries series) {
        rows.values().forEach(row -> row.offer(series));
        if (mapping.get() instanceof Mapping.Designed(var design)) {
            rows.forEach((property, row) -> row.show(design.channel(property)));
        }
    }

    private void show(Mapping now, Node settings) {
        settings.setVisible(now instanceof Mapping.Designed);
        if (!(now instanceof Mapping.Designed(var design))) {
            return;
        }
        boolean outer = showing;
        showing = true;
        try {
            rows.forEach((property, row) -> row.show(design.channel(property)));
            instrument.setValue(design.instrument());
            scale.setValue(design.scale());
            tonic.setValue(design.tonic());
            tonic.setDisable(design.scale() == Scale.FREE || design.scale() == Scale.CHROMATIC);
            step.setMax(Math.max(1_000, design.stepMs()));
            step.setValue(design.stepMs());
            stepText.setText(design.stepMs() + " ms");
            earcons.setSelected(design.earcons());
            ticks.setSelected(design.ticks());
        } finally {
            showing = outer;
        }
    }

    private void change(UnaryOperator<SoundDesign> how) {
        if (showing || !(mapping.get() instanceof Mapping.Designed(var design))) {
            return;
        }
        SoundDesign next = how.apply(design);
        if (!next.equals(design)) {
            boolean preset =
                    SoundPresets.all().stream().anyMatch(p -> p.name().equals(design.name()));
            mapping.set(new Mapping.Designed(preset ? next.named(OWN) : next));
        }
    }

    /** A box tells of null while its items change. */
    @SuppressWarnings("NullableOptional")
    private static Optional<Timbre> chosen(@Nullable Optional<Timbre> value, SoundDesign design) {
        return value == null ? design.instrument() : value;
    }

    private static <T> void fill(
            ComboBox<T> box, List<T> items, Function<T, String> title, String name) {
        box.getItems().setAll(items);
        box.setAccessibleText(name);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(T item) {
                        return item == null ? "" : title.apply(item);
                    }

                    @Override
                    public T fromString(String typed) {
                        throw new UnsupportedOperationException("Items are chosen, not typed");
                    }
                });
    }

    private static Node named(String name, Node control) {
        var label = new Label(name);
        label.getStyleClass().add("design-name");
        label.setLabelFor(control);
        return new VBox(3, label, control);
    }
}
