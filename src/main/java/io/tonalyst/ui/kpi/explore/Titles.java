// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.explore;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows items by a title; nothing is typed in. */
public final class Titles<T> extends StringConverter<T> {
    private final Function<T, String> title;

    private Titles(Function<T, String> title) {
        this.title = title;
    }

    /**
     * A box of things to choose from, by their titles.
     *
     * @param name for screen readers
     */
    public static <T> ComboBox<T> box(String name, Function<T, String> title) {
        var box = new ComboBox<T>();
        box.setConverter(new Titles<>(title));
        box.setAccessibleText(name);
        return box;
    }

    @Override
    public String toString(@Nullable T item) {
        return item == null ? "" : title.apply(item);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("Items are chosen, not typed");
    }
}
