// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.ui.BundledFont;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The type of the charts and its widths. */
final class ChartText {
    private final Font title = BundledFont.strong(19);
    private final Font strong = BundledFont.strong(14);
    private final Font label = BundledFont.regular(12);
    private final Text ruler = new Text();

    Font title() {
        return title;
    }

    Font strong() {
        return strong;
    }

    Font label() {
        return label;
    }

    /** Width of a line of text, in pixels. */
    double width(String line, Font font) {
        ruler.setFont(font);
        ruler.setText(line);
        return ruler.getLayoutBounds().getWidth();
    }
}
