// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.wizard;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A box to choose one of several things by their titles; tells only of what a person chooses. */
final class Choices<T> {
    private final ComboBox<T> box = new ComboBox<>();
    private boolean setting;

    /**
     * @param name for screen readers
     */
    Choices(String name, Function<T, String> title, Consumer<T> chosen) {
        box.setAccessibleText(name);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T item) {
                        return item == null ? "" : title.apply(item);
                    }

                    @Override
                    public T fromString(String text) {
                        throw new UnsupportedOperationException("Items are chosen, not typed");
                    }
                });
        box.valueProperty()
                .addListener(
                        (property, before, after) -> {
                            if (!setting && after != null) {
                                chosen.accept(after);
                            }
                        });
    }

    ComboBox<T> box() {
        return box;
    }

    /** Offers items and shows the one that holds. */
    void show(List<T> items, @Nullable T value) {
        setting = true;
        try {
            if (!box.getItems().equals(items)) {
                box.getItems().setAll(items);
            }
            box.setValue(value);
        } finally {
            setting = false;
        }
    }

    /** A control under its name. */
    static Node named(String name, Node control) {
        var label = new Label(name);
        label.getStyleClass().add("kpi-field-name");
        label.setLabelFor(control);
        return new VBox(3, label, control);
    }
}
