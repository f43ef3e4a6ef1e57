// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Text as painters set it. */
final class PaintText {
    private static final Pattern SPACES = Pattern.compile(" +");

    private PaintText() {}

    /** Draws text vertically centred on {@code y}, on the given side of {@code x}. */
    static void draw(
            GraphicsContext g,
            String text,
            double x,
            double y,
            TextAlignment alignment,
            Font font,
            Paint fill) {
        g.setFont(font);
        g.setFill(fill);
        g.setTextAlign(alignment);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, x, y);
    }

    /** Breaks text at spaces into lines that fit into a width, as far as single words do. */
    static List<String> lines(String text, Font font, double width) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : SPACES.split(text, -1)) {
            if (!line.isEmpty() && width(line + " " + word, font) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Width of text in pixels. */
    static double width(String text, Font font) {
        var node = new Text(text);
        node.setFont(font);
        return node.getLayoutBounds().getWidth();
    }
}
