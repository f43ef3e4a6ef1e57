// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.render.ColourMap;
import io.tonalyst.render.FrequencyScale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.controlsfx.control.RangeSlider;

/** Frequency axis, range of levels and colours of the spectrogram. */
final class SpectrogramControls {
    /** Width of a pane whose header has room for everything. */
    private static final double ROOMY = 560;

    private final HBox view = new HBox(8);
    private final RangeSlider range;
    private final Label rangeText = Controls.muted("");
    private final Consumer<SpectrogramSettings> receiver;
    private SpectrogramSettings settings = SpectrogramSettings.DEFAULT;
    private boolean showing;

    /**
     * @param width of the pane; the range is hidden where room is short
     * @param receiver is given the settings whenever the user changes one
     */
    SpectrogramControls(ReadOnlyDoubleProperty width, Consumer<SpectrogramSettings> receiver) {
        this.receiver = receiver;
        range =
                new RangeSlider(
                        SpectrogramSettings.MIN_DB,
                        SpectrogramSettings.MAX_DB,
                        settings.lowDb(),
                        settings.highDb());
        range.setPrefWidth(130);
        range.setMinWidth(70);
        range.setBlockIncrement(5);
        range.setAccessibleRole(AccessibleRole.SLIDER);
        range.setAccessibleText("Range of levels in dB");
        range.lowValueProperty().addListener((p, before, after) -> rangeChanged());
        range.highValueProperty().addListener((p, before, after) -> rangeChanged());
        rangeText.setMinWidth(104);
        rangeText.setAlignment(Pos.CENTER_RIGHT);
        rangeText.getStyleClass().add("number");
        for (Region part : new Region[] {range, rangeText}) {
            part.visibleProperty().bind(width.greaterThan(ROOMY));
            part.managedProperty().bind(part.visibleProperty());
        }
        view.getChildren().setAll(scales(), windows(), rangeText, range, colourMaps());
        view.setAlignment(Pos.CENTER_RIGHT);
        show(settings);
    }

    Node view() {
        return view;
    }

    /** Shows settings that came from elsewhere. */
    void show(SpectrogramSettings newSettings) {
        settings = newSettings;
        showing = true;
        range.setLowValue(newSettings.lowDb());
        range.setHighValue(newSettings.highDb());
        showing = false;
        rangeText.setText(
                TimeText.decibels(newSettings.lowDb(), 0)
                        + " … "
                        + TimeText.decibels(newSettings.highDb(), 0)
                        + " dB");
    }

    private void rangeChanged() {
        if (!showing && range.getHighValue() - range.getLowValue() >= 5) {
            change(settings.withRange(range.getLowValue(), range.getHighValue()));
        }
    }

    private void change(SpectrogramSettings changed) {
        show(changed);
        receiver.accept(changed);
    }

    private Node scales() {
        var group = new ToggleGroup();
        var box = new HBox();
        FrequencyScale[] scales = FrequencyScale.values();
        for (int i = 0; i < scales.length; i++) {
            FrequencyScale scale = scales[i];
            var button = new ToggleButton(scale.title());
            button.setToggleGroup(group);
            button.setSelected(scale == settings.scale());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setAccessibleText(scale.title() + " frequency axis");
            button.getStyleClass()
                    .addAll(
                            "small",
                            i == 0
                                    ? "left-pill"
                                    : i == scales.length - 1 ? "right-pill" : "center-pill");
            button.setOnAction(
                    event -> {
                        button.setSelected(true);
                        change(settings.withScale(scale));
                    });
            box.getChildren().add(button);
        }
        return box;
    }

    /** Long windows tell frequencies better apart, short ones moments. */
    private Node windows() {
        ComboBox<Double> box = new ComboBox<>();
        box.getItems().setAll(0.0, 0.008, 0.016, 0.032, 0.064, 0.128);
        box.setValue(settings.windowSeconds());
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Double seconds) {
                        return seconds == null || seconds == 0
                                ? "Auto"
                                : Math.round(1000 * seconds) + " ms";
                    }

                    @Override
                    public Double fromString(String text) {
                        return 0.0;
                    }
                });
        box.getStyleClass().add("small");
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setAccessibleText("Length of the spectrogram's window");
        box.setTooltip(new Tooltip("Window: long ones tell frequencies apart, short ones moments"));
        box.setOnAction(event -> change(settings.withWindow(box.getValue())));
        return box;
    }

    private Node colourMaps() {
        ComboBox<ColourMap> box = new ComboBox<>();
        box.getItems().setAll(ColourMap.values());
        box.setValue(settings.colours());
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(ColourMap map) {
                        return map == null ? "" : map.title();
                    }

                    @Override
                    public ColourMap fromString(String text) {
                        return ColourMap.valueOf(text);
                    }
                });
        box.getStyleClass().add("small");
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setAccessibleText("Colours of the spectrogram");
        box.setOnAction(event -> change(settings.withColours(box.getValue())));
        return box;
    }
}
