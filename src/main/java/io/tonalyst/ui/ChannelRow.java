// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui;

import io.tonalyst.sonify.Channel;
import io.tonalyst.sonify.Polarity;
import io.tonalyst.sonify.SoundDesign.Property;
import io.tonalyst.sonify.SoundSeries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.controlsfx.control.RangeSlider;
import org.jspecify.annotations.Nullable;

/** One property of the sound: what it follows, over which range, and which way. */
final class ChannelRow {
    private static final double SLIDER_WIDTH = 150;

    /** Which way a property follows its source. */
    private enum Way {
        MORE("more is more"),
        LESS("more is less"),
        WORSE("worse is more");

        private final String title;

        Way(String title) {
            this.title = title;
        }
    }

    private final Property property;
    private final Consumer<Channel> changed;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final ComboBox<String> source = new ComboBox<>();
    private final ComboBox<Way> way = new ComboBox<>();
    private final Slider level;
    private final RangeSlider range;
    private final Label text = new Label();
    private final StackPane sliders;
    private boolean showing;

    /**
     * @param changed takes the channel after each change by the person
     */
    ChannelRow(Property property, Consumer<Channel> changed) {
        this.property = property;
        this.changed = changed;
        this.level = new Slider(property.low(), property.high(), property.low());
        this.range =
                new RangeSlider(property.low(), property.high(), property.low(), property.high());
        String name = property.title();
        source.setConverter(titles(key -> sources.getOrDefault(key, key)));
        source.setPrefWidth(158);
        source.setAccessibleText(name + " follows");
        way.getItems().setAll(Way.values());
        way.setConverter(titles(w -> w.title));
        way.setPrefWidth(150);
        way.setAccessibleText(name + ", which way");
        way.setTooltip(
                new Tooltip(
                        "Worse is more: the worst value gets the high end, whether worse is up or"
                                + " down on the chart"));
        level.setAccessibleText(name);
        range.setAccessibleText(name + ", range");
        level.setPrefWidth(SLIDER_WIDTH);
        range.setPrefWidth(SLIDER_WIDTH);
        level.setBlockIncrement(step());
        range.setBlockIncrement(step());
        sliders = new StackPane(level, range);
        sliders.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(112);
        text.getStyleClass().add("design-value");
        source.valueProperty().addListener((p, before, after) -> change());
        way.valueProperty().addListener((p, before, after) -> change());
        level.valueProperty().addListener((p, before, after) -> change());
        range.lowValueProperty().addListener((p, before, after) -> change());
        range.highValueProperty().addListener((p, before, after) -> change());
        offer(null);
    }

    /** Puts the controls into a row of a grid. */
    void addTo(GridPane grid, int row) {
        var name = new Label(property.title());
        name.getStyleClass().add("design-name");
        name.setLabelFor(source);
        grid.addRow(row, name, source, sliders, text, way);
    }

    /** What can be followed; without a series the sources that all have. */
    void offer(@Nullable SoundSeries series) {
        String chosen = source.getValue();
        sources.clear();
        sources.put(Channel.NONE, "stays the same");
        sources.put(SoundSeries.VALUE, series == null ? "the value" : series.name());
        sources.put(SoundSeries.TIME, "time");
        if (series != null) {
            series.others().forEach(other -> sources.put(other.key(), other.title()));
        }
        if (chosen != null) {
            sources.putIfAbsent(chosen, chosen);
        }
        List<String> keys = List.copyOf(sources.keySet());
        boolean outer = showing;
        showing = true;
        source.getItems().setAll(keys);
        source.setValue(chosen);
        showing = outer;
    }

    /** Shows a channel without telling of it. */
    void show(Channel channel) {
        showing = true;
        try {
            if (!sources.containsKey(channel.source())) {
                sources.put(channel.source(), channel.source());
                source.getItems().add(channel.source());
            }
            source.setValue(channel.source());
            boolean falls = channel.low() > channel.high();
            way.setValue(
                    channel.polarity() == Polarity.CONCERN
                            ? Way.WORSE
                            : falls ? Way.LESS : Way.MORE);
            double low = Math.min(channel.low(), channel.high());
            double high = Math.max(channel.low(), channel.high());
            level.setValue(channel.low());
            if (!channel.isFixed()) {
                // Neither end may pass the other on the way.
                range.setLowValue(property.low());
                range.setHighValue(high);
                range.setLowValue(low);
            }
            arrange(channel);
        } finally {
            showing = false;
        }
    }

    private void change() {
        if (showing || source.getValue() == null) {
            return;
        }
        Channel channel = channel();
        arrange(channel);
        changed.accept(channel);
    }

    private Channel channel() {
        if (source.getValue().equals(Channel.NONE)) {
            return Channel.fixed(rounded(level.getValue()));
        }
        double low = rounded(Math.min(range.getLowValue(), range.getHighValue()));
        double high = rounded(Math.max(range.getLowValue(), range.getHighValue()));
        return switch (way.getValue()) {
            case LESS -> new Channel(source.getValue(), high, low, Polarity.UP);
            case WORSE -> new Channel(source.getValue(), low, high, Polarity.CONCERN);
            case MORE -> new Channel(source.getValue(), low, high, Polarity.UP);
        };
    }

    private void arrange(Channel channel) {
        level.setVisible(channel.isFixed());
        range.setVisible(!channel.isFixed());
        way.setVisible(!channel.isFixed());
        text.setText(
                channel.isFixed()
                        ? inWords(channel.low())
                        : inWords(channel.low()) + " – " + inWords(channel.high()));
    }

    private String inWords(double value) {
        return switch (property) {
            case PITCH -> NoteNames.of(value);
            case LOUDNESS -> String.format(Locale.ROOT, "%.0f", value);
            case PAN ->
                    value == 0
                            ? "middle"
                            : String.format(
                                    Locale.ROOT,
                                    "%s %.0f %%",
                                    value < 0 ? "left" : "right",
                                    100 * Math.abs(value));
            case BRIGHTNESS -> String.format(Locale.ROOT, "%.0f %%", 100 * value);
            case DURATION -> String.format(Locale.ROOT, "%.0f ms", value);
        };
    }

    private double rounded(double value) {
        double step = step();
        return Math.clamp(Math.rint(value / step) * step, property.low(), property.high());
    }

    private double step() {
        return switch (property) {
            case PITCH, LOUDNESS -> 1;
            case PAN, BRIGHTNESS -> 0.05;
            case DURATION -> 10;
        };
    }

    private static <T> StringConverter<T> titles(Function<T, String> title) {
        return new StringConverter<>() {
            @Override
            public String toString(T item) {
                return item == null ? "" : title.apply(item);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("Items are chosen, not typed");
            }
        };
    }
}
