// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.KpiPoint;
import io.tonalyst.kpi.Measure;
import io.tonalyst.ui.Palette;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Draws the label of the current day: value, number of calls and date, or that there were none. */
final class CalloutPainter {
    private static final double HEIGHT = 42;
    private static final double PADDING = 9;

    private final ChartText text;

    CalloutPainter(ChartText text) {
        this.text = text;
    }

    void paint(GraphicsContext g, MotionChartLayout layout, MotionFrame frame, Palette palette) {
        int day = frame.currentDay();
        KpiPoint point = frame.point(day);
        String head = head(frame, point);
        String detail = detail(frame, day, point);
        double width =
                2 * PADDING
                        + Math.max(
                                text.width(head, text.strong()), text.width(detail, text.label()));
        double anchorY =
                point == null ? (layout.top() + layout.bottom()) / 2 : layout.y(point.value());
        var place = LabelPlace.of(layout, frame, day, anchorY, width, HEIGHT);
        double x = place.x();
        double y = place.y();
        g.setFill(palette.surface().deriveColor(0, 1, 1, 0.95));
        g.fillRoundRect(x, y, width, HEIGHT, 8, 8);
        g.setStroke(palette.accent());
        g.setLineWidth(1);
        g.strokeRoundRect(x + 0.5, y + 0.5, width - 1, HEIGHT - 1, 8, 8);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.TOP);
        g.setFill(palette.text());
        g.setFont(text.strong());
        g.fillText(head, x + PADDING, y + 5);
        g.setFill(palette.mutedText());
        g.setFont(text.label());
        g.fillText(detail, x + PADDING, y + 23);
    }

    private static String head(MotionFrame frame, @Nullable KpiPoint p) {
        Measure measure = frame.series().measure();
        if (p == null) {
            return measure.isMeasured() ? "None measured" : "No calls";
        }
        return measure.format(p.value());
    }

    private static String detail(MotionFrame frame, int day, @Nullable KpiPoint point) {
        String date = KpiFormat.shortDate(frame.date(day));
        return point == null ? date : "n = " + point.calls() + "  ·  " + date;
    }
}
