// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.library;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.Segment;
import io.tonalyst.library.LibraryEntry;
import io.tonalyst.ui.Palette;
import java.util.Locale;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** The segments of a recording over its length, a line a channel; pale where uncertain. */
final class EmotionStrip extends TableCell<LibraryEntry, LibraryEntry> {
    static final double WIDTH = 220;
    private static final double HEIGHT = 16;
    private static final int MOST_CHANNELS = 4;

    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);

    EmotionStrip() {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable LibraryEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        PredictionTimeline timeline = empty || entry == null ? null : entry.timeline().orElse(null);
        if (entry == null || timeline == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        paint(canvas.getGraphicsContext2D(), timeline);
        setGraphic(canvas);
        setAccessibleText(spoken(entry, timeline));
    }

    static void paint(GraphicsContext g, PredictionTimeline timeline) {
        g.clearRect(0, 0, WIDTH, HEIGHT);
        int lanes = Math.clamp(timeline.channels(), 1, MOST_CHANNELS);
        double lane = HEIGHT / lanes;
        g.setFill(Color.gray(0.5, 0.15));
        for (int c = 0; c < lanes; c++) {
            g.fillRoundRect(0, c * lane + 1, WIDTH, lane - 2, 3, 3);
        }
        double unit = WIDTH / Math.max(timeline.durationSeconds(), 1e-3);
        for (Segment s : timeline.segments()) {
            if (s.channel() < lanes) {
                Color colour = Palette.of(s.emotion());
                g.setFill(s.uncertain() ? colour.deriveColor(0, 1, 1, 0.35) : colour);
                double width = (s.endSeconds() - s.startSeconds()) * unit;
                g.fillRect(
                        s.startSeconds() * unit,
                        s.channel() * lane + 1,
                        Math.max(1, width),
                        lane - 2);
            }
        }
    }

    private static String spoken(LibraryEntry entry, PredictionTimeline timeline) {
        return entry.mostly()
                .map(
                        e ->
                                String.format(
                                        Locale.ROOT,
                                        "%d segments, mostly %s",
                                        timeline.segments().size(),
                                        e.key()))
                .orElse("no speech");
    }
}
